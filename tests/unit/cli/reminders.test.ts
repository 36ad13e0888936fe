import { expect, test } from 'vitest';
import { laurel } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

type Due = Readonly<{ reminders: readonly Readonly<{ key: string; kind: string }>[] }>;

test('a reminder is put off until a day, dismissed for good, and each can be undone', async () => {
  using folder = temporaryFolder();
  const run = (day: string, ...args: string[]) =>
    laurel(folder.path, ...args, '--json', '--as-of', day);
  const added =
    'add --kind certification --issuer RedCross --issued 2024-12-01 --expires 2026-12-20';
  await run('2026-11-23', ...added.split(' '), '--title', 'First aid');
  const due = async (day: string) => (await run(day, 'remind')).json<Due>().reminders;
  const [reminder] = await due('2026-11-23');
  const key = reminder?.key ?? '';
  expect(reminder).toMatchObject({ kind: 'expires' });

  expect(
    (await run('2026-11-23', 'remind', '--snooze', key, '--until', '2026-12-01')).json(),
  ).toEqual({ marked: 1 });
  expect(await due('2026-11-24')).toEqual([]);
  expect(await due('2026-12-01')).toHaveLength(1);

  const refused = await run('2026-11-23', 'remind', '--snooze', key);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('Say until when');

  await run('2026-12-01', 'remind', '--dismiss', key);
  expect((await due('2026-12-01')).map((one) => one.key)).not.toContain(key);
  await run('2026-12-01', 'undo');
  expect(await due('2026-12-01')).toHaveLength(1);
});
