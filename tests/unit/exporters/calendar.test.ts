import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  nextCalendarState,
  toCalendar,
  type CalendarEntry,
  type CalendarEvent,
} from '../../../electron/engine/exporters/calendar.ts';
import { anEvent, countingUids, fileOf, fresh, STAMP } from '../../support/aCalendar.ts';
import { day } from '../../support/aPolicy.ts';
import { propertyRuns } from '../../support/property.ts';

const script = fileURLToPath(new URL('../../support/printCalendar.ts', import.meta.url));

function parse(text: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(text));
}

function eventsOf(text: string): ICAL.Component[] {
  return parse(text).getAllSubcomponents('vevent');
}

function valueOf(component: ICAL.Component | undefined, name: string): string | null {
  const value = component?.getFirstPropertyValue(name);
  return value === null || value === undefined ? null : String(value);
}

/** NAME is TEXT by RFC 7986, which ical.js does not know: it leaves the escapes. */
function nameOf(text: string): string | undefined {
  return valueOf(parse(text), 'name')?.replace(/\\([\\;,])/g, '$1');
}

test('an event fills its day, blocks no time, and rings at nine on the days before', () => {
  const text = fresh(anEvent());
  const [event] = eventsOf(text);

  expect(text).toContain('DTSTART;VALUE=DATE:20270131\r\n');
  expect(text).not.toMatch(/DTEND|DURATION:P(?!1D)|RRULE/);
  expect(valueOf(event, 'transp')).toBe('TRANSPARENT');
  expect(valueOf(event, 'status')).toBe('CONFIRMED');
  expect(valueOf(event, 'dtstamp')).toBe(STAMP);
  expect(valueOf(event, 'uid')).toBe('00000000-0000-4000-8000-000000000001');
  expect(valueOf(event, 'sequence')).toBe('0');
  expect(text.match(/^TRIGGER.*$/gm)).toEqual([
    'TRIGGER:-P29DT15H',
    'TRIGGER:-P6DT15H',
    // Counted from the end, as the library would, it would ring the day after.
    'TRIGGER;RELATED=START:PT9H',
  ]);

  const start = ICAL.Time.fromDateTimeString('2027-01-31T00:00:00');
  const rings = event?.getAllSubcomponents('valarm').map((alarm) => {
    const trigger = alarm.getFirstPropertyValue('trigger');
    const at = start.clone();
    if (trigger instanceof ICAL.Duration) at.addDuration(trigger);
    return [valueOf(alarm, 'action'), valueOf(alarm, 'description'), at.toString()];
  });
  expect(rings).toEqual([
    ['DISPLAY', 'PMP expires', '2027-01-01T09:00:00'],
    ['DISPLAY', 'PMP expires', '2027-01-24T09:00:00'],
    ['DISPLAY', 'PMP expires', '2027-01-31T09:00:00'],
  ]);
});

test('the calendar names itself, asks to be read daily, and sends no method', () => {
  const text = toCalendar({
    name: 'Mine; yours, ours\nMETHOD:REQUEST',
    entries: [],
    events: [],
    stamp: STAMP,
  });
  const calendar = parse(text);

  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-\/\/Laurel\/\/Laurel\/\/EN\r\n/);
  expect(text).toMatch(/\r\nEND:VCALENDAR\r\n$/);
  expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n');
  expect(text).toContain('X-WR-CALNAME:Mine\\; yours\\, ours METHOD:REQUEST\r\n');
  expect(nameOf(text)).toBe('Mine; yours, ours METHOD:REQUEST');
  expect(calendar.getFirstProperty('method')).toBeNull();
});

test('the file is the same wherever it is made', () => {
  const outputSchema = z.strictObject({ offset: z.number(), text: z.string() });
  const printedIn = (zone: string) =>
    outputSchema.parse(
      JSON.parse(
        execFileSync(process.execPath, [script], {
          env: { ...process.env, TZ: zone },
          encoding: 'utf8',
        }),
      ),
    );
  const utc = printedIn('UTC');
  expect(utc.text.match(/^DTSTART.*$/gm)).toEqual(
    ['19011231', '20260329', '20260405', '20270101', '20270131'].map(
      (text) => `DTSTART;VALUE=DATE:${text}`,
    ),
  );
  for (const [zone, offset] of [
    ['Pacific/Auckland', -780],
    ['America/Los_Angeles', 480],
  ] as const) {
    expect(printedIn(zone), zone).toEqual({ offset, text: utc.text });
  }
});

test('an entry keeps its uid, and its sequence rises with the day, the summary, and being cancelled', () => {
  const newUid = countingUids();
  const step = (previous: readonly CalendarEntry[], ...events: readonly CalendarEvent[]) =>
    nextCalendarState(previous, events, newUid);
  const uid = '00000000-0000-4000-8000-000000000001';
  const entry = { id: 'pmp', uid, sequence: 0, starts: '2027-01-31', summary: 'PMP expires' };

  const first = step([], anEvent());
  expect(first).toEqual([{ ...entry, cancelled: false }]);
  const same = step(first, anEvent({ description: 'Other words.', alarmDays: [1] }));
  expect(same).toEqual(first);
  const moved = step(same, anEvent({ on: day('2030-01-31') }));
  expect(moved).toEqual([{ ...entry, sequence: 1, starts: '2030-01-31', cancelled: false }]);
  const renamed = step(moved, anEvent({ on: day('2030-01-31'), summary: 'PMP ends' }));
  expect(renamed).toMatchObject([{ uid, sequence: 2, summary: 'PMP ends', cancelled: false }]);
  const gone = step(renamed);
  expect(gone).toMatchObject([{ uid, sequence: 3, starts: '2030-01-31', cancelled: true }]);
  expect(step(gone)).toEqual(gone);
  const back = step(gone, anEvent({ id: 'cissp' }), anEvent());
  expect(back).toMatchObject([
    { id: 'pmp', uid, sequence: 4, starts: '2027-01-31', cancelled: false },
    { id: 'cissp', uid: '00000000-0000-4000-8000-000000000002', sequence: 0 },
  ]);
  expect(() => step([], anEvent(), anEvent())).toThrow('same id');
});

test('a cancelled entry stays in the file, marked and silent', () => {
  const newUid = countingUids();
  const events = [anEvent(), anEvent({ id: 'cissp', summary: 'CISSP expires' })];
  const before = nextCalendarState([], events, newUid);
  const [cissp] = events.slice(1);
  const after = nextCalendarState(before, cissp ? [cissp] : [], newUid);
  const [gone, kept] = eventsOf(fileOf(after, events));

  expect(valueOf(gone, 'uid')).toBe(before[0]?.uid);
  expect(valueOf(gone, 'status')).toBe('CANCELLED');
  expect(valueOf(gone, 'sequence')).toBe('1');
  expect(gone?.getAllSubcomponents('valarm')).toEqual([]);
  expect(valueOf(kept, 'status')).toBe('CONFIRMED');
  expect(kept?.getAllSubcomponents('valarm')).toHaveLength(3);
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '🎓',
        '👩🏽‍🎓',
        'é',
        '\\n',
        '\n',
        '\r',
        ';',
        ',',
        ':',
        '"',
        '\u0000',
        ' ',
        'END:VEVENT',
        '\ud83c',
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join('')),
);

test('any text goes in and out whole, on lines of at most 75 octets', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (summary, description, name) => {
      const events = [anEvent({ summary, description })];
      const entries = nextCalendarState([], events, countingUids());
      const text = toCalendar({ name, entries, events, stamp: STAMP });
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n\0]/);
        expect(line.isWellFormed()).toBe(true);
      }
      const [event, ...others] = eventsOf(text);
      expect(others).toEqual([]);
      // oxlint-disable-next-line no-control-regex
      const plain = (raw: string) =>
        raw
          .toWellFormed()
          .replace(/[\0-\x20\x7f\x85\u2028\u2029]+/g, ' ')
          .trim();
      expect(valueOf(event, 'summary') ?? '').toBe(plain(summary));
      expect(plain(valueOf(event, 'description') ?? '')).toBe(plain(description));
      expect(nameOf(text) ?? '').toBe(plain(name));
      expect(event?.getAllSubcomponents('valarm')).toHaveLength(3);
    }),
    propertyRuns(3_000),
  );
});

test('over any history, uids never change or repeat and the sequence rises with every change', () => {
  const anyEvents = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      on: fc.constantFrom(day('2027-01-31'), day('2028-02-29')),
      summary: fc.constantFrom('one', 'two'),
    }),
    { selector: ({ id }) => id },
  );
  fc.assert(
    fc.property(fc.array(anyEvents, { maxLength: 12 }), (history) => {
      const newUid = countingUids();
      let entries: readonly CalendarEntry[] = [];
      for (const wanted of history) {
        const before = new Map(entries.map((entry) => [entry.id, entry]));
        const events = wanted.map((each) => anEvent(each));
        entries = nextCalendarState(entries, events, newUid);
        expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length);
        expect(
          entries
            .filter(({ cancelled }) => !cancelled)
            .map(({ id, starts, summary }) => `${id} ${starts} ${summary}`)
            .toSorted(),
        ).toEqual(wanted.map(({ id, on, summary }) => `${id} ${on} ${summary}`).toSorted());
        for (const entry of entries) {
          const { uid, sequence, ...content } = entry;
          const old = before.get(entry.id);
          if (old === undefined) {
            expect(sequence).toBe(0);
            continue;
          }
          const { uid: oldUid, sequence: oldSequence, ...oldContent } = old;
          const isSame = JSON.stringify(content) === JSON.stringify(oldContent);
          expect(uid).toBe(oldUid);
          expect(sequence).toBe(isSame ? oldSequence : oldSequence + 1);
        }
        expect(entries.length).toBeGreaterThanOrEqual(before.size);
      }
    }),
    propertyRuns(1_000),
  );
});
