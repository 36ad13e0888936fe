import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/engine/database.ts';
import { readMigrations, schemaVersion } from '../../electron/engine/migrate.ts';
import { openTestEngine, TODAY } from '../support/engine.ts';
import { putReleased, releasedSchemas, rowsOf } from '../support/schemaFixtures.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const newest = readMigrations().length;

test('a portfolio of every schema up to the third is kept', () => {
  expect(releasedSchemas.slice(0, 3)).toEqual([1, 2, 3]);
});

test.each(releasedSchemas)(
  'a portfolio of schema %i opens: every row is there, sound, and undo goes on',
  async (version) => {
    using folder = temporaryFolder();
    putReleased(version, folder.path);
    const old = openDatabase(folder.path);
    expect(schemaVersion(old)).toBe(version);
    const before = rowsOf(old);
    old.close();

    const engine = openTestEngine({ folder: folder.path });
    engine.close();
    const now = openDatabase(folder.path);
    expect(schemaVersion(now)).toBe(newest);
    const after = rowsOf(now);
    now.close();
    for (const [table, rows] of before) {
      const kept = after.get(table) ?? [];
      expect([table, kept.length]).toEqual([table, rows.length]);
      // Later columns may have come; none of the old ones changed.
      expect([table, kept]).toMatchObject([table, rows]);
    }
    if (version < newest) {
      const backups = readdirSync(join(folder.path, 'backups'));
      expect(backups.some((name) => name.startsWith(`before-schema-${newest}`))).toBe(true);
    }

    using again = openTestEngine({ folder: folder.path });
    expect(await again.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
    const { items } = await again.call('credentials.list', { asOf: TODAY });
    const pmp = items.find(({ abbreviation }) => abbreviation === 'PMP');
    expect(pmp).toMatchObject({
      number: '2098417',
      notes: 'Kept by the employer.',
      cost: { amount: 40_500, currency: 'USD' },
      skills: ['Risk', 'Agile'],
      expires: version === 1 ? '2027-05-14' : '2030-05-14',
    });
    expect(items.map(({ title }) => title)).not.toContain('Mistake');
    const found = await again.call('credentials.list', { filter: { query: 'wien' }, asOf: TODAY });
    expect(found.items).toMatchObject([{ title: 'Bachelor of Science', issued: '2019' }]);
    await again.call('history.undo', {});
    expect(await again.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
    expect(existsSync(join(folder.path, 'operations.log'))).toBe(true);
  },
);
