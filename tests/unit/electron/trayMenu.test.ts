import { expect, test } from 'vitest';
import { idSchema } from '#shared/domain/credential.ts';
import { addDays } from '#shared/domain/plainDate.ts';
import { trayMenu, type DueItem } from '../../../electron/trayMenu.ts';
import { TODAY } from '../../support/engine.ts';

const due = (title: string, daysLeft: number): DueItem => ({
  credentialId: idSchema.parse(`01900000-0000-7000-8000-${String(daysLeft).padStart(12, '0')}`),
  title,
  kind: 'expires',
  on: addDays(TODAY, daysLeft),
  daysLeft,
  reason: `Expires in ${daysLeft} days`,
});
const labels = (lines: ReturnType<typeof trayMenu>) =>
  lines.map((line) => (line === 'rule' ? '-' : line.label));

test('names the next five that are due, each a way to its record', () => {
  const items = ['A', 'B', 'C', 'D', 'E', 'F'].map((title, index) => due(title, index + 2));
  const lines = trayMenu({ due: items, pausedUntil: null });
  expect(labels(lines)).toEqual([
    'Due next',
    'A: Expires in 2 days',
    'B: Expires in 3 days',
    'C: Expires in 4 days',
    'D: Expires in 5 days',
    'E: Expires in 6 days',
    '-',
    'Pause reminders for an hour',
    'Pause reminders until tomorrow',
    '-',
    'Open Laurel',
    'Quit Laurel',
  ]);
  expect(lines[1]).toMatchObject({ action: { do: 'open', subjectId: items[0]?.credentialId } });
});

test('says that nothing is due', () => {
  expect(labels(trayMenu({ due: [], pausedUntil: null }))[0]).toBe('Nothing is due');
});

test('says nothing of what is due before it knows', () => {
  expect(labels(trayMenu({ due: null, pausedUntil: null }))[0]).toBe('Pause reminders for an hour');
});

test('a pause is shown, with the way out of it only', () => {
  const lines = labels(trayMenu({ due: [], pausedUntil: '17:05' }));
  expect(lines).toContain('Reminders are paused until 17:05');
  expect(lines).toContain('Resume reminders');
  expect(lines.filter((label) => label.startsWith('Pause'))).toEqual([]);
});

test('a long title is cut between characters, and stays on one line', () => {
  const [, line] = labels(
    trayMenu({ due: [due(`${'🎓'.repeat(50)}\nend`, 1)], pausedUntil: null }),
  );
  expect(line).toBe(`${'🎓'.repeat(39)}…: Expires in 1 days`);
});
