import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from '../support/bundle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { toReport, type Figure } from './measure.ts';
import { benchEngineStart, benchScript } from './start.bench.ts';
import { fillStore } from './store.ts';
import { benchList, benchStart } from './window.bench.ts';

const LARGE = 100_000;
const SMALL = 1_000;

const chosen = process.argv.slice(2).map((name) => name.toUpperCase());
const isChosen = (id: string) => chosen.length === 0 || chosen.includes(id);
const figures: Figure[] = [...(await engineFigures()), ...(await windowFigures())];
const sorted = figures.toSorted(
  (a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }) || a.rows - b.rows,
);
process.stdout.write(`${toReport(sorted)}\n`);

/** The engine's benchmarks run from a bundle, as the application does. */
async function engineFigures(): Promise<Figure[]> {
  const out = await bundle('laurel-bench', {
    figures: 'tests/bench/figures.ts',
    importWorker: 'electron/engine/importWorker.ts',
  });
  const { stdout, status } = spawnSync(process.execPath, [join(out, 'figures.js'), ...chosen], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  });
  if (status !== 0) throw new Error('The engine’s benchmarks ended with an error');
  return JSON.parse(stdout) as Figure[]; // written by figures.ts
}

/** The window's benchmarks drive the built application. */
async function windowFigures(): Promise<Figure[]> {
  if (!['P13', 'P14', 'P15'].some(isChosen)) return [];
  using large = temporaryFolder();
  using small = temporaryFolder();
  fillStore(large.path, LARGE);
  fillStore(small.path, SMALL);
  return [
    ...(isChosen('P13') ? [await benchList(large.path, small.path, LARGE)] : []),
    ...(isChosen('P14') ? await benchStart(large.path, LARGE) : []),
    ...(isChosen('P15')
      ? [await benchScript(small.path, SMALL), await benchEngineStart(large.path, LARGE)]
      : []),
  ];
}
