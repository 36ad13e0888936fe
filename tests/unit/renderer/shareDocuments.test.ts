import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { eventsOf } from '../../../renderer/features/share/calendarEvents.ts';
import { moved } from '../../../renderer/features/share/moved.ts';
import { shareSearchSchema } from '../../../renderer/features/share/views.ts';
import { aCredential, openTestEngine, TODAY } from '../../support/engine.ts';
import { propertyRuns } from '../../support/property.ts';

describe('moved', () => {
  test('puts one item at another place and keeps the order of the rest', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moved(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
  });

  test('over the ends nothing moves', () => {
    const list = ['a', 'b'];
    expect(moved(list, 0, -1)).toBe(list);
    expect(moved(list, 1, 2)).toBe(list);
  });

  test('the item stands where it was put, the others in their order, and back again is as before', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (list, one, other) => {
          const [from, to] = [one % list.length, other % list.length];
          const after = moved(list, from, to);
          expect(after[to]).toBe(list[from]);
          expect(after.filter((each) => each !== list[from])).toEqual(
            list.filter((each) => each !== list[from]),
          );
          expect(moved(after, to, from)).toEqual(list);
        },
      ),
      propertyRuns(200),
    );
  });
});

test('the days of a calendar file are read back from the file, whatever a title holds', async () => {
  using engine = openTestEngine();
  const title = `A, very; long \\ title that is folded over lines: ${'é'.repeat(80)} 🎓 end`;
  await engine.call('credentials.create', {
    fields: aCredential({ title, expires: partialDateSchema.parse('2027-05-20') }),
    asOf: TODAY,
  });
  const { text, events } = await engine.call('exports.ics', { asOf: TODAY });
  const read = eventsOf(text);
  expect(read).toHaveLength(events);
  expect(read.every(({ on }) => on.startsWith('2027-05-'))).toBe(true);
  expect(read.map(({ summary }) => summary).join()).toContain(title);
});

test('an output that is not known is left out of the address', () => {
  expect(shareSearchSchema.parse({ output: 'drift' })).toEqual({ output: 'drift' });
  expect(shareSearchSchema.parse({ output: 'https://x' }).output).toBeUndefined();
});
