import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { addDays, plainDateSchema } from '#shared/domain/plainDate.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const date = (text: string) => partialDateSchema.parse(text);
const add = (engine: TestEngine, fields: Partial<NewCredential>) =>
  engine.call('credentials.create', { fields: aCredential(fields), asOf: TODAY });
const kinds = async (engine: TestEngine, asOf = TODAY) =>
  (await engine.call('reminders.due', { asOf })).reminders.map(({ kind }) => kind);

test('what expires, a target date and a lagging ledger are told, once until they change', async () => {
  using engine = openTestEngine();
  await add(engine, { title: 'Azure', issued: date('2025-12-11'), expires: date('2026-12-11') });
  await add(engine, { title: 'SC3x', lifecycle: 'in-progress', target: date('2026-11-28') });
  await add(engine, { title: 'PMP', policyId: 'pmi-pmp', issued: date('2024-05-14') });
  expect((await kinds(engine)).toSorted()).toEqual([
    'ce-behind-pace',
    'expires',
    'expires',
    'target-date',
  ]);

  const { notice } = await engine.call('reminders.deliver', { day: TODAY, minute: 600 });
  expect(notice).toMatchObject({ title: 'You have 4 reminders' });
  expect(await engine.call('reminders.deliver', { day: TODAY, minute: 1380 })).toMatchObject({
    notice: null,
    waiting: 4,
  });
  const keys = notice?.reminders.map(({ key }) => key) ?? [];
  await engine.call('reminders.mark', { keys, state: 'shown', today: TODAY });
  expect(await kinds(engine)).toEqual([]);
  // Marks are not a change to take back.
  expect((await engine.call('history.state', {})).undo?.label).toBe('Added PMP');
  // The next step of the same ladder is another reminder.
  expect(await kinds(engine, addDays(TODAY, 4))).toContain('expires');
});

test('a snoozed one comes back on its day; a dismissed one does not; a bad key is refused', async () => {
  using engine = openTestEngine();
  await add(engine, { title: 'SC3x', lifecycle: 'in-progress', target: date('2026-12-20') });
  const [reminder] = (await engine.call('reminders.due', { asOf: TODAY })).reminders;
  const mark = (state: 'snoozed' | 'dismissed', until = addDays(TODAY, 2)) =>
    engine.call('reminders.mark', { keys: [reminder?.key ?? ''], state, until, today: TODAY });
  await mark('snoozed');
  expect(await kinds(engine, addDays(TODAY, 1))).toEqual([]);
  expect(await kinds(engine, addDays(TODAY, 2))).toEqual(['target-date']);
  await mark('dismissed');
  expect(await kinds(engine, addDays(TODAY, 2))).toEqual([]);
  await expect(mark('snoozed', TODAY)).rejects.toMatchObject({ code: 'invalid_date' });
  await expect(
    engine.call('reminders.mark', { keys: ['nonsense'], state: 'done', today: TODAY }),
  ).rejects.toMatchObject({ code: 'invalid_input' });
});

test('what stands stays after it was shown, and says what keeps it still; that can be undone', async () => {
  using engine = openTestEngine();
  await add(engine, { title: 'Azure', issued: date('2025-12-11'), expires: date('2026-12-11') });
  const standing = async (asOf = TODAY) =>
    (await engine.call('reminders.standing', { asOf })).reminders.map(({ kind, stillBy }) => [
      kind,
      stillBy?.state ?? null,
    ]);
  const [reminder] = (await engine.call('reminders.standing', { asOf: TODAY })).reminders;
  const key = reminder?.key ?? '';
  const mark = (state: 'shown' | 'snoozed' | 'dismissed' | 'done', until = addDays(TODAY, 2)) =>
    engine.call('reminders.mark', { keys: [key], state, until, today: TODAY });

  await mark('shown');
  expect(await standing()).toEqual([['expires', null]]);
  await mark('snoozed');
  expect(await standing()).toEqual([['expires', 'snoozed']]);
  expect(await standing(addDays(TODAY, 2))).toEqual([['expires', null]]);

  expect((await engine.call('history.undo', {})).operation.label).toBe('Put a reminder off');
  expect(await standing()).toEqual([['expires', null]]);

  await mark('dismissed');
  expect(await standing()).toEqual([['expires', 'dismissed']]);
  // The next step of the ladder is another reminder: a dismissal must not silence the last warning.
  expect(await standing(addDays(TODAY, 11))).toEqual([['expires', null]]);
  await mark('done');
  expect(await standing(addDays(TODAY, 11))).toEqual([['expires', 'done']]);
  // Brought back: it counts as shown, so it is not told anew.
  await mark('shown');
  expect(await standing()).toEqual([['expires', null]]);
  expect(await kinds(engine)).toEqual([]);
});

test('a kind that is switched off keeps still, and the preview shows the year ahead', async () => {
  using engine = openTestEngine();
  await add(engine, { title: 'Azure', issued: date('2026-06-11'), expires: date('2027-06-11') });
  const days = await engine.call('reminders.preview', { asOf: TODAY });
  expect(days.map(({ day }) => day)).toContain(plainDateSchema.parse('2027-06-11'));
  const settings = await engine.call('reminders.settings', {});
  await engine.call('reminders.setSettings', {
    kinds: { ...settings.kinds, expires: { isOn: false, offsets: [7] } },
  });
  expect(await engine.call('reminders.preview', { asOf: TODAY })).toEqual([]);
});

test('what has been renewed, trashed or undone is no longer told', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, {
    title: 'A+',
    policyId: 'comptia-aplus',
    issued: date('2024-01-18'),
  });
  expect(await kinds(engine)).toContain('expires');
  await engine.call('renewals.renew', { id, on: TODAY, asOf: TODAY });
  expect(await kinds(engine)).not.toContain('expires');
  await engine.call('history.undo', {});
  await engine.call('credentials.trash', { ids: [id] });
  expect(await kinds(engine)).toEqual([]);
});

test('the calendar file has every day to come; a later one updates it and takes away what is gone', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, {
    title: 'Azure 🎓',
    issued: date('2025-12-11'),
    expires: date('2026-12-11'),
  });
  await add(engine, { title: 'SC3x', lifecycle: 'in-progress', target: date('2027-02') });
  await add(engine, { title: 'Long gone', issued: date('2015'), expires: date('2018') });
  const read = async () => {
    const { text } = await engine.call('exports.ics', { asOf: TODAY });
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => ({
      uid: String(event.getFirstPropertyValue('uid')),
      summary: String(event.getFirstPropertyValue('summary')),
      on: String(event.getFirstPropertyValue('dtstart')),
      sequence: Number(event.getFirstPropertyValue('sequence')),
      status: String(event.getFirstPropertyValue('status')),
      alarms: event.getAllSubcomponents('valarm').length,
    }));
  };
  const first = await read();
  expect(first.map(({ uid: _uid, ...event }) => event)).toEqual([
    { summary: 'Azure 🎓: expires', on: '2026-12-11', sequence: 0, status: 'CONFIRMED', alarms: 8 },
    { summary: 'SC3x: target date', on: '2027-02-28', sequence: 0, status: 'CONFIRMED', alarms: 3 },
  ]);
  await engine.call('credentials.update', {
    id,
    patch: { expires: date('2027-12-11') },
    asOf: TODAY,
  });
  const second = await read();
  expect(second.find(({ uid }) => uid === first[0]?.uid)).toMatchObject({
    on: '2027-12-11',
    sequence: 1,
  });
  await engine.call('credentials.trash', { ids: [id] });
  expect((await read()).find(({ uid }) => uid === first[0]?.uid)).toMatchObject({
    status: 'CANCELLED',
    sequence: 2,
  });
});
