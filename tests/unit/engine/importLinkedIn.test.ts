import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProcedureInput } from '#shared/procedures.ts';
import { openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';
import {
  friendlyArchive,
  friendlyCertifications,
  friendlyCourses,
  nastyArchive,
  nastyCertifications,
  ROW_WITH_BAD_DATE,
  ROW_WITH_SCRIPT,
  ROW_WITHOUT_ISSUER,
  ROW_WITHOUT_LINK,
} from '../../support/linkedinFixtures.ts';

type Input = ProcedureInput<'imports.commit'>;

const inputOf = (content: string | Uint8Array, more: Partial<Input> = {}): Input => ({
  files: [
    {
      name: 'Certifications.csv',
      bytes:
        typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content),
    },
  ],
  asOf: TODAY,
  ...more,
});
const stored = async (engine: TestEngine) =>
  (await engine.call('credentials.list', { asOf: TODAY, limit: 500 })).items;

describe('LinkedIn’s archive', () => {
  test('all four lists go in, and each record says where it came from', async () => {
    using engine = openTestEngine();
    const result = await engine.call('imports.commit', inputOf(await friendlyArchive()));

    expect(result).toMatchObject({
      format: 'linkedin-archive',
      read: 16,
      added: 16,
      merged: 0,
      skipped: 0,
      rejected: [],
    });
    const items = await stored(engine);
    expect(items).toHaveLength(12);
    expect(
      items.every(
        ({ source }) => source?.batch === result.batch && source?.format === 'linkedin-archive',
      ),
    ).toBe(true);
    expect(items.find(({ title }) => title.startsWith('Project Management'))).toMatchObject({
      title: 'Project Management Professional (PMP)®',
      issuer: { name: 'Project Management Institute' },
      issued: '2018-05',
      expires: '2027-05',
      number: '2098417',
    });
    expect(items.find(({ title }) => title.includes('R&D in C#'))).toMatchObject({
      kind: 'course-certificate',
      platform: 'Coursera',
      issued: '2020-11',
    });
    expect(items.find(({ title }) => title.includes('Architecting'))).toMatchObject({
      title: '"Architecting with Google Cloud" Specialization',
      issued: '2019',
    });
    expect(items.find(({ title }) => title.startsWith('Supply'))).toMatchObject({
      title: 'Supply Chain Management MicroMasters',
      url: 'https://credentials.edx.org/credentials/0123456789abcdef0123456789abcdef/',
      number: '4410',
    });
    const skills = (await engine.call('credentials.facets', {})).skills.map(({ name }) => name);
    expect(skills.toSorted()).toEqual([
      'C#',
      'C++',
      'Project Management',
      'Supply Chain Management',
    ]);
  });

  test('studies become degrees, those to come are in progress', async () => {
    using engine = openTestEngine();
    await engine.call('imports.commit', inputOf(await friendlyArchive()));
    const items = await stored(engine);

    expect(items.find(({ title }) => title.startsWith('Bachelor'))).toMatchObject({
      kind: 'degree',
      issuer: { name: 'Massachusetts Institute of Technology' },
      started: '2009',
      issued: '2013',
      notes: 'Thesis on freight networks\nActivities: Rowing club',
    });
    expect(items.find(({ title }) => title.startsWith('Master of Science'))).toMatchObject({
      lifecycle: 'in-progress',
      status: 'in-progress',
      target: '2028',
      issued: null,
    });
    expect(items.find(({ title }) => title === 'Probability and Statistics')).toMatchObject({
      kind: 'course-certificate',
      issuer: null,
      number: '18.600',
    });
  });

  test('the original bytes are kept, under their digest', async () => {
    using engine = openTestEngine();
    const archive = await friendlyArchive();
    await engine.call('imports.commit', inputOf(archive));
    const digest = createHash('sha256').update(archive).digest('hex');

    expect(
      new Uint8Array(readFileSync(join(engine.folder, 'evidence', digest.slice(0, 2), digest))),
    ).toEqual(archive);
    expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
  });

  test('the same archive again adds nothing and writes nothing', async () => {
    using engine = openTestEngine();
    await engine.call('imports.commit', inputOf(await friendlyArchive()));
    const before = readFileSync(join(engine.folder, 'operations.log'));
    const again = await engine.call('imports.commit', inputOf(await friendlyArchive()));

    expect(again).toMatchObject({
      batch: null,
      read: 16,
      added: 0,
      merged: 0,
      skipped: 16,
      rejected: [],
    });
    expect(again.items).toHaveLength(16);
    expect(readFileSync(join(engine.folder, 'operations.log'))).toEqual(before);
  });

  test('5,000 rows with every trap: the good ones go in, the bad ones are listed', async () => {
    using engine = openTestEngine();
    const result = await engine.call('imports.commit', inputOf(await nastyArchive()));

    expect(result).toMatchObject({ read: 5006, added: 5003, skipped: 0, merged: 0 });
    expect(result.rejected.map(({ row, file, code }) => [file, row, code])).toEqual([
      ['Certifications_123456.csv', ROW_WITH_SCRIPT, 'invalid_url'],
      ['Certifications_123456.csv', ROW_WITHOUT_ISSUER, 'missing_issuer'],
      ['Certifications_123456.csv', ROW_WITH_BAD_DATE, 'invalid_date'],
    ]);
    const { items } = await engine.call('credentials.list', {
      asOf: TODAY,
      filter: { query: `LIC-${ROW_WITHOUT_LINK}` },
    });
    expect(items.find(({ number }) => number === `LIC-${ROW_WITHOUT_LINK}`)).toMatchObject({
      title: `Course ${ROW_WITHOUT_LINK}`,
      url: null,
    });
    expect(
      (
        await engine.call('credentials.list', {
          asOf: TODAY,
          filter: { query: 'Fire Safety' },
          limit: 500,
        })
      ).total,
    ).toBe(50);
  });
});

describe('the preview', () => {
  test('writes nothing at all', async () => {
    using engine = openTestEngine();
    const before = readFileSync(join(engine.folder, 'operations.log'));
    await engine.call('imports.preview', inputOf(await friendlyArchive()));

    expect(readFileSync(join(engine.folder, 'operations.log'))).toEqual(before);
    expect(existsSync(join(engine.folder, 'evidence'))).toBe(false);
    expect(await stored(engine)).toEqual([]);
  });

  test('says the same as the commit then does', async () => {
    using engine = openTestEngine();
    const input = inputOf(nastyCertifications());
    const preview = await engine.call('imports.preview', input);
    const result = await engine.call('imports.commit', input);
    const count = (action: string) => preview.rows.filter((row) => row.action === action).length;

    expect([count('add'), count('merge'), count('skip'), count('reject')]).toEqual([
      result.added,
      result.merged,
      result.skipped,
      result.rejected.length,
    ]);
  });

  test('bad rows are mended in it: the corrected cells are read again', async () => {
    using engine = openTestEngine();
    const csv = `${friendlyCertifications}\nFirst Aid,javascript:alert(1),Red Cross,31 Feb 2024,,7`;
    const first = await engine.call('imports.preview', inputOf(csv));
    const bad = first.rows.find(({ action }) => action === 'reject');
    expect(bad).toMatchObject({
      row: 8,
      problem: {
        field: 'issued',
        fixes: [{ value: '2024-02' }, { value: '2024-02-29' }, { value: '' }],
      },
    });

    const key = String(bad?.key);
    const once = inputOf(csv, { decisions: { [key]: { cells: { issued: '2024-02' } } } });
    expect(
      (await engine.call('imports.preview', once)).rows.find((row) => row.key === key),
    ).toMatchObject({ action: 'reject', problem: { field: 'url' } });

    const twice = inputOf(csv, { decisions: { [key]: { cells: { issued: '2024-02', url: '' } } } });
    expect(await engine.call('imports.commit', twice)).toMatchObject({ added: 7, rejected: [] });
    expect((await stored(engine)).find(({ title }) => title === 'First Aid')).toMatchObject({
      issued: '2024-02',
      url: null,
    });
  });

  test('a row may be left out, and a decision on no field is refused', async () => {
    using engine = openTestEngine();
    const { rows } = await engine.call('imports.preview', inputOf(friendlyCourses));
    const [key = ''] = rows.map((row) => row.key);

    expect(
      await engine.call(
        'imports.commit',
        inputOf(friendlyCourses, { decisions: { [key]: { action: 'skip' } } }),
      ),
    ).toMatchObject({ added: 2, skipped: 1 });
    await expect(
      engine.call(
        'imports.preview',
        inputOf(friendlyCourses, { decisions: { [key]: { cells: { constructor: 'x' } } } }),
      ),
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
