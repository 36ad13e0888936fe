import { expect, test } from 'vitest';
import { idSchema } from '#shared/domain/credential.ts';
import { addDays, type PlainDate } from '#shared/domain/plainDate.ts';
import { reminderKey } from '#shared/domain/reminderKey.ts';
import type { ReminderKind } from '#shared/domain/reminderSettings.ts';
import {
  attentionOf,
  stepOf,
  type DueItem,
  type Standing,
} from '../../../renderer/features/today/attention.ts';
import { TODAY } from '../../support/engine.ts';

const PMP = idSchema.parse('01900000-0000-7000-8000-000000000001');
const AZURE = idSchema.parse('01900000-0000-7000-8000-000000000002');

function aDueItem(changes: Partial<DueItem> = {}): DueItem {
  return {
    credentialId: PMP,
    title: 'PMP',
    kind: 'expires',
    on: addDays(TODAY, 60),
    daysLeft: 60,
    reason: '',
    ...changes,
  };
}

function aStanding(
  kind: ReminderKind,
  end: PlainDate,
  changes: Partial<Standing> = {},
  subjectId: string = PMP,
): Standing {
  return {
    key: reminderKey({ subjectId, kind, part: '', offset: 30, end }),
    kind,
    subjectId,
    title: `${kind} title`,
    body: `${kind} body`,
    on: TODAY,
    stillBy: null,
    ...changes,
  };
}

test('a credential’s date and the reminders of the same day are one line', () => {
  const end = addDays(TODAY, 60);
  const expires = aStanding('expires', end);
  const pace = aStanding('ce-behind-pace', end);
  const { lines, still } = attentionOf([aDueItem()], [expires, pace], TODAY);
  expect(lines).toMatchObject([
    { kind: 'expires', title: 'PMP', body: null, also: ['ce-behind-pace'] },
  ]);
  expect(lines[0]?.reminders).toEqual([expires, pace]);
  expect(still).toEqual([]);
});

test('in grace the line names the last day, and still belongs to the reminder of the end', () => {
  const item = aDueItem({ kind: 'grace', on: addDays(TODAY, 6), daysLeft: 6 });
  const reminder = aStanding('expires', addDays(TODAY, -24));
  const { lines } = attentionOf([item], [reminder], TODAY);
  expect(lines).toMatchObject([{ kind: 'grace', group: 'week', reminders: [reminder] }]);
});

test('reminders of other days are lines of their own, the most pressing one speaking', () => {
  const end = addDays(TODAY, 172);
  const fee = aStanding('fee-due', addDays(TODAY, 20));
  const { lines } = attentionOf(
    [aDueItem({ credentialId: AZURE, title: 'Azure' })],
    [aStanding('expires', end), aStanding('ce-behind-pace', end), fee],
    TODAY,
  );
  expect(lines.map(({ kind, group, daysLeft }) => [kind, group, daysLeft])).toEqual([
    ['fee-due', 'month', 20],
    ['expires', 'later', 60],
    ['ce-behind-pace', 'later', 172],
  ]);
  expect(lines[2]).toMatchObject({
    title: 'ce-behind-pace title',
    body: 'ce-behind-pace body',
  });
});

test('a matter is kept apart once every reminder of it is put off, dismissed or settled', () => {
  const end = addDays(TODAY, 60);
  const hush = (kind: ReminderKind) => {
    const reminder = aStanding(kind, end);
    return {
      ...reminder,
      stillBy: { key: reminder.key, state: 'dismissed', until: null },
    } as const;
  };
  const due = [aDueItem()];
  const both = attentionOf(due, [hush('expires'), hush('ce-behind-pace')], TODAY);
  expect(both.lines).toEqual([]);
  expect(both.still).toMatchObject([{ title: 'PMP', also: [] }]);

  const one = attentionOf(due, [hush('expires'), aStanding('ce-behind-pace', end)], TODAY);
  expect(one.lines).toMatchObject([{ title: 'PMP', also: ['ce-behind-pace'] }]);
  expect(one.still).toEqual([]);
});

test('a credential without a reminder keeps its line: there is nothing to put off', () => {
  expect(attentionOf([aDueItem()], [], TODAY).lines).toMatchObject([{ reminders: [] }]);
});

test('old proofs come last and by the day from which they may go', () => {
  const proofs = aStanding('proof-deletable', addDays(TODAY, -400), { on: addDays(TODAY, -3) });
  const { lines } = attentionOf([aDueItem()], [proofs], TODAY);
  expect(lines.map(({ kind, group, daysLeft }) => [kind, group, daysLeft])).toEqual([
    ['expires', 'later', 60],
    ['proof-deletable', 'later', -3],
  ]);
});

test('a line asks for what would help most', () => {
  expect(stepOf({ kind: 'ce-behind-pace', also: [] })).toBe('log-units');
  expect(stepOf({ kind: 'expires', also: ['renewal-window-opens'] })).toBe('renew');
  expect(stepOf({ kind: 'grace', also: ['renewal-window-opens', 'ce-behind-pace'] })).toBe(
    'log-units',
  );
  expect(stepOf({ kind: 'expired', also: ['ce-behind-pace'] })).toBe('open');
  expect(stepOf({ kind: 'fee-due', also: [] })).toBe('pay');
  expect(stepOf({ kind: 'target-date', also: [] })).toBe('open');
});
