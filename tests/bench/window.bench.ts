import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { resolveElectron } from '../../scripts/electron-runtime.mjs';
import { launchLaurel, type Laurel } from '../support/app.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { interleaved, median, ms, type Figure } from './measure.ts';

const PAIRS = 5;
const WARM_UP = 2;
const MOST_NODES = 600;
const IDLE_MS = 2000;
const TABLE = 'role=grid';
const FIRST_ROW = 'role=grid >> role=row >> nth=5';

type Started = Readonly<{ time: number; pssKb: number }>;

/** P13: mounting the list of a large portfolio against that of a small one, in the real window. */
export async function benchList(large: string, small: string, rows: number): Promise<Figure> {
  await using big = await launchLaurel({ folder: large, size: { width: 1280, height: 800 } });
  await using little = await launchLaurel({ folder: small, size: { width: 1280, height: 800 } });
  const { ours, other } = await interleaved(
    15,
    () => mountList(big),
    () => mountList(little),
  );
  const nodes = await big.page.locator(TABLE).locator('*').count();
  const ratio = median(ours) / median(other);
  return {
    id: 'P13',
    what: `list mounted (${nodes} nodes)`,
    rows,
    ours: ms(median(ours)),
    other: ms(median(other)),
    otherName: '1,000 rows',
    ratio,
    bar: `≤ 1.3; ≤ ${MOST_NODES} nodes`,
    met: ratio <= 1.3 && nodes <= MOST_NODES,
  };
}

async function mountList({ page }: Laurel): Promise<number> {
  await page.evaluate(() => (window.location.hash = '#/settings'));
  await page.locator(TABLE).waitFor({ state: 'detached' });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now();
        window.location.hash = '#/credentials';
        const look = () => {
          const shown = document.querySelectorAll('[role=grid] [role=row]').length;
          if (shown > 5) requestAnimationFrame(() => resolve(performance.now() - start));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
}

/** P14: from the start of the process to the first rows, and memory when idle, against an empty window. */
export async function benchStart(folder: string, rows: number): Promise<Figure[]> {
  using empty = temporaryFolder();
  using home = temporaryFolder();
  writeFileSync(
    join(empty.path, 'package.json'),
    JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.js' }),
  );
  writeFileSync(
    join(empty.path, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<p id="ready">Ready</p>'));`,
  );
  // The first starts fill the caches of compiled code that every later one has.
  for (let round = 0; round < WARM_UP; round += 1) {
    await startLaurel(folder, home.path);
    await startEmpty(empty.path);
  }
  const laurel: Started[] = [];
  const bare: Started[] = [];
  const { ours, other } = await interleaved(
    PAIRS,
    async () => keep(laurel, await startLaurel(folder, home.path)),
    async () => keep(bare, await startEmpty(empty.path)),
  );
  const time = median(ours) / median(other);
  const memory = median(laurel.map(({ pssKb }) => pssKb)) / median(bare.map(({ pssKb }) => pssKb));
  const megabytes = (all: readonly Started[]) =>
    `${Math.round(median(all.map(({ pssKb }) => pssKb)) / 1024)} MB`;
  const common = { id: 'P14', rows, otherName: 'empty Electron window' };
  return [
    {
      ...common,
      what: 'process start to first rows',
      ours: ms(median(ours)),
      other: ms(median(other)),
      ratio: time,
      bar: '≤ 1.4',
      met: time <= 1.4,
    },
    {
      ...common,
      what: 'memory when idle (PSS)',
      ours: megabytes(laurel),
      other: megabytes(bare),
      ratio: memory,
      bar: '≤ 1.5',
      met: memory <= 1.5,
    },
  ];
}

function keep(all: Started[], one: Started): number {
  all.push(one);
  return one.time;
}

async function startLaurel(folder: string, home: string): Promise<Started> {
  const start = performance.now();
  await using laurel = await launchLaurel({ folder, home, size: { width: 1280, height: 800 } });
  await laurel.page.evaluate(() => (window.location.hash = '#/credentials'));
  await laurel.page.locator(FIRST_ROW).waitFor();
  const time = performance.now() - start;
  await laurel.page.waitForFunction((until) => performance.now() > until, IDLE_MS);
  return { time, pssKb: pssOfTree(laurel.app.process().pid ?? 0) };
}

async function startEmpty(folder: string): Promise<Started> {
  const { executablePath } = await resolveElectron();
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  const start = performance.now();
  const app = await _electron.launch({
    executablePath,
    args: [folder, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'],
    env: { ...(process.env as Record<string, string>), XDG_CONFIG_HOME: home }, // its values are texts
  });
  const page = await app.firstWindow();
  await page.locator('#ready').waitFor();
  const time = performance.now() - start;
  await page.waitForFunction((until) => performance.now() > until, IDLE_MS);
  const pssKb = pssOfTree(app.process().pid ?? 0);
  await app.close();
  return { time, pssKb };
}

/** Memory of a process and all below it, shared pages divided among their users, in kB. */
function pssOfTree(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = /^PPid:\s+(\d+)/m.exec(readOrNothing(`/proc/${name}/status`))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  return [...parents.keys()]
    .filter(isBelow)
    .reduce(
      (sum, pid) =>
        sum + Number(/^Pss:\s+(\d+)/m.exec(readOrNothing(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
      0,
    );
}

/** A process may end between being listed and being read. */
function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
