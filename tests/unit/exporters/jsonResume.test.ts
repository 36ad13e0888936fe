import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { outgoingStatuses, selectOutgoing } from '#shared/domain/order.ts';
import { toJsonResume } from '../../../electron/engine/exporters/jsonResume.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';
import { hasNaughtyStrings, naughtyCredentials } from '../../support/documents.ts';
import { outgoingPortfolio } from '../../support/outgoingPortfolio.ts';

const SCHEMA = new URL(
  '../../../../shared/vectors/jsonresume__resume-schema/schema.json',
  import.meta.url,
);
const everything = { expiry: true, number: true, link: true, skills: true };
const nothing = { expiry: false, number: false, link: false, skills: false };

const resumeSchema = z.looseObject({
  basics: z.looseObject({ name: z.string().optional() }),
  certificates: z.array(z.looseObject({ name: z.string() })),
  education: z.array(z.looseObject({ institution: z.string().optional() })),
  skills: z.array(z.looseObject({ name: z.string() })).optional(),
});
const parsed = (text: string) => resumeSchema.parse(JSON.parse(text));

const { kept } = selectOutgoing(outgoingPortfolio(), {
  statuses: outgoingStatuses({ inProgress: true, expired: true }),
  ids: null,
  tags: [],
  degrees: true,
});

test('certificates, education and skills carry the facts, dates as precise as they are known', () => {
  const resume = parsed(toJsonResume(kept, { shown: everything, holder: 'Ada' }));
  expect(resume.basics.name).toBe('Ada');
  expect(resume.certificates[0]).toEqual({
    name: 'Project Management Professional (PMP)',
    date: '2018-05-14',
    issuer: 'Project Management Institute',
    url: 'https://www.credly.com/badges/0a1b?source=a&b=c',
    'x-kind': 'certification',
    'x-status': 'active',
    'x-expires': '2027-05-13',
    'x-number': '2098417',
  });
  expect(resume.certificates.find(({ name }) => name.startsWith('MicroMasters'))).toMatchObject({
    'x-expected': '2027-06',
    issuer: 'MITx',
    'x-platform': 'edX',
  });
  expect(resume.education).toEqual([
    {
      institution: 'University of Graz',
      area: 'BSc Physics',
      studyType: 'Degree',
      endDate: '2011',
      'x-kind': 'degree',
      'x-status': 'active',
    },
  ]);
  expect(resume.skills).toEqual([{ name: 'Scheduling' }, { name: 'C; C++' }]);
});

test('what was not asked for is not there, and nothing is null', () => {
  const text = toJsonResume(kept, { shown: nothing, holder: '' });
  expect(text).not.toMatch(/null|x-expires|x-number|credly|"skills"|"name": ""/);
  expect(parsed(text).certificates).toHaveLength(9);
});

test('a lone surrogate and a javascript address do not come through', () => {
  const hostile = aStoredCredential({ title: 'A\ud83c', url: 'javascript:alert(1)' });
  const { certificates } = parsed(toJsonResume([hostile], { shown: everything, holder: '' }));
  expect(certificates).toEqual([
    { name: 'A\ufffd', issuer: 'Acme Institute', 'x-kind': 'certification', 'x-status': 'active' },
  ]);
});

describe.skipIf(!existsSync(SCHEMA))('the schema of JSON Resume', () => {
  const schema = existsSync(SCHEMA)
    ? z.fromJSONSchema(JSON.parse(readFileSync(SCHEMA, 'utf8')))
    : z.never();

  test.each([everything, nothing])('takes what Laurel writes (%o)', (shown) => {
    const text = toJsonResume(kept, { shown, holder: 'Ada' });
    expect(schema.safeParse(JSON.parse(text)).error).toBeUndefined();
  });

  test.skipIf(!hasNaughtyStrings)('takes the big list of naughty strings', () => {
    const text = toJsonResume(naughtyCredentials(), { shown: everything, holder: '' });
    expect(schema.safeParse(JSON.parse(text)).error).toBeUndefined();
  });

  test('refuses a null and a date of another form, so that the tests above say something', () => {
    expect(schema.safeParse({ certificates: [{ name: null }] }).success).toBe(false);
    expect(schema.safeParse({ certificates: [{ date: 'May 2018' }] }).success).toBe(false);
  });
});
