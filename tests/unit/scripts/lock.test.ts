import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { withLock } from '../../../scripts/lib/lock.mjs';
import { ROOT } from '../../../scripts/lib/paths.mjs';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const MODULE = pathToFileURL(join(ROOT, 'scripts/lib/lock.mjs')).href;

test('processes that want one lock work one after the other', async () => {
  using folder = temporaryFolder();
  const lock = join(folder.path, 'a.lock');
  const journal = join(folder.path, 'journal');
  const program = `
    import { appendFileSync } from 'node:fs';
    import { setTimeout } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(MODULE)};
    await withLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(journal)}, '(');
      await setTimeout(40);
      appendFileSync(${JSON.stringify(journal)}, ')');
    });`;
  const children = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' }),
  );
  const statuses = await Promise.all(
    children.map((child) => new Promise((resolve) => child.on('close', resolve))),
  );

  expect(statuses).toEqual([0, 0, 0, 0]);
  expect(readFileSync(journal, 'utf8')).toBe('()()()()');
  expect(existsSync(lock)).toBe(false);
});

test('the lock of a process that is gone is taken over at once', async () => {
  using folder = temporaryFolder();
  const lock = join(folder.path, 'a.lock');
  const { pid } = spawnSync(process.execPath, ['--eval', '']);
  mkdirSync(lock);
  writeFileSync(join(lock, 'owner'), `${pid}@${hostname()}`);

  await expect(withLock(lock, async () => 'done')).resolves.toBe('done');
});

test('a lock from another machine counts until it shows no sign of life', async () => {
  using folder = temporaryFolder();
  const lock = join(folder.path, 'a.lock');
  mkdirSync(lock);
  writeFileSync(join(lock, 'owner'), '1@another-machine');
  let isTaken = false;
  const waiting = withLock(lock, async () => void (isTaken = true));

  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(isTaken).toBe(false);

  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(lock, longAgo, longAgo);
  await waiting;
  expect(isTaken).toBe(true);
});

test('work that fails frees the lock and its error comes through', async () => {
  using folder = temporaryFolder();
  const lock = join(folder.path, 'a.lock');

  const failing = withLock(lock, () => Promise.reject(new Error('no luck')));

  await expect(failing).rejects.toThrow('no luck');
  expect(existsSync(lock)).toBe(false);
});
