import type { WallClock } from '#shared/domain/reminderDelivery.ts';
import { day } from './aPolicy.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Every zone of the IANA database that this Node knows. */
export const zones: readonly string[] = Intl.supportedValuesOf('timeZone');

/** A clock on a wall somewhere, which runs, sleeps and is set back as the test says. */
export type FakeClock = Readonly<{
  /** Milliseconds since 1970-01-01 UTC. */
  instant: () => number;
  /** What it shows in its zone. */
  now: () => WallClock;
  /** Forward; back for a negative number. */
  move: (ms: number) => void;
}>;

/** A clock in a zone that starts at an instant. */
export function createFakeClock(zone: string, start: number): FakeClock {
  let instant = start;
  return {
    instant: () => instant,
    now: () => wallClockAt(zone, instant),
    move: (ms) => {
      instant += ms;
    },
  };
}

/** What clocks in a zone show at an instant, by the zone's own rules. */
export function wallClockAt(zone: string, instant: number): WallClock {
  const text = formatOf(zone).format(instant);
  return {
    day: day(text.slice(0, 10)),
    minute: Number(text.slice(11, 13)) * 60 + Number(text.slice(14)),
  };
}

/**
 * The instants, to the minute, from which clocks in a zone are changed: summer time, and zones that
 * move to another offset or across the date line.
 */
export function clockChanges(zone: string, from: number, to: number): number[] {
  const changes: number[] = [];
  const step = 7 * DAY_MS;
  for (let start = from; start < to; start += step) {
    let [before, after] = [start, Math.min(start + step, to)];
    if (offsetAt(zone, before) === offsetAt(zone, after)) continue;
    while (after - before > MINUTE_MS) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE_MS) * MINUTE_MS;
      if (offsetAt(zone, middle) === offsetAt(zone, before)) before = middle;
      else after = middle;
    }
    changes.push(after);
  }
  return changes;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes `2026-11-25 17:05`. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, format);
  return format;
}

function offsetAt(zone: string, instant: number): number {
  const shown = Date.parse(`${formatOf(zone).format(instant).replace(' ', 'T')}Z`);
  return shown - Math.floor(instant / MINUTE_MS) * MINUTE_MS;
}
