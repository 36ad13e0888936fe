import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/plainDate.ts';
import { axeViolations, launchLaurel, seed } from '../support/app.ts';
import {
  chooseInTray,
  clickNotification,
  createDesk,
  daysBefore,
  expires,
  PMP,
  shownTitles,
  startAgain,
  today,
  trayLines,
  wakeAt,
  windowCount,
  type Desk,
} from '../support/desktop.ts';
import {
  canNotify,
  startNotifications,
  type NotificationServer,
} from '../support/notificationServer.ts';

let desk: Desk;

beforeEach(() => {
  desk = createDesk();
});
afterEach(() => desk[Symbol.dispose]());

describe('a reminder', () => {
  test('comes as a notification of the system, once, and its click opens the record', async () => {
    await desk.hold([PMP, expires]);
    const first = await desk.launch();
    await expect.poll(() => shownTitles(first.app)).toEqual([`${PMP} expires in 7 days`]);
    await clickNotification(first.app);
    const pane = first.page.getByRole('heading', { name: PMP, exact: true });
    await pane.waitFor();
    expect(first.page.url()).toMatch(/#\/credentials\?id=/);

    await wakeAt(first.app, daysBefore(7, '11:30'));
    await wakeAt(first.app, daysBefore(7, '09:10'));
    expect(await shownTitles(first.app)).toHaveLength(1);
    await first.close();

    await using second = await desk.launch();
    await expect.poll(() => trayLines(second.app)).toContain('Due next');
    await wakeAt(second.app, daysBefore(6));
    await wakeAt(second.app, daysBefore(1));
    await expect.poll(() => shownTitles(second.app)).toEqual([`${PMP} expires tomorrow`]);
  });

  test('waits while it is quiet, and comes after', async () => {
    await desk.hold([PMP, expires]);
    await using laurel = await desk.launch({ clock: daysBefore(7, '06:00') });
    await expect.poll(() => trayLines(laurel.app)).toContain('Due next');
    await wakeAt(laurel.app, daysBefore(7, '07:59'));
    expect(await shownTitles(laurel.app)).toEqual([]);
    await wakeAt(laurel.app, daysBefore(7, '08:00'));
    await expect.poll(() => shownTitles(laurel.app)).toEqual([`${PMP} expires in 7 days`]);
  });

  test('what came due in a sleep of forty days comes as one digest, whose click opens Today', async () => {
    await desk.hold([PMP, expires], ['CISSP', addDays(expires, 3)], ['CISA', addDays(expires, 5)]);
    await using laurel = await desk.launch({ clock: `${today}T10:00` });
    await expect.poll(() => shownTitles(laurel.app)).toHaveLength(1);
    const before = await shownTitles(laurel.app);
    await laurel.page.getByRole('link', { name: /^Credentials/ }).click();
    await wakeAt(laurel.app, `${addDays(today, 40)}T10:00`);
    await expect.poll(() => shownTitles(laurel.app)).toEqual([...before, 'You have 3 reminders']);
    await wakeAt(laurel.app, `${addDays(today, 40)}T10:05`);
    await clickNotification(laurel.app);
    await laurel.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    expect(await shownTitles(laurel.app)).toHaveLength(2);
  });

  test('is told by a change that the command line makes while the window is open', async () => {
    await desk.hold(['CISA', addDays(today, 900)]);
    await using laurel = await desk.launch();
    await expect.poll(() => trayLines(laurel.app)).toContain('Due next');
    expect(await shownTitles(laurel.app)).toEqual([]);
    await desk.hold([PMP, expires]);
    await expect
      .poll(() => shownTitles(laurel.app), { timeout: 8000 })
      .toEqual([`${PMP} expires in 7 days`]);
  });
});

describe('where the system refuses', () => {
  test.each(['unsupported', 'failed'] as const)(
    'the window shows the reminder itself (%s)',
    async (answer) => {
      await desk.hold([PMP, expires]);
      await using laurel = await desk.launch({ answer, size: { width: 1280, height: 800 } });
      const { page } = laurel;
      const banner = page.getByRole('complementary', { name: 'Reminders' });
      const reminder = banner.getByRole('button', { name: `${PMP} expires in 7 days` });
      await reminder.waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await laurel.screenshot(`reminder-banner-${answer}`);
      await reminder.click();
      await page.getByRole('heading', { name: PMP, exact: true }).waitFor();
      await banner.getByRole('button', { name: 'Put away' }).click();
      await banner.waitFor({ state: 'detached' });
      await wakeAt(laurel.app, daysBefore(7, '12:00'));
      expect(await banner.count()).toBe(0);
    },
  );

  test('several are listed, each a way to its record', async () => {
    const names = ['CISSP', 'CISA', 'CISM', 'CRISC', 'CGEIT', 'CCSP', 'Security+'];
    await desk.hold(...names.map((name) => [name, expires] as const));
    await using laurel = await desk.launch({
      answer: 'unsupported',
      size: { width: 900, height: 600 },
      colorScheme: 'dark',
    });
    const { page } = laurel;
    const banner = page.getByRole('complementary', { name: 'Reminders' });
    await banner.getByText('You have 7 reminders').waitFor();
    await laurel.screenshot('reminder-banner-several-dark-900');
    expect(await axeViolations(page)).toEqual([]);
    expect(await banner.getByRole('listitem').count()).toBe(6);
    await banner.getByRole('button', { name: 'CISA expires in 7 days' }).click();
    await page.getByRole('heading', { name: 'CISA', exact: true }).waitFor();
    await banner.getByRole('button', { name: 'and 2 more' }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  });

  test('without a window the reminder is kept for the one that opens', async () => {
    await desk.hold([PMP, expires]);
    await using laurel = await desk.launch(
      { answer: 'failed', args: ['--hidden'] },
      async (app) => {
        await expect.poll(() => trayLines(app)).toContain('Due next');
        await chooseInTray(app, 'Open Laurel');
      },
    );
    await laurel.page
      .getByRole('complementary', { name: 'Reminders' })
      .getByRole('button', { name: `${PMP} expires in 7 days` })
      .waitFor();
  });
});

describe('a start without a window', () => {
  test('reminds, and a click on the notification opens the record', async () => {
    await desk.hold([PMP, expires]);
    await using laurel = await desk.launch({ args: ['--hidden'] }, async (app) => {
      await expect.poll(() => shownTitles(app)).toEqual([`${PMP} expires in 7 days`]);
      expect(await windowCount(app)).toBe(0);
      await clickNotification(app);
    });
    await laurel.page.getByRole('heading', { name: PMP, exact: true }).waitFor();
  });

  test('a second start by the session changes nothing, one by hand opens the window', async () => {
    await desk.hold([PMP, expires]);
    await using laurel = await desk.launch({ args: ['--hidden'] }, async (app) => {
      await expect.poll(() => trayLines(app)).toContain('Due next');
      expect(await startAgain(app, desk.home, '--hidden')).toBe(0);
      expect(await windowCount(app)).toBe(0);
      expect(await startAgain(app, desk.home)).toBe(0);
    });
    await laurel.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  });

  test('--open shows a record, at the first start and at a later one', async () => {
    await desk.hold([PMP, expires], ['CISSP', expires]);
    const ids: Record<string, string> = {};
    await seed(desk.folder, async (engine) => {
      const { items } = await engine.call('credentials.list', { asOf: today });
      for (const { id, title } of items) ids[title] = id;
    });
    await using laurel = await desk.launch({ args: [`--open=${ids[PMP]}`] });
    await laurel.page.getByRole('heading', { name: PMP, exact: true }).waitFor();
    expect(await startAgain(laurel.app, desk.home, `--open=${ids['CISSP']}`)).toBe(0);
    await laurel.page.getByRole('heading', { name: 'CISSP', exact: true }).waitFor();
    expect(
      await startAgain(laurel.app, desk.home, '--open=00000000-0000-7000-8000-000000000000'),
    ).toBe(0);
    await laurel.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  });
});

// Where no such server is installed, the tests are shown as skipped.
describe.skipIf(!canNotify)('on a real desktop (dunst)', () => {
  const start = (server: NotificationServer) =>
    launchLaurel({
      folder: desk.folder,
      home: desk.home,
      clock: daysBefore(7),
      env: server.env,
    });

  test('the notification stands there, and a click on it opens the record', async () => {
    await desk.hold([PMP, expires]);
    await using server = await startNotifications();
    await using laurel = await start(server);
    await expect.poll(server.displayed).toBe(1);
    server.click();
    await laurel.page.getByRole('heading', { name: PMP, exact: true }).waitFor();
    expect(await laurel.page.getByRole('complementary', { name: 'Reminders' }).count()).toBe(0);
  });

  test('with nobody there to show it, the window does', async () => {
    await desk.hold([PMP, expires]);
    await using server = await startNotifications({ server: false });
    await using laurel = await start(server);
    await laurel.page
      .getByRole('complementary', { name: 'Reminders' })
      .getByRole('button', { name: `${PMP} expires in 7 days` })
      .waitFor();
  });
});
