import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { AppError } from '#shared/appError.ts';
import { APPLICATION_ID, databaseFile, type Database } from './database.ts';

export type Migration = Readonly<{ version: number; name: string; sql: string }>;

const NAME = /^(\d{4})_([a-z0-9_]+)\.sql$/;

/** The migrations beside the built engine, or in the checkout. */
export function findMigrationsFolder(): string {
  const built = fileURLToPath(new URL('./migrations/', import.meta.url));
  return existsSync(built) ? built : fileURLToPath(new URL('../../migrations/', import.meta.url));
}

/** Reads `NNNN_slug.sql` in order; numbers must run from 1 without a gap. */
export function readMigrations(folder = findMigrationsFolder()): Migration[] {
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .toSorted()
    .map((name, index) => {
      const version = Number(name.slice(0, 4));
      if (version !== index + 1)
        throw new Error(`Migration ${name} should have number ${index + 1}`);
      return { version, name, sql: readFileSync(join(folder, name), 'utf8') };
    });
}

/**
 * Brings the database to the newest schema. A verified copy is made before the first pending one;
 * all pending run in one transaction, so a kill leaves the old schema or the new, never between.
 * @param stamp names the copy, e.g. an instant
 * @returns the schema version
 * @throws AppError newer_portfolio, disk_full
 */
export function migrate(
  db: Database,
  folder: string,
  stamp: string,
  migrations: readonly Migration[] = readMigrations(),
): number {
  const newest = migrations.at(-1)?.version ?? 0;
  const current = schemaVersion(db);
  if (current > newest) {
    throw new AppError(
      'newer_portfolio',
      `This portfolio was last used by a newer Laurel (schema ${current}, this one knows ${newest}). ` +
        'Nothing was changed. Update Laurel to open it.',
    );
  }
  if (current === newest) return current;
  if (current > 0)
    backUpBefore(db, folder, `before-schema-${newest}-${stamp.replaceAll(/[^0-9A-Za-z]/g, '')}`);

  // Off during the change, as SQLite advises for tables that are rebuilt; checked before the commit.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      // Another process may have done it while this one waited for the lock.
      for (const migration of migrations.slice(schemaVersion(db))) {
        db.exec(migration.sql);
        db.pragma(`user_version = ${migration.version}`);
      }
      db.pragma(`application_id = ${APPLICATION_ID}`);
      const orphans = db.pragma('foreign_key_check');
      if (Array.isArray(orphans) && orphans.length > 0) {
        throw new Error(`Migration leaves ${orphans.length} rows without their parent`);
      }
    }).immediate();
  } finally {
    db.pragma('foreign_keys = ON');
  }
  assertSound(db);
  return newest;
}

export const schemaVersion = (db: Database): number =>
  Number(db.pragma('user_version', { simple: true }));

function assertSound(db: Database): void {
  const result: unknown = db.pragma('integrity_check(1)', { simple: true });
  if (result !== 'ok')
    throw new AppError('damaged', `The portfolio failed its check: ${String(result)}.`);
}

/**
 * Writes a copy of the whole database to `backups/<name>.sqlite`, proves it, and only then gives it
 * its name.
 * @throws AppError disk_full when the copy would not fit; damaged when the copy fails its check
 */
export function backUpBefore(db: Database, folder: string, name: string): string {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  const space = statfsSync(folder);
  const needed = statSync(databaseFile(folder)).size * 2;
  if (space.bavail * space.bsize < needed) {
    throw new AppError(
      'disk_full',
      'Too little space for a safety copy. Free some space and try again.',
    );
  }
  const file = join(backups, `${name}.sqlite`);
  const temporary = `${file}.partial`;
  db.prepare('VACUUM INTO ?').run(temporary);
  const copy = new BetterSqlite3(temporary, { readonly: true });
  try {
    assertSound(copy);
  } finally {
    copy.close();
  }
  renameSync(temporary, file);
  return file;
}
