import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { z } from 'zod';

const script = fileURLToPath(new URL('../../support/printDates.ts', import.meta.url));
const outputSchema = z.strictObject({ offsets: z.array(z.number()), lines: z.array(z.string()) });

function datesIn(zone: string): z.infer<typeof outputSchema> {
  const text = execFileSync(process.execPath, [script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return outputSchema.parse(JSON.parse(text));
}

test('the rules on dates give the same whatever the zone of the machine', () => {
  const utc = datesIn('UTC');
  expect(utc.offsets).toEqual([0, 0, 0]);
  expect(utc.lines.length).toBeGreaterThan(4_000);
  for (const line of utc.lines) {
    const [day = '', epochDay = '', later = ''] = line.split(' ');
    const byTemporal = Temporal.PlainDate.from(day);
    expect(later).toBe(byTemporal.add({ days: 45 }).toString());
    expect(Number(epochDay)).toBe(Temporal.PlainDate.from('1970-01-01').until(byTemporal).days);
    expect(line.split(`{"date":"${day}","ambiguous":false}`).length - 1).toBe(4);
  }

  for (const [zone, winter, summer] of [
    ['Pacific/Auckland', -780, -720],
    ['America/Los_Angeles', 480, 420],
  ] as const) {
    const { offsets, lines } = datesIn(zone);
    expect(offsets.slice(0, 2), `${zone} is in force`).toEqual([winter, summer]);
    expect(lines, zone).toEqual(utc.lines);
  }
});
