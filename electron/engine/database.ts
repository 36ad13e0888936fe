import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { AppError } from '#shared/appError.ts';

export type { Database };

/** Marks the file as ours: 'LAUR'. */
export const APPLICATION_ID = 0x4c_41_55_52;
/** Older versions have a WAL defect that can lose commits (reliability.md, storage). */
const OLDEST_SQLITE = [3, 51, 3] as const;
const BUSY_TIMEOUT_MS = 5000;
const CHECK_EVERY_DAYS = 7;

/** Settings that the promises rest on; each is read back, since SQLite ignores what it cannot do. */
const PRAGMAS: ReadonlyArray<readonly [name: string, value: string | number, readBack: unknown]> = [
  ['busy_timeout', BUSY_TIMEOUT_MS, BUSY_TIMEOUT_MS],
  ['journal_mode', 'WAL', 'wal'],
  // FULL, not the NORMAL that better-sqlite3 compiles in: an acknowledged change survives power loss.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', 0, 0],
  ['secure_delete', 'ON', 1],
  ['cache_size', -65_536, -65_536],
  ['temp_store', 'MEMORY', 2],
  // Moving the WAL into the database is left to idle moments (engine.ts), this is the latest.
  ['wal_autocheckpoint', 16_000, 16_000],
];

export const databaseFile = (folder: string): string => join(folder, 'portfolio.sqlite');
const runningMark = (folder: string): string => join(folder, '.running');
const checkedMark = (folder: string): string => join(folder, '.checked');

/**
 * Opens the portfolio's database in `folder`, making both when absent, and proves that it is ours
 * and sound (reliability.md, open sequence). Migrations are run by the caller, before use.
 * @throws AppError not_a_portfolio, damaged, read_only, disk_full
 */
export function openDatabase(folder: string): Database {
  const db = connect(folder);
  try {
    assertVersion(db);
    assertOurs(db);
    for (const [name, value, expected] of PRAGMAS) {
      if (name === 'mmap_size') db.pragma('mmap_size = 0');
      else db.pragma(`${name} = ${value}`);
      const actual: unknown = db.pragma(name, { simple: true });
      // A build without memory mapping has nothing to read back.
      if (actual !== expected && !(name === 'mmap_size' && actual === undefined)) {
        throw new AppError('internal', `SQLite did not take ${name} = ${value}: ${String(actual)}`);
      }
    }
    if (process.platform === 'darwin') db.pragma('fullfsync = ON');
    checkAfterUncleanEnd(db, folder);
    return db;
  } catch (error) {
    db.close();
    throw toStorageError(error, folder);
  }
}

/** Marks a clean end: the next start need not check the whole file. */
export function closeDatabase(db: Database, folder: string): void {
  db.pragma('optimize');
  db.close();
  rmSync(runningMark(folder), { force: true });
}

function connect(folder: string): Database {
  try {
    mkdirSync(folder, { recursive: true });
    return new BetterSqlite3(databaseFile(folder), { timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    throw toStorageError(error, folder);
  }
}

function assertVersion(db: Database): void {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) throw new AppError('internal', `SQLite ${version} is too old to be trusted.`);
  }
}

function assertOurs(db: Database): void {
  const id = Number(db.pragma('application_id', { simple: true }));
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (id !== APPLICATION_ID && (id !== 0 || tables > 0)) {
    throw new AppError(
      'not_a_portfolio',
      `${db.name} is not a Laurel portfolio. Choose another folder; the file was left as it is.`,
    );
  }
}

function checkAfterUncleanEnd(db: Database, folder: string): void {
  const unclean = existsSync(runningMark(folder));
  const checked = checkedMark(folder);
  const stale =
    !existsSync(checked) || Date.now() - statSync(checked).mtimeMs > CHECK_EVERY_DAYS * 86_400_000;
  if (unclean || stale) {
    const result: unknown = db.pragma('quick_check(1)', { simple: true });
    const orphans = db.pragma('foreign_key_check');
    if (result !== 'ok' || (Array.isArray(orphans) && orphans.length > 0)) {
      throw new AppError(
        'damaged',
        `The portfolio in ${folder} is damaged (${String(result)}). ` +
          'Run "laurel doctor" or restore a copy from its backups folder.',
      );
    }
    writeMark(checked);
  }
  writeMark(runningMark(folder));
}

/** A folder that takes no mark takes no changes either; those are refused when they are tried. */
function writeMark(file: string): void {
  try {
    writeFileSync(file, '');
  } catch (error) {
    if (!isErrno(error)) throw error;
  }
}

const isErrno = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error;

/**
 * What SQLite or the file system reports, as an error that says what to do.
 * Anything unknown is returned as it is.
 */
export function toStorageError(error: unknown, folder: string): unknown {
  if (error instanceof AppError || !isErrno(error)) return error;
  const code = String(error.code);
  const cause = { cause: error };
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') {
    return new AppError(
      'disk_full',
      'The disk is full. Nothing was changed; free some space and try again.',
      cause,
    );
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code === 'EROFS' ||
    code === 'EACCES' ||
    code === 'EPERM'
  ) {
    return new AppError(
      'read_only',
      `${folder} cannot be written. Nothing was changed; check its permissions.`,
      cause,
    );
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new AppError(
      'busy',
      'Another Laurel is writing to this portfolio. Nothing was changed; try again.',
      cause,
    );
  }
  if (code === 'SQLITE_NOTADB') {
    return new AppError(
      'not_a_portfolio',
      `portfolio.sqlite in ${folder} is not a Laurel portfolio, or it is damaged. It was left as it is.`,
      cause,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new AppError(
      'damaged',
      `The portfolio in ${folder} is damaged. Run "laurel doctor" or restore a copy from its backups folder.`,
      cause,
    );
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO') {
    return new AppError(
      'disk_full',
      `The disk did not take the change (${code}). Nothing was changed; check the disk and try again.`,
      cause,
    );
  }
  if (code === 'SQLITE_CANTOPEN' || code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT') {
    return new AppError(
      'invalid_input',
      `${folder} cannot be used as a data folder. Choose a folder that can be written.`,
      cause,
    );
  }
  return error;
}
