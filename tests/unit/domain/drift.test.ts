import { describe, expect, test } from 'vitest';
import { compareProfile, isSpelledAlike, type ProfileRow } from '#shared/domain/drift.ts';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';

type Given = Omit<Partial<ProfileRow>, 'issued' | 'expires'> &
  Readonly<{ issued?: string; expires?: string }>;
const row = ({ issued, expires, ...given }: Given = {}): ProfileRow => ({
  row: 2,
  file: 'Certifications.csv',
  name: 'Project Management Professional (PMP)',
  issuer: 'PMI',
  issued:
    issued === undefined
      ? parsePartialDate('2018-05')
      : issued === ''
        ? null
        : parsePartialDate(issued),
  expires:
    expires === undefined
      ? parsePartialDate('2027-05')
      : expires === ''
        ? null
        : parsePartialDate(expires),
  number: '2098417',
  url: 'https://example.org/1',
  ...given,
});
const here = (fields: Parameters<typeof aStoredCredential>[0] = {}) =>
  aStoredCredential({
    title: 'Project Management Professional',
    abbreviation: 'PMP',
    issuer: 'PMI',
    issued: '2018-05-14',
    expires: '2027-05-13',
    number: '2098417',
    url: 'https://example.org/1',
    ...fields,
  });
const compare = (rows: ProfileRow[], credentials: ReturnType<typeof here>[]) =>
  compareProfile(rows, credentials, ({ issuer }, name) => isSpelledAlike(issuer?.name ?? '', name));

describe('the same', () => {
  test.each<[string, Given]>([
    ['as it is', {}],
    ['by title alone', { name: 'Project Management Professional' }],
    ['with a sign', { name: 'Project Management Professional (PMP)®' }],
    ['by letters', { name: 'PMP' }],
    ['with www and a slash', { url: 'http://www.example.org/1/' }],
  ])('%s', (_name, given) => {
    expect(compare([row(given)], [here()])).toMatchObject({
      same: 1,
      missing: [],
      outdated: [],
      onlyThere: [],
    });
  });

  test('an expired one whose end stands there is no lie: LinkedIn says it itself', () => {
    expect(
      compare([row({ expires: '2024-03' })], [here({ status: 'expired', expires: '2024-03-01' })])
        .same,
    ).toBe(1);
  });

  test('what the record does not know is no difference', () => {
    const vague = here({ issued: '2018', number: null, url: null });
    expect(compare([row()], [vague]).same).toBe(1);
  });
});

describe('outdated there', () => {
  test.each<[string, Given, string, string, string]>([
    [
      'name',
      { name: 'PMP Certification 2018', number: '2098417' },
      'name',
      'PMP Certification 2018',
      'Project Management Professional (PMP)',
    ],
    ['issuer', { issuer: 'Acme' }, 'issuer', 'Acme', 'PMI'],
    ['issued', { issued: '2018-06' }, 'issued', '2018-06', '2018-05'],
    ['a month that is missing there', { issued: '2018' }, 'issued', '2018', '2018-05'],
    ['expiry', { expires: '2024-05' }, 'expires', '2024-05', '2027-05'],
    ['no expiry', { expires: '' }, 'expires', '', '2027-05'],
    ['number', { number: '' }, 'number', '', '2098417'],
    ['url', { url: null }, 'url', '', 'https://example.org/1'],
  ])('%s', (_name, given, field, there, value) => {
    const { outdated } = compare([row(given)], [here()]);
    expect(outdated.map(({ differences }) => differences)).toEqual([
      [{ field, there, here: value }],
    ]);
  });

  test('it never expires, and an end stands there', () => {
    const { outdated } = compare([row()], [here({ expires: null, neverExpires: true })]);
    expect(outdated[0]?.differences).toEqual([{ field: 'expires', there: '2027-05', here: '' }]);
  });

  test('revoked: it should not stand there at all', () => {
    expect(
      compare([row()], [here({ status: 'revoked', lifecycle: 'revoked' })]).outdated,
    ).toMatchObject([{ lapsed: true }]);
  });
});

test('missing there: what is valid, but no degree and nothing expired', () => {
  const all = [
    here({ n: 1 }),
    here({ n: 2, title: 'BSc Physics', kind: 'degree' }),
    here({ n: 3, title: 'Google Ads', status: 'expired' }),
    here({ n: 4, title: 'In the trash', trashedAt: '2026-01-01T00:00:00.000Z' }),
  ];
  expect(compare([], all).missing.map(({ id }) => id)).toEqual([all[0]?.id]);
});

test('two of one title are told apart by date, and each is taken once', () => {
  const first = here({
    n: 1,
    number: null,
    url: null,
    issued: '2018-05',
    expires: '2021-05',
    status: 'expired',
  });
  const second = here({
    n: 2,
    number: null,
    url: null,
    issued: '2022-01',
    expires: '2025-01',
    status: 'expired',
  });
  const rows = [
    row({ row: 2, number: '', url: null, issued: '2022-01', expires: '2025-01' }),
    row({ row: 3, number: '', url: null, issued: '2018-05', expires: '2021-05' }),
    row({ row: 4, number: '', url: null, issued: '2010-01', expires: '' }),
  ];
  const drift = compare(rows, [first, second]);
  expect(drift).toMatchObject({ same: 2, outdated: [] });
  expect(drift.onlyThere.map((each) => each.row)).toEqual([4]);
});
