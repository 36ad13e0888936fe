import { expect, test } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { fieldNames } from '#shared/domain/fieldText.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { openTestEngine, TODAY as asOf, type TestEngine } from '../../support/engine.ts';

const date = (text: string) => partialDateSchema.parse(text);

const full: NewCredential = {
  title: '=R&D in C#, "advanced"\nÉ 🎓',
  abbreviation: "'=RD",
  kind: 'professional-certificate',
  issuer: '+Plus & Co.',
  platform: '@edX',
  issued: date('2024'),
  expires: date('2027-05-03'),
  number: '00123',
  url: 'https://example.org/?a=1&b=2',
  skills: ['C; C++', 'Planning, advanced'],
  tags: ['One, two'],
  hours: 12.5,
  credits: { amount: 30, system: 'ects' },
  creditsToward: 'MSc',
  grade: '95%',
  cost: { amount: 19_900, currency: 'USD' },
  costAid: '-90% aid',
  costPaidBy: 'Employer',
  capstone: 'A thing',
  verifiedTrack: false,
  language: 'de',
  notes: '-1\r\n\tline, "two"',
  story: { situation: 's', task: 't', action: '-a', result: 'r' },
  quality: ['graded-work', 'proctored'],
  pinned: true,
  leadDays: 30,
};

const bare: NewCredential = { title: 'A course', kind: 'course-certificate', issuer: 'MITx' };
const underWay: NewCredential = {
  ...bare,
  title: 'Another course',
  lifecycle: 'in-progress',
  progress: 40,
  started: date('2026-02'),
  target: date('2027'),
  // A currency of three decimal places.
  cost: { amount: 19_955, currency: 'KWD' },
};
const forEver: NewCredential = { ...bare, title: 'A degree', kind: 'degree', neverExpires: true };

/** What a person may set, which is all that a table can carry from one portfolio to another. */
async function fields(engine: TestEngine): Promise<object[]> {
  const { items } = await engine.call('credentials.list', { asOf, sort: 'title' });
  return items.map((credential) => ({
    ...Object.fromEntries(fieldNames.map((name) => [name, credential[name]])),
    issuer: credential.issuer?.name,
  }));
}

test('what the CSV table exports, our own import takes in again, field by field', async () => {
  using from = openTestEngine();
  for (const each of [full, bare, underWay, forEver]) {
    await from.call('credentials.create', { fields: each, asOf });
  }
  const { text } = await from.call('exports.csv', { asOf });

  using to = openTestEngine();
  const files = [{ name: 'credentials.csv', bytes: new TextEncoder().encode(text) }];
  const report = await to.call('imports.commit', { files, asOf });
  expect(report).toMatchObject({ format: 'csv', added: 4, rejected: [] });
  expect(await fields(to)).toEqual(await fields(from));
});
