import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { databaseFile } from '../../electron/engine/database.ts';
import { launchLaurel, ROOT } from '../support/app.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { interleaved, median, ms, type Figure } from './measure.ts';

const PAIRS = 15;
const out = process.env['LAUREL_OUT'] ?? join(ROOT, 'out');
/** Below node_modules, so that React and SQLite's binding are found as in the application. */
const work = join(ROOT, 'node_modules/.cache/laurel-start');

/** P15: what the first screen loads of script, gzipped, against the smallest page of React. */
export async function benchScript(folder: string, rows: number): Promise<Figure> {
  const scripts = firstScripts();
  await proveEnough(folder, scripts);
  const ours = scripts.reduce((sum, path) => sum + gzipped(join(out, 'renderer', path)), 0);
  const other = await smallestReact();
  const ratio = ours / other;
  return {
    id: 'P15',
    what: 'first-screen script, gzipped',
    rows,
    ours: kilobytes(ours),
    other: kilobytes(other),
    otherName: 'minimal React',
    ratio,
    bar: '≤ 3',
    met: ratio <= 3,
  };
}

/** What the page names in its head: its script and all that this imports. */
function firstScripts(): string[] {
  const html = readFileSync(join(out, 'renderer', 'index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\.?(\/[^"]+\.js)"/g)].map(([, path = '']) => path);
}

/** Shows Today in the real window with every other script held back. @throws when it needs more */
async function proveEnough(folder: string, scripts: readonly string[]): Promise<void> {
  await using laurel = await launchLaurel({ folder });
  const { page } = laurel;
  const loaded: string[] = [];
  await page.locator('role=main >> role=heading').first().waitFor();
  await page.route('**/*.js', async (route) => {
    const { pathname } = new URL(route.request().url());
    loaded.push(pathname);
    await (scripts.includes(pathname) ? route.continue() : route.abort());
  });
  await page.reload();
  await page.locator('role=main >> role=listitem').first().waitFor();
  const missing = scripts.filter((script) => !loaded.includes(script));
  if (missing.length > 0) throw new Error(`The page has not asked for ${missing.join(', ')}`);
}

async function smallestReact(): Promise<number> {
  mkdirSync(work, { recursive: true });
  writeFileSync(
    join(work, 'smallest.js'),
    `import { createElement } from 'react';
     import { createRoot } from 'react-dom/client';
     createRoot(document.body).render(createElement('p', null, 'Ready'));`,
  );
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: join(work, 'out'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      rolldownOptions: {
        input: join(work, 'smallest.js'),
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  return gzipped(join(work, 'out', 'smallest.js'));
}

const gzipped = (file: string): number => gzipSync(readFileSync(file)).length;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** P15: the engine's process from its start until it answers, against one that only opens the file. */
export async function benchEngineStart(folder: string, rows: number): Promise<Figure> {
  using logs = temporaryFolder();
  mkdirSync(work, { recursive: true });
  const bare = join(work, 'bare.mjs');
  writeFileSync(
    bare,
    `import BetterSqlite3 from 'better-sqlite3';
     const db = new BetterSqlite3(process.argv[2]);
     db.prepare('SELECT count(*) FROM sqlite_schema').get();
     process.on('message', () => { db.close(); process.exit(0); });
     process.send({ type: 'ready' });`,
  );
  const { ours, other } = await interleaved(
    PAIRS,
    () =>
      timeToReady(join(out, 'main', 'engine.js'), [
        `--folder=${folder}`,
        '--version=0.0.0-bench',
        `--logs=${logs.path}`,
      ]),
    () => timeToReady(bare, [databaseFile(folder)]),
  );
  rmSync(work, { recursive: true, force: true });
  const ratio = median(ours) / median(other);
  return {
    id: 'P15',
    what: 'engine start',
    rows,
    ours: ms(median(ours)),
    other: ms(median(other)),
    otherName: 'bare better-sqlite3 open',
    ratio,
    bar: '≤ 2',
    met: ratio <= 2,
  };
}

async function timeToReady(script: string, args: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = fork(script, args, { execArgv: [], serialization: 'advanced' });
  const ended = once(child, 'exit');
  await Promise.race([once(child, 'message'), ended]);
  const time = performance.now() - start;
  if (!child.connected) throw new Error(`${script} ended before it was ready`);
  child.send({ type: 'quit' });
  await ended;
  return time;
}
