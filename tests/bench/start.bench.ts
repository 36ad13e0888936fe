import { fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { databaseFile } from '../../electron/engine/database.ts';
import { launchLaurel, ROOT } from '../support/app.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { interleaved, median, ms, type Figure } from './measure.ts';

const PAIRS = 15;
const FIRST_SCREEN = 'role=main >> role=heading[level=1]';
const out = process.env['LAUREL_OUT'] ?? join(ROOT, 'out');
/** Below node_modules, so that React and SQLite's binding are found as in the application. */
const work = join(ROOT, 'node_modules/.cache/laurel-start');

/** P15: what the first screen loads of script, gzipped, against the smallest page of React. */
export async function benchScript(folder: string, rows: number): Promise<Figure> {
  const scripts = await firstScripts(folder);
  if (scripts.length === 0) throw new Error('The page has asked for no script');
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

/** The scripts that a start asks for until the first screen is painted, by their paths. */
async function firstScripts(folder: string): Promise<string[]> {
  await using laurel = await launchLaurel({ folder });
  const { page } = laurel;
  await page.locator(FIRST_SCREEN).waitFor();
  const asked: Readonly<{ path: string; at: number }>[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) asked.push({ path: pathname, at: Date.now() });
  });
  await page.reload();
  await page.locator(FIRST_SCREEN).waitFor();
  const painted = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return paint === undefined ? null : performance.timeOrigin + paint.startTime;
  });
  if (painted === null) throw new Error('The page has painted nothing');
  return asked.filter(({ at }) => at <= painted).map(({ path }) => path);
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
  // Where SQLite's binding is found, whichever folder the build is in.
  cpSync(join(out, 'main'), join(work, 'main'), { recursive: true });
  writeFileSync(join(work, 'package.json'), JSON.stringify({ type: 'module' }));
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
      timeToReady(join(work, 'main', 'engine.js'), [
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
  const child = fork(script, args, {
    execArgv: [],
    serialization: 'advanced',
    // As the application starts it.
    env: { ...process.env, NODE_COMPILE_CACHE: join(work, 'compiled') },
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child, 'message'), ended]);
  const time = performance.now() - start;
  if (!child.connected) throw new Error(`${script} ended before it was ready`);
  child.send({ type: 'quit' });
  await ended;
  return time;
}
