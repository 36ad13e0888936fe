import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { engineState } from '../../client.ts';
import { t } from '../../i18n/index.ts';
import { useProcedure } from '../../query.ts';
import { useSettled } from '../../ui/settled.ts';
import { useBegun } from '../firstRun/begun.ts';
import { reminderDialog } from '../reminders/dialogs.ts';
import { renewalDialog } from '../renewals/dialogs.ts';
import { closeOverlay, overlay } from './overlays.ts';
import { hearReminders, toldReminders } from './reminderNotices.ts';
import classes from './RootScreen.module.css';
import { SampleBanner } from './SampleBanner.tsx';
import { Sidebar } from './Sidebar.tsx';
import { TopBar } from './TopBar.tsx';
import { useNotices } from './useNotices.ts';
import { useOpenRecord } from './useOpenRecord.ts';
import { useShellKeys } from './useShellKeys.ts';
import { useTheme } from './useTheme.ts';

const DropAnywhere = lazy(async () => ({
  default: (await import('./DropAnywhere.tsx')).DropAnywhere,
}));
const FirstRunScreen = lazy(async () => ({
  default: (await import('../firstRun/Screen.tsx')).FirstRunScreen,
}));
const OpenFailed = lazy(async () => ({ default: (await import('./OpenFailed.tsx')).OpenFailed }));
const loadPalette = () => import('../palette/Palette.tsx');
const loadQuickAdd = () => import('../quickAdd/QuickAdd.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const QuickAdd = lazy(async () => ({ default: (await loadQuickAdd()).QuickAdd }));
const ReminderDialogs = lazy(async () => ({
  default: (await import('../reminders/ReminderDialogs.tsx')).ReminderDialogs,
}));
const RenewalDialogs = lazy(async () => ({
  default: (await import('../renewals/RenewalDialogs.tsx')).RenewalDialogs,
}));
const ReminderBanner = lazy(async () => ({
  default: (await import('./ReminderBanner.tsx')).ReminderBanner,
}));
const Toasts = lazy(async () => ({ default: (await import('./Toasts.tsx')).Toasts }));
const ShortcutList = lazy(async () => ({
  default: (await import('./ShortcutList.tsx')).ShortcutList,
}));

/** Everything around the screens: sidebar, top bar, dialogs, toasts, and what comes before them. */
export function RootScreen() {
  const { data: info, error } = useProcedure('portfolio.info', {});
  const begun = useBegun(info);
  useTheme();
  useNotices(info?.notices);

  if (error !== null && info === undefined) {
    return (
      <Suspense>
        <OpenFailed message={error.message} />
      </Suspense>
    );
  }
  return (
    <>
      {begun === true && <Shell sample={info?.sample ?? false} />}
      {begun === false && (
        <Suspense>
          <FirstRunScreen />
        </Suspense>
      )}
      <RestartNotice />
      <Overlays />
    </>
  );
}

function Shell({ sample }: Readonly<{ sample: boolean }>) {
  const told = toldReminders.use();
  useOpenRecord();
  useEffect(hearReminders, []);
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content" onClick={focusContent}>
        {t('shell.skip')}
      </a>
      <Sidebar />
      <div className={classes.column}>
        <TopBar />
        {sample && <SampleBanner />}
        {told.length > 0 && (
          <Suspense>
            <ReminderBanner />
          </Suspense>
        )}
        <main id="content" tabIndex={-1} className={classes.main}>
          <Suspense>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  );
}

/** The address belongs to the router, so the jump is made by hand. */
function focusContent(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function RestartNotice() {
  const state = useSyncExternalStore(engineState.subscribe, engineState.get);
  return (
    <div role="status" className={classes.restart} hidden={state !== 'restarting'}>
      {state === 'restarting' && t('shell.restarting')}
    </div>
  );
}

function Overlays() {
  const open = overlay.use();
  const reminding = reminderDialog.use();
  const renewing = renewalDialog.use();
  const settled = useSettled();
  useShellKeys();
  useEffect(() => {
    // Whoever types right after the shortcut must not lose the first letters to a chunk's loading.
    if (settled) void Promise.all([loadPalette(), loadQuickAdd()]);
  }, [settled]);
  return (
    <Suspense>
      {open === 'palette' && <Palette />}
      {open === 'quickAdd' && <QuickAdd />}
      {open === 'shortcuts' && <ShortcutList onClose={() => closeOverlay()} />}
      {reminding !== null && <ReminderDialogs />}
      {renewing !== null && <RenewalDialogs />}
      {settled && <Toasts />}
      {settled && <DropAnywhere />}
    </Suspense>
  );
}
