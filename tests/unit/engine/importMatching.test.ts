import { describe, expect, test } from 'vitest';
import type { ProcedureInput } from '#shared/procedures.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';
import { HEADERS } from '../../support/linkedinFixtures.ts';

type Input = ProcedureInput<'imports.commit'>;

const day = (text: string) => partialDateSchema.parse(text);
const fileOf = (name: string, ...rows: string[]) => ({
  name,
  bytes: new TextEncoder().encode([HEADERS.certifications, ...rows].join('\n')),
});
const inputOf = (rows: readonly string[], more: Partial<Input> = {}): Input => ({
  files: [fileOf('Certifications.csv', ...rows)],
  asOf: TODAY,
  ...more,
});
const add = (engine: TestEngine, fields: Parameters<typeof aCredential>[0]) =>
  engine.call('credentials.create', { fields: aCredential(fields), asOf: TODAY });
const stored = async (engine: TestEngine) =>
  (await engine.call('credentials.list', { asOf: TODAY, limit: 500 })).items;
const actionsOf = async (engine: TestEngine, rows: readonly string[], more: Partial<Input> = {}) =>
  (await engine.call('imports.preview', inputOf(rows, more))).rows.map(({ action, match }) => [
    action,
    match?.likeness ?? null,
    match?.changes ?? [],
  ]);

const CISSP = 'CISSP,,(ISC)²,Feb 2022,Feb 2028,731204';

describe('exact ones first', () => {
  test('an issuer is the same under any spelling, and a title in any case', async () => {
    using engine = openTestEngine();
    await add(engine, {
      title: 'Cissp',
      issuer: 'ISC2',
      issued: day('2022-02'),
      expires: day('2028-02'),
      number: '731204',
    });

    expect(await actionsOf(engine, [CISSP])).toEqual([['skip', 'exact', []]]);
  });

  test('occurrences count: of three equal rows against one record two are new', async () => {
    using engine = openTestEngine();
    await engine.call('imports.commit', inputOf([CISSP]));

    expect(await engine.call('imports.commit', inputOf([CISSP, CISSP, CISSP]))).toMatchObject({
      added: 2,
      skipped: 1,
    });
    expect(await engine.call('imports.commit', inputOf([CISSP, CISSP, CISSP]))).toMatchObject({
      added: 0,
      skipped: 3,
    });
  });

  test('the same row in two files of one import is one credential', async () => {
    using engine = openTestEngine();
    const files = [fileOf('a.csv', CISSP, CISSP), fileOf('b.csv', CISSP)];

    expect(await engine.call('imports.commit', { files, asOf: TODAY })).toMatchObject({
      read: 3,
      added: 2,
      skipped: 1,
    });
  });

  test('what lies in the trash is not there', async () => {
    using engine = openTestEngine();
    const { id } = await add(engine, {
      title: 'CISSP',
      issuer: 'ISC2',
      issued: day('2022-02'),
      expires: day('2028-02'),
      number: '731204',
    });
    await engine.call('credentials.trash', { ids: [id] });

    expect(await actionsOf(engine, [CISSP])).toEqual([['add', null, []]]);
  });
});

describe('likely ones are shown', () => {
  test('the same credential with fewer facts: skipped, filled or added, as asked', async () => {
    using engine = openTestEngine();
    await add(engine, { title: 'CISSP', issuer: 'ISC2' });

    expect(await actionsOf(engine, [CISSP])).toEqual([
      ['skip', 'likely', ['issued', 'expires', 'number']],
    ]);
    expect(await actionsOf(engine, [CISSP], { onConflict: 'merge' })).toEqual([
      ['merge', 'likely', ['issued', 'expires', 'number']],
    ]);
    expect(await actionsOf(engine, [CISSP], { onConflict: 'add' })).toEqual([
      ['add', 'likely', ['issued', 'expires', 'number']],
    ]);
  });

  test('another date without the same number may be another one: never left out unasked', async () => {
    using engine = openTestEngine();
    await add(engine, { title: 'First Aid', issuer: 'Red Cross', issued: day('2021') });

    expect(await actionsOf(engine, ['First Aid,,Red Cross,2024,,'])).toEqual([
      ['add', 'likely', []],
    ]);
    expect(
      await actionsOf(engine, ['First Aid,,Red Cross,2024,2026,'], { onConflict: 'merge' }),
    ).toEqual([['add', 'likely', ['expires']]]);
  });

  test('the same number of the same issuer is the same credential under another title', async () => {
    using engine = openTestEngine();
    await add(engine, {
      title: 'Certified Information Systems Security Professional',
      issuer: 'ISC2',
      number: '731204',
    });

    expect(await actionsOf(engine, [CISSP], { onConflict: 'merge' })).toEqual([
      ['merge', 'likely', ['issued', 'expires']],
    ]);
  });

  test('a nearly equal title is a suggestion, titles that differ in a number are not', async () => {
    using engine = openTestEngine();
    await add(engine, { title: 'Google Ads Display', issuer: 'Google' });
    await add(engine, { title: 'Python Part 1', issuer: 'Google' });

    expect(
      await actionsOf(engine, [
        'Google Ads Displays,,Google,2024,,',
        'Python Part 2,,Google,2024,,',
      ]),
    ).toEqual([
      ['add', 'likely', ['issued']],
      ['add', null, []],
    ]);
  });

  test('each record is matched by one row only', async () => {
    using engine = openTestEngine();
    await add(engine, { title: 'First Aid', issuer: 'Red Cross', issued: day('2021') });

    expect(
      await actionsOf(engine, ['First Aid,,Red Cross,2021,,', 'First Aid,,Red Cross,2024,,']),
    ).toEqual([
      ['skip', 'exact', []],
      ['add', null, []],
    ]);
  });
});

describe('a merge', () => {
  const merge = { onConflict: 'merge' } as const;

  test('fills what is unknown and takes a later expiry; what the user wrote stays', async () => {
    using engine = openTestEngine();
    const { id } = await add(engine, {
      title: 'CISSP',
      issuer: 'ISC2',
      issued: day('2022-02-09'),
      expires: day('2025-02'),
      number: 'mine',
      notes: 'Framed in the hall',
      skills: ['Risk'],
    });
    const result = await engine.call('imports.commit', inputOf([CISSP], merge));

    expect(result).toMatchObject({ added: 0, merged: 1, items: [{ id, action: 'merge' }] });
    expect(await engine.call('credentials.get', { id, asOf: TODAY })).toMatchObject({
      title: 'CISSP',
      issuer: { name: 'ISC2' },
      issued: '2022-02-09',
      expires: '2028-02',
      number: 'mine',
      notes: 'Framed in the hall',
      skills: ['Risk'],
    });
  });

  test('never takes anything away', async () => {
    using engine = openTestEngine();
    const before = await add(engine, {
      title: 'CISSP',
      issuer: 'ISC2',
      issued: day('2022-02'),
      expires: day('2028-02'),
      number: '731204',
      url: 'https://example.org/a',
    });
    const bare = 'CISSP,,ISC2,,,';

    expect(await engine.call('imports.commit', inputOf([bare], merge))).toMatchObject({
      batch: null,
      merged: 0,
      skipped: 1,
    });
    expect(await engine.call('credentials.get', { id: before.id, asOf: TODAY })).toEqual(before);
  });

  test('an expiry before the issue date is not taken', async () => {
    using engine = openTestEngine();
    await add(engine, { title: 'CISSP', issuer: 'ISC2', issued: day('2024'), number: '731204' });

    expect(await actionsOf(engine, ['CISSP,,ISC2,,2023,731204'], merge)).toEqual([
      ['skip', 'likely', []],
    ]);
  });

  test('finishes what was in progress', async () => {
    using engine = openTestEngine();
    const { id } = await add(engine, {
      title: 'CISSP',
      issuer: 'ISC2',
      lifecycle: 'in-progress',
      progress: 80,
    });
    await engine.call('imports.commit', inputOf([CISSP], merge));

    expect(await engine.call('credentials.get', { id, asOf: TODAY })).toMatchObject({
      lifecycle: 'earned',
      issued: '2022-02',
      status: 'active',
    });
  });
});

describe('taking an import back', () => {
  test('what it added goes, what it merged is as before, and a second time is refused', async () => {
    using engine = openTestEngine();
    const before = await add(engine, { title: 'CISSP', issuer: 'ISC2' });
    const { batch } = await engine.call(
      'imports.commit',
      inputOf([CISSP, 'First Aid,,Red Cross,2024,,'], { onConflict: 'merge' }),
    );

    expect(await engine.call('imports.undo', { batch: String(batch).slice(0, 13) })).toEqual({
      batch,
      removed: 2,
      kept: 0,
    });
    expect(await stored(engine)).toEqual([{ ...before, updatedAt: before.updatedAt }]);
    await expect(engine.call('imports.undo', { batch: String(batch) })).rejects.toMatchObject({
      code: 'refused',
    });
    await expect(engine.call('imports.undo', { batch: '000000' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('what was changed since is kept: added ones in the trash, merged ones with the later change', async () => {
    using engine = openTestEngine();
    const old = await add(engine, { title: 'CISSP', issuer: 'ISC2' });
    const { batch } = await engine.call(
      'imports.commit',
      inputOf([CISSP, 'First Aid,,Red Cross,2024,,'], { onConflict: 'merge' }),
    );
    const added = (await stored(engine)).find(({ title }) => title === 'First Aid');
    await engine.call('credentials.update', {
      id: added?.id ?? old.id,
      patch: { notes: 'Mine' },
      asOf: TODAY,
    });
    await engine.call('credentials.update', {
      id: old.id,
      patch: { notes: 'Also mine' },
      asOf: TODAY,
    });

    expect(await engine.call('imports.undo', { batch: String(batch) })).toEqual({
      batch,
      removed: 0,
      kept: 2,
    });
    expect(await engine.call('credentials.get', { id: old.id, asOf: TODAY })).toMatchObject({
      number: null,
      issued: null,
      notes: 'Also mine',
    });
    expect(await stored(engine)).toHaveLength(1);
  });

  test('undo and redo of the whole program do the same, also after a restart', async () => {
    const engine = openTestEngine();
    await engine.call('imports.commit', inputOf([CISSP]));
    using later = engine.reopen();
    await later.call('history.undo', {});
    expect(await stored(later)).toEqual([]);
    await later.call('history.redo', {});
    expect(await stored(later)).toHaveLength(1);
    expect(await later.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
  });
});
