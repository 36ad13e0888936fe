import { temporaryFolder } from '../support/temporaryFolder.ts';
import { benchEdit, benchFirstPage, benchOpen, benchSearch } from './engine.bench.ts';
import { benchImport } from './import.bench.ts';
import type { Figure } from './measure.ts';
import { fillStore } from './store.ts';

const SIZES = [1_000, 10_000, 100_000] as const;
const LARGEST = 100_000;

type Benchmark = Readonly<{
  id: string;
  run: (folder: string, rows: number) => Promise<Figure>;
  everySize: boolean;
}>;

/** In an order in which an earlier one leaves the store as the next expects it. */
const benchmarks: readonly Benchmark[] = [
  { id: 'P1', run: benchImport, everySize: true },
  { id: 'P4', run: benchFirstPage, everySize: true },
  { id: 'P5', run: benchSearch, everySize: true },
  { id: 'P7', run: benchOpen, everySize: false },
  { id: 'P3', run: benchEdit, everySize: false },
];

const chosen = process.argv.slice(2).map((name) => name.toUpperCase());
const figures: Figure[] = [];
for (const rows of SIZES) {
  const due = benchmarks.filter(
    ({ id, everySize }) =>
      (everySize || rows === LARGEST) && (chosen.length === 0 || chosen.includes(id)),
  );
  if (due.length === 0) continue;
  using folder = temporaryFolder();
  fillStore(folder.path, rows);
  for (const { id, run } of due) {
    process.stderr.write(`${id} at ${rows.toLocaleString('en')} rows\n`);
    figures.push(await run(folder.path, rows));
  }
}
process.stdout.write(JSON.stringify(figures));
