import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addToProfileLink, copySheet, linkedInWarnings } from '#shared/domain/linkedin.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';

const PREFIX = 'https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME';
type Like = Parameters<typeof aStoredCredential>[0];
const anyName = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  .map((text) => text.trim())
  .filter((text) => text !== '');
const link = (fields: Like) => addToProfileLink(aStoredCredential(fields));
const sheet = (fields: Like) =>
  Object.fromEntries(copySheet(aStoredCredential(fields)).map(({ name, value }) => [name, value]));

describe('addToProfileLink', () => {
  test('carries every fact, in the order of the documented form', () => {
    expect(
      link({
        title: 'Project Management Professional',
        abbreviation: 'PMP',
        issuer: 'Project Management Institute',
        issued: '2018-05-14',
        expires: '2027-05',
        url: 'https://www.credly.com/badges/1?a=b&c=d',
        number: '20 98417',
      }),
    ).toBe(
      `${PREFIX}&name=Project%20Management%20Professional%20(PMP)` +
        '&organizationName=Project%20Management%20Institute&issueYear=2018&issueMonth=5' +
        '&expirationYear=2027&expirationMonth=5' +
        '&certUrl=https%3A%2F%2Fwww.credly.com%2Fbadges%2F1%3Fa%3Db%26c%3Dd&certId=20%2098417',
    );
  });

  test.each([
    ['R&D', 'R%26D'],
    ['C#', 'C%23'],
    ['É', '%C3%89'],
    ['🎓', '%F0%9F%8E%93'],
    ['a+b=c', 'a%2Bb%3Dc'],
    ['\ud83d', '%EF%BF%BD'],
  ])('a title of %s is written %s', (title, written) => {
    expect(link({ title, issuer: null })).toBe(`${PREFIX}&name=${written}`);
  });

  test('unknown facts leave their parameter out', () => {
    expect(link({ title: 'A', issuer: 'I' })).toBe(`${PREFIX}&name=A&organizationName=I`);
    expect(link({ title: 'A', issuer: 'I', url: 'javascript:alert(1)' })).not.toContain('certUrl');
  });

  test('a date that is a year sends the year alone', () => {
    expect(link({ title: 'A', issuer: 'I', issued: '2019', expires: '2029' })).toBe(
      `${PREFIX}&name=A&organizationName=I&issueYear=2019&expirationYear=2029`,
    );
  });

  test('1 January stays January and 31 December stays December', () => {
    expect(link({ title: 'A', issuer: null, issued: '2024-01-01', expires: '2026-12-31' })).toBe(
      `${PREFIX}&name=A&issueYear=2024&issueMonth=1&expirationYear=2026&expirationMonth=12`,
    );
  });

  test('a URL parser reads back what was put in, and no parameter is empty', () => {
    fc.assert(
      fc.property(anyName, fc.option(anyName), (title, number) => {
        const credential = aStoredCredential({ title, issuer: title, number });
        const { searchParams } = new URL(addToProfileLink(credential));
        const values = Object.fromEntries(
          copySheet(credential).map(({ name, value }) => [name, value]),
        );
        expect(searchParams.get('name') ?? '').toBe(values['Name']);
        expect(searchParams.get('organizationName') ?? '').toBe(values['Issuing organization']);
        expect(searchParams.get('certId') ?? '').toBe(values['Credential ID']);
        expect([...searchParams.values()]).not.toContain('');
        expect(searchParams.has('organizationId')).toBe(false);
      }),
    );
  });
});

describe('copySheet', () => {
  test('has the fields of the form in its order', () => {
    expect(copySheet(aStoredCredential({})).map(({ name }) => name)).toEqual([
      'Name',
      'Issuing organization',
      'Issue date',
      'Expiration date',
      'Credential ID',
      'Credential URL',
      'Skills',
    ]);
  });

  test('writes months out, years alone, and leaves unknown fields empty', () => {
    expect(
      sheet({
        title: 'C#',
        issuer: 'R&D',
        issued: '2018-09-14',
        expires: '2027',
        skills: ['SQL', 'R'],
      }),
    ).toEqual({
      Name: 'C#',
      'Issuing organization': 'R&D',
      'Issue date': 'September 2018',
      'Expiration date': '2027',
      'Credential ID': '',
      'Credential URL': '',
      Skills: 'SQL, R',
    });
  });

  test('a title of 1,000 characters is not cut', () => {
    const title = 'x'.repeat(1000);
    expect(sheet({ title })['Name']).toBe(title);
  });
});

describe('linkedInWarnings', () => {
  const warnings = (fields: Like) => linkedInWarnings(aStoredCredential(fields)).join('\n');

  test('nothing to say of a plain credential to the month', () => {
    expect(warnings({ issued: '2024-05', expires: '2027-05' })).toBe('');
  });

  test.each<[string, Like]>([
    [
      'the day is left out (2024-05-03, 2027-05-02)',
      { issued: '2024-05-03', expires: '2027-05-02' },
    ],
    ['month of the issue date is unknown', { issued: '2024' }],
    ['month of the expiration date is unknown', { issued: '2024-05', expires: '2027' }],
    ['issue date is unknown', {}],
    ['issuing organization is unknown', { issuer: null }],
    ['platform (edX) stands as the organization', { issuer: null, platform: 'edX' }],
    ['not valid on this day (expired)', { status: 'expired' }],
    ['Education', { kind: 'degree' }],
    ['name has 300 characters', { title: 'x'.repeat(300) }],
    ['credential ID has 81 characters', { number: '1'.repeat(81) }],
    ['The URL has', { url: `https://example.org/${'x'.repeat(300)}` }],
    ['The skill', { skills: ['x'.repeat(81)] }],
    ['link is longer than 2048', { title: '🎓'.repeat(180) }],
    ['not a web link', { url: 'ftp://example.org' }],
  ])('%s', (expected, fields) => {
    expect(warnings(fields)).toContain(expected);
  });
});
