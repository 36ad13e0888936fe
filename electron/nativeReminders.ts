import { powerMonitor } from 'electron';
import type { AppMessage, AppRequest, NativeNotice, NativeState } from '#shared/messages.ts';
import { credentialProcedures } from '#shared/procedures/credentials.ts';
import { reminderProcedures } from '#shared/procedures/reminders.ts';
import type { EngineHost } from './engineHost.ts';
import type { LoginStart } from './loginStart.ts';
import { readNativeSettings, writeNativeSettings, type NativeSettings } from './nativeSettings.ts';
import { showNotification } from './notifications.ts';
import { createReminderWatch } from './reminderWatch.ts';
import { createTray, type LaurelTray } from './tray.ts';
import type { DueItem, TrayAction } from './trayMenu.ts';
import { minutesFromNow, startOfTomorrow, wallClock } from './wallClock.ts';
import { words } from './words.ts';

/** What a page may ask about reminders and the system; see shared/messages.ts. */
export type NativeRequest = Extract<
  AppRequest,
  {
    action:
      | 'native-state'
      | 'test-notification'
      | 'set-start-at-login'
      | 'set-keep-in-tray'
      | 'pause-reminders';
  }
>;

export type NativeRemindersOptions = Readonly<{
  host: EngineHost;
  /** The user's own portfolio: nobody is reminded of a sample's. */
  folder: string;
  profile: string;
  loginStart: LoginStart;
  /** Shows the window and opens a record in it; null: what is due today. */
  openRecord: (subjectId: string | null) => void;
  showWindow: () => void;
  quit: () => void;
  /** Tells the page; false when no page listens. */
  tell: (message: AppMessage) => boolean;
  /** How many need attention, whenever it may have changed. */
  onAttention: (count: number) => void;
  onFailure: (error: unknown) => void;
}>;

export type NativeReminders = ReturnType<typeof createNativeReminders>;

/** Days that count as needing attention; the same as the page's Today. */
const ATTENTION_DAYS = 90;
const NEXT_DAYS = [366, 3660] as const;
const LISTED = 5;

/** How often to look at the clock, which may have been changed, or have slept. */
const TICK_MS = 10_000;
/** How long after a change, and how many times as long as the last look took, the next one waits. */
const REST_MS = 1500;
const REST_FACTOR = 20;

/** Reminders as the system shows them: notifications, the tray, and what the user sets about them. */
export function createNativeReminders(options: NativeRemindersOptions) {
  const { host, profile, loginStart, tell, onFailure } = options;
  let settings = readNativeSettings(profile);
  let notifications: NativeState['notifications'] = 'unknown';
  let tray: LaurelTray | null = null;
  let due: readonly DueItem[] | null = null;
  /** For the page that opens next: nobody has said whether this was seen. */
  let unsure: NativeNotice | null = null;
  let isTesting = false;
  let lastMinute = -1;
  let lookTookMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const isOwn = () => host.folder() === options.folder;
  const isPaused = () =>
    settings.pausedUntil !== null && Date.parse(settings.pausedUntil) > Date.now();

  const watch = createReminderWatch({
    now: wallClock,
    isPaused: () => isPaused() || !isOwn(),
    deliver: async ({ day, minute }) => {
      const start = performance.now();
      const answer = await host.call('reminders.deliver', { day, minute });
      lookTookMs = performance.now() - start;
      return reminderProcedures['reminders.deliver'].output.parse(answer);
    },
    markShown: (keys, today) =>
      host.call('reminders.mark', { keys: [...keys], state: 'shown', today }),
    show,
    onFailure,
  });

  async function show(notice: NativeNotice): Promise<boolean> {
    const [only, more] = notice.reminders;
    const subjectId = more === undefined ? (only?.subjectId ?? null) : null;
    const outcome = await showNotification(notice, () => options.openRecord(subjectId));
    notifications = outcome === 'shown' ? 'shown' : 'refused';
    tellState();
    if (outcome === 'shown' || tell({ type: 'notice', notice: forPage(notice) })) return true;
    // Taken without a word: it may stand on the desktop, so it is not shown there again.
    if (outcome === 'silent') unsure = notice;
    return outcome === 'silent';
  }

  async function test(): Promise<void> {
    if (isTesting) return;
    isTesting = true;
    notifications = 'unknown';
    tellState();
    try {
      const about = { title: words.testTitle, body: words.testBody };
      const outcome = await showNotification(about, options.showWindow);
      notifications = outcome === 'shown' ? 'shown' : 'refused';
    } finally {
      isTesting = false;
      tellState();
    }
  }

  async function look(): Promise<void> {
    await Promise.all([watch.lookAnew(), findDue()]);
  }

  async function findDue(): Promise<void> {
    let found: readonly DueItem[] | null = null;
    try {
      if (isOwn()) found = await nextDue();
    } finally {
      due = found;
      showDue();
    }
  }

  async function nextDue(): Promise<readonly DueItem[]> {
    let found: readonly DueItem[] = [];
    for (const withinDays of NEXT_DAYS) {
      if (found.length >= LISTED) break;
      const answer = await host.call('credentials.due', { asOf: wallClock().day, withinDays });
      found = credentialProcedures['credentials.due'].output.parse(answer).items;
    }
    return found;
  }

  function showDue(): void {
    const attention = (due ?? []).filter(({ daysLeft }) => daysLeft <= ATTENTION_DAYS).length;
    tray?.show({ due, attention, pausedUntil: isPaused() ? pauseWords() : null });
    options.onAttention(attention);
  }

  function pauseWords(): string {
    const until = settings.pausedUntil ?? '';
    if (until === startOfTomorrow()) return words.tomorrow;
    const style = until < startOfTomorrow() ? {} : ({ dateStyle: 'medium' } as const);
    return new Date(until).toLocaleString([], { ...style, timeStyle: 'short' });
  }

  function lookSoon(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void look().catch(onFailure), delayMs);
  }

  /** Each minute, and at once when the clock was changed or the machine has slept. */
  function tick(): void {
    const { minute } = wallClock();
    if (minute === lastMinute) return;
    if (settings.pausedUntil !== null && !isPaused()) change({ pausedUntil: null });
    // A new day: other things are due, though nothing has changed.
    if (minute < lastMinute) lookSoon(0);
    else void watch.look();
    lastMinute = minute;
  }

  function change(changes: Partial<NativeSettings>): void {
    settings = { ...settings, ...changes };
    try {
      writeNativeSettings(profile, settings);
    } catch (error) {
      // It holds until Laurel ends.
      onFailure(error);
    }
    showDue();
    tellState();
  }

  function pause(until: string | null): void {
    change({ pausedUntil: until });
    void watch.look();
  }

  function tellState(): void {
    tell({
      type: 'native-state',
      state: {
        notifications,
        startAtLogin: loginStart.isOn(),
        keepInTray: tray === null ? null : settings.keepInTray,
        pausedUntil: isPaused() ? settings.pausedUntil : null,
      },
    });
  }

  function choose(action: TrayAction): void {
    if (action.do === 'open') options.openRecord(action.subjectId);
    else if (action.do === 'open-window') options.showWindow();
    else if (action.do === 'pause-hour') pause(minutesFromNow(60));
    else if (action.do === 'pause-tomorrow') pause(startOfTomorrow());
    else if (action.do === 'resume') pause(null);
    else options.quit();
  }

  return {
    /** Begins to watch the clock and shows the tray; once the application is ready. */
    start: (): void => {
      tray = createTray(choose, onFailure);
      showDue();
      tellState();
      setInterval(tick, TICK_MS);
      for (const wake of ['resume', 'unlock-screen'] as const)
        // The type has an overload for each event's name, not for two of them.
        powerMonitor.on(wake as 'resume', () => void look().catch(onFailure));
    },
    /** The portfolio that is open has changed, or is another one. */
    changed: (): void => lookSoon(Math.max(REST_MS, REST_FACTOR * lookTookMs)),
    /** Whether the application goes on without a window. */
    staysInTray: (): boolean => tray !== null && settings.keepInTray,
    /** A page is there to be told. */
    pageReady: (): void => {
      tellState();
      if (unsure !== null && tell({ type: 'notice', notice: forPage(unsure) })) unsure = null;
      void watch.look();
    },
    carryOut: async (request: NativeRequest): Promise<void> => {
      if (request.action === 'test-notification') await test();
      else if (request.action === 'set-keep-in-tray') change({ keepInTray: request.on });
      else if (request.action === 'pause-reminders') pause(request.until);
      else if (request.action === 'set-start-at-login') {
        try {
          loginStart.set(request.on);
        } finally {
          tellState();
        }
      } else tellState();
    },
  };
}

/** A notice without what only the engine needs. */
function forPage({ title, body, reminders }: NativeNotice): NativeNotice {
  return {
    title,
    body,
    reminders: reminders.map((reminder) => ({
      key: reminder.key,
      kind: reminder.kind,
      subjectId: reminder.subjectId,
      title: reminder.title,
      body: reminder.body,
    })),
  };
}
