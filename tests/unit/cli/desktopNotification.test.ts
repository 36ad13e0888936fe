import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { showOnDesktop } from '../../../electron/cli/desktopNotification.ts';
import { notificationBody } from '../../../electron/notificationText.ts';
import { canNotify, startNotifications } from '../../support/notificationServer.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const notice = {
  title: "It's $(touch here) `now`",
  body: 'One <b>line</b>\nand "another"',
  subjectId: '01900000-0000-7000-8000-000000000001',
  folder: '/home/a b/portfolio',
};

afterEach(() => vi.unstubAllEnvs());

/** A folder for programs that comes first on the PATH, and one that notes its arguments. */
function programs(notifySend: string | null) {
  const folder = temporaryFolder();
  const add = (name: string, script: string): string => {
    const file = join(folder.path, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  };
  const notes = (name: string) => join(folder.path, `${name}.txt`);
  const note = (name: string) => `printf '%s\\n' "$@" > '${notes(name)}'`;
  if (notifySend !== null) add('notify-send', `${note('notify-send')}\n${notifySend}`);
  vi.stubEnv('PATH', `${folder.path}${delimiter}${process.env['PATH'] ?? ''}`);
  const read = (name: string) =>
    existsSync(notes(name)) ? readFileSync(notes(name), 'utf8').split('\n').slice(0, -1) : [];
  return {
    app: add('laurel-app', note('laurel-app')),
    read,
    [Symbol.dispose]: folder[Symbol.dispose],
  };
}

const helps = 'if [ "$1" = --help ]; then echo "  -A, --action=[NAME=]Text..."; exit 0; fi\n';

// Elsewhere the system's own programs are asked, which have no click.
describe.runIf(process.platform === 'linux')('a notification from the command line', () => {
  test('a click starts Laurel on the record', async () => {
    using folder = programs(`${helps}sleep 1.5; echo default`);
    await showOnDesktop(notice, folder.app);
    await expect
      .poll(() => folder.read('laurel-app'), { timeout: 5000 })
      .toEqual(['--data=/home/a b/portfolio', `--open=${notice.subjectId}`]);
    expect(folder.read('notify-send').slice(-4)).toEqual([
      '--',
      notice.title,
      'One ‹b>line‹/b>',
      'and "another"',
    ]);
  });

  test('one that is closed starts nothing', async () => {
    using folder = programs(`${helps}exit 0`);
    await showOnDesktop(notice, folder.app);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(folder.read('laurel-app')).toEqual([]);
  });

  test.each([
    ['an old notify-send', 'exit 0'],
    ['no application', `${helps}exit 0`],
  ])('with %s it is shown all the same', async (name, script) => {
    using folder = programs(script);
    await showOnDesktop(notice, name === 'no application' ? null : folder.app);
    expect(folder.read('notify-send')[0]).toBe('--app-name=Laurel');
  });

  test('a desktop that takes none is an error, with a click and without', async () => {
    using folder = programs(`${helps}exit 1`);
    for (const app of [folder.app, null])
      await expect(showOnDesktop(notice, app)).rejects.toMatchObject({ code: 'refused' });
  });

  test.skipIf(!canNotify || !process.env['DISPLAY'])('on a real desktop (dunst)', async () => {
    using folder = programs(null);
    await using server = await startNotifications();
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', server.env['DBUS_SESSION_BUS_ADDRESS']);
    await showOnDesktop(notice, folder.app);
    expect(server.displayed()).toBe(1);
    server.click();
    await expect.poll(() => folder.read('laurel-app')).toContain(`--open=${notice.subjectId}`);
  });
});

test('a body is markup on Linux only', () => {
  expect(notificationBody('<img src="https://a.example">', 'linux')).toBe(
    '‹img src="https://a.example">',
  );
  expect(notificationBody('a < b', 'win32')).toBe('a < b');
});
