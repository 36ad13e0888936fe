import { expect, test } from 'vitest';
import type { NewCredential } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { addDays, plainDateSchema } from '#shared/domain/plainDate.ts';
import type { StudySettings } from '#shared/domain/studySettings.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const date = (text: string) => partialDateSchema.parse(text);
const day = (text: string) => plainDateSchema.parse(text);

const add = (engine: TestEngine, title: string, fields: Partial<NewCredential> = {}) =>
  engine.call('credentials.create', {
    fields: aCredential({ title, lifecycle: 'in-progress', hours: 20, progress: 50, ...fields }),
    asOf: TODAY,
  });

const settings = (
  ids: readonly StudySettings['courses'][number]['credentialId'][],
  fields: Partial<StudySettings> = {},
) => ({
  weeklyHours: 4,
  by: day('2027-03-31'),
  off: [],
  courses: ids.map((credentialId) => ({ credentialId, after: [] })),
  ...fields,
});

/** Lines of a calendar file, unfolded. */
const unfold = (text: string) => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n');

test('a plan is kept, worked out anew each day, and taken away; each can be undone', async () => {
  using engine = openTestEngine();
  const a = await add(engine, 'A');
  const b = await add(engine, 'B', { target: date('2026-12-06') });
  expect(await engine.call('study.get', { asOf: TODAY })).toBeNull();
  const made = await engine.call('study.plan', { asOf: TODAY, settings: settings([a.id, b.id]) });
  // B is due first: ten hours in two weeks of four do not fit by two.
  expect(made).toMatchObject({ fits: false, hoursShort: 2, weeklyHoursNeeded: 5 });
  expect(made.courses.map(({ title, finishes }) => [title, finishes])).toEqual([
    ['B', '2026-12-10'],
    ['A', '2026-12-27'],
  ]);
  await engine.call('credentials.update', { id: b.id, patch: { progress: 70 }, asOf: TODAY });
  expect(await engine.call('study.get', { asOf: TODAY })).toMatchObject({
    fits: true,
    hoursLeft: 16,
  });
  expect(await engine.call('study.clear', {})).toEqual({ removed: true });
  expect(await engine.call('study.get', { asOf: TODAY })).toBeNull();
  await engine.call('history.undo', {});
  expect(await engine.call('study.get', { asOf: TODAY })).toMatchObject({ hoursLeft: 16 });
});

test('what cannot be planned is named: no hours, a passed target, a prerequisite left out', async () => {
  using engine = openTestEngine();
  const a = await add(engine, 'A', { hours: null });
  const b = await add(engine, 'B', { target: date('2026-10') });
  const c = await add(engine, 'C');
  const preview = await engine.call('study.preview', {
    asOf: TODAY,
    settings: settings([a.id, b.id], {
      courses: [
        { credentialId: a.id, after: [] },
        { credentialId: b.id, after: [c.id] },
      ],
    }),
  });
  expect(preview.withoutHours).toEqual([{ credentialId: a.id, title: 'A' }]);
  expect(preview.warnings).toEqual([
    'B comes after C, which is not in the plan.',
    'The target of B (2026-10) has passed.',
  ]);
  expect(preview).toMatchObject({ fits: true, courses: [{ title: 'B', due: '2027-03-31' }] });
  expect(await engine.call('study.get', { asOf: TODAY })).toBeNull();
});

test('a circle is refused by name, and so are unknown courses and days too far away', async () => {
  using engine = openTestEngine();
  const a = await add(engine, 'A');
  const b = await add(engine, 'B');
  const ask = (fields: Partial<StudySettings>) =>
    engine.call('study.plan', { asOf: TODAY, settings: settings([a.id, b.id], fields) });
  await expect(
    ask({
      courses: [
        { credentialId: a.id, after: [b.id] },
        { credentialId: b.id, after: [a.id] },
      ],
    }),
  ).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('A → B → A') });
  await expect(ask({ by: day('2026-11-22') })).rejects.toMatchObject({ code: 'invalid_date' });
  await expect(ask({ by: day('2037-01-01') })).rejects.toMatchObject({ code: 'invalid_date' });
  await engine.call('credentials.trash', { ids: [b.id] });
  await expect(ask({})).rejects.toMatchObject({ code: 'not_found' });
});

test('the plan is in the calendar file; the same week keeps its UID when hours change', async () => {
  using engine = openTestEngine();
  const { id } = await add(engine, 'SC3x');
  await engine.call('study.plan', { asOf: TODAY, settings: settings([id]) });
  const eventsOf = async (asOf: string) => {
    const { text } = await engine.call('exports.ics', { asOf: day(asOf) });
    const uids = new Map<string, string>();
    let uid = '';
    for (const line of unfold(text)) {
      if (line.startsWith('UID:')) uid = line;
      if (line.startsWith('SUMMARY:Study')) uids.set(line, uid);
    }
    return uids;
  };
  const first = await eventsOf('2026-11-23');
  expect([...first.keys()]).toEqual([
    'SUMMARY:Study SC3x: 4 h this week',
    'SUMMARY:Study SC3x: 2 h this week',
  ]);
  await engine.call('credentials.update', { id, patch: { progress: 60 }, asOf: TODAY });
  const uids = new Set(first.values());
  expect(uids.size).toBe(3 - 1);
  const second = await eventsOf('2026-11-23');
  for (const uid of second.values()) expect(uids).toContain(uid);
});

test('courses under way: forecasts one after the other, soonest deadline first', async () => {
  using engine = openTestEngine();
  await engine.call('settings.set', { weeklyHours: 5 });
  const late = await add(engine, 'Late', { target: date('2026-12-05') });
  const none = await add(engine, 'No hours', { hours: null });
  const audit = await add(engine, 'Audit', { target: date('2027-03') });
  await add(engine, 'Planned', { lifecycle: 'planned', progress: null });
  await engine.call('tracks.set', {
    credentialId: audit.id,
    track: { mode: 'audit', upgradeBy: addDays(TODAY, 3) },
    asOf: TODAY,
  });
  const { items, planned, weeklyHours } = await engine.call('study.courses', { asOf: TODAY });
  expect([planned, weeklyHours]).toEqual([false, 5]);
  expect(items.map(({ id }) => id)).toEqual([audit.id, late.id, none.id]);
  expect(items).toMatchObject([
    {
      forecast: '2026-12-20',
      hoursThisWeek: 0,
      slackDays: 101,
      mode: 'audit',
      deadline: { kind: 'verified-upgrade', daysLeft: 3 },
      nextStep: 'Upgrade to the verified track by 26 November 2026.',
    },
    {
      forecast: '2026-12-06',
      hoursThisWeek: 5,
      slackDays: -1,
      deadline: { kind: 'target', on: '2026-12-05', daysLeft: 12 },
      nextStep: 'At 5 h a week it is done 1 day after its target: study more, or move the target.',
    },
    { hoursLeft: null, forecast: null, deadline: null },
  ]);
});

test('a kept plan says which course comes first, with its hours and days off', async () => {
  using engine = openTestEngine();
  await add(engine, 'A', { target: date('2026-12-01') });
  const b = await add(engine, 'B');
  await engine.call('study.plan', {
    asOf: TODAY,
    settings: settings([b.id], {
      weeklyHours: 7,
      off: [{ from: day('2026-11-30'), to: day('2026-12-06') }],
    }),
  });
  const { items, planned } = await engine.call('study.courses', { asOf: TODAY });
  expect(planned).toBe(true);
  expect(items.map(({ title, forecast }) => [title, forecast])).toEqual([
    ['A', '2026-12-19'],
    ['B', '2026-12-09'],
  ]);
});
