import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MATCHES_BY_TITLE } from '../../../electron/engine/repositories/importRepository.ts';
import { openTestEngine } from '../../support/engine.ts';

test('what is here already is looked up by its title, not by reading every record', () => {
  using engine = openTestEngine();
  const db = new Database(join(engine.folder, 'portfolio.sqlite'), { readonly: true });
  const plan = JSON.stringify(db.prepare(`EXPLAIN QUERY PLAN ${MATCHES_BY_TITLE}`).all('["a"]'));
  db.close();

  expect(plan).toContain('USING INDEX credential_by_title');
});
