import { temporaryFolder } from '../support/temporaryFolder.ts';
import { benchDocuments } from './documents.bench.ts';
import { benchEdit, benchFirstPage, benchOpen, benchSearch } from './engine.bench.ts';
import { benchImport } from './import.bench.ts';
import { benchLedger, fillLedger } from './ledger.bench.ts';
import type { Figure } from './measure.ts';
import { benchStacks } from './stacks.bench.ts';
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
if (chosen.length === 0 || chosen.some((id) => id.startsWith('R'))) {
  using folder = temporaryFolder();
  fillLedger(folder.path);
  process.stderr.write('R1 to R4 with 20,000 activities\n');
  const all = await benchLedger(folder.path);
  figures.push(...all.filter(({ id }) => chosen.length === 0 || chosen.includes(id)));
}
if (chosen.length === 0 || chosen.includes('S1')) {
  using folder = temporaryFolder();
  fillStore(folder.path, 10_000);
  process.stderr.write('S1 at 10,000 rows\n');
  figures.push(await benchStacks(folder.path, 10_000));
}
if (chosen.length === 0 || chosen.includes('P16')) {
  process.stderr.write('P16 with 50 lines\n');
  figures.push(...(await benchDocuments()));
}
process.stdout.write(JSON.stringify(figures));
