export type Figure = Readonly<{
  /** P number of performance.md. */
  id: string;
  what: string;
  /** Store size, in credentials. */
  rows: number;
  ours: string;
  other: string;
  otherName: string;
  ratio: number;
  bar: string;
  met: boolean;
}>;

/** Milliseconds that the work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The value below which the share `at` (0 to 1) of the samples lies. */
export function quantile(samples: readonly number[], at: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** Runs two arms in turn, so that a drift of the machine meets both alike. */
export async function interleaved(
  pairs: number,
  ours: (round: number) => Promise<number>,
  other: (round: number) => Promise<number>,
): Promise<{ ours: number[]; other: number[] }> {
  const samples = { ours: [] as number[], other: [] as number[] };
  for (let round = 0; round < pairs; round += 1) {
    if (round % 2 === 0) {
      samples.ours.push(await ours(round));
      samples.other.push(await other(round));
    } else {
      samples.other.push(await other(round));
      samples.ours.push(await ours(round));
    }
  }
  return samples;
}

export const ms = (value: number): string =>
  value < 10 ? `${value.toFixed(2)} ms` : `${value.toFixed(0)} ms`;

/** The table of a run, one line a figure. */
export function toReport(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.id,
    figure.what,
    figure.rows.toLocaleString('en'),
    figure.ours,
    `${figure.other} (${figure.otherName})`,
    figure.ratio.toFixed(2),
    figure.bar,
    figure.met ? 'met' : 'MISSED',
  ]);
  const all = [['#', 'what', 'rows', 'Laurel', 'against', 'ratio', 'bar', ''], ...rows];
  const widths =
    all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
