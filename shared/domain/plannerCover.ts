import type { Ticks } from '#shared/domain/plannerModel.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';

/** So much clock time must lie within these days; `of`, `from` and `to` say who asks. */
export type Asked = Readonly<{
  of: number;
  from: number;
  to: number;
  start: PlainDate;
  end: PlainDate;
  ticks: Ticks;
}>;

export type Cover = Readonly<{
  /** Clock time by its last possible day, soonest first. */
  hours: readonly Readonly<{ on: PlainDate; ticks: Ticks }>[];
  /** Askers whose days do not overlap and whose time adds up to all of it: no less would do. */
  proof: readonly Asked[];
}>;

/**
 * The least clock time that gives every stretch of days what it asks for, time of one day serving
 * all stretches that it lies in. Soonest end first, what lacks is put on the last day: the greedy
 * of interval stabbing, whose `proof` shows that it cannot be done with less.
 */
export function coverOf(asked: readonly Asked[]): Cover {
  const hours: { on: PlainDate; ticks: Ticks }[] = [];
  const upTo: Ticks[] = [];
  const forced: Asked[] = [];
  for (const one of asked.toSorted((a, b) => (a.end < b.end ? -1 : Number(a.end > b.end)))) {
    const all = upTo.at(-1) ?? 0;
    const lack = one.ticks - (all - before(hours, upTo, one.start));
    if (lack <= 0) continue;
    forced.push(one);
    const latest = hours.at(-1);
    if (latest?.on === one.end) {
      latest.ticks += lack;
      upTo[upTo.length - 1] = all + lack;
    } else {
      hours.push({ on: one.end, ticks: lack });
      upTo.push(all + lack);
    }
  }

  const proof: Asked[] = [];
  for (const one of forced.toReversed()) {
    const earliest = proof.at(-1);
    if (earliest === undefined || one.end < earliest.start) proof.push(one);
  }
  return { hours, proof: proof.toReversed() };
}

/** Clock time on days before that one; days are in order. */
function before(
  hours: readonly Readonly<{ on: PlainDate }>[],
  upTo: readonly Ticks[],
  start: PlainDate,
): Ticks {
  let low = 0;
  let high = hours.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hours[middle]?.on ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return upTo[low - 1] ?? 0;
}
