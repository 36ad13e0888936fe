import { expect, test } from 'vitest';
import { openDatabase } from '../../../electron/engine/database.ts';
import { createSearchIndex } from '../../../electron/engine/repositories/searchIndex.ts';
import { aCredential, openTestEngine, TODAY } from '../../support/engine.ts';

test('tidying the search index changes nothing that it finds', async () => {
  using engine = openTestEngine();
  const { id } = await engine.call('credentials.create', { fields: aCredential(), asOf: TODAY });
  for (let edit = 0; edit < 40; edit += 1) {
    await engine.call('credentials.update', { id, patch: { notes: `word${edit}` }, asOf: TODAY });
  }
  const db = openDatabase(engine.folder);
  createSearchIndex(db).tidy();
  db.close();
  const find = async (query: string) =>
    (await engine.call('credentials.rows', { filter: { query }, asOf: TODAY })).columns.id;
  expect([await find('word39'), await find('word38')]).toEqual([[id], []]);
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
});
