import { Button, Menu, Switch } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconSend } from '@tabler/icons-react';
import { useState, useSyncExternalStore } from 'react';
import type { NativeState } from '#shared/messages.ts';
import { localDay } from '../../asOf.tsx';
import { askApp, nativeState } from '../../client.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { platformOf } from './platform.ts';
import { pauseEnd, pauseLengths } from './pause.ts';
import classes from './Screen.module.css';
import { Setting } from './Setting.tsx';

/** How reminders reach the reader through the system: notifications, tray, start at login. */
export function NativeSettings() {
  const native = useSyncExternalStore(nativeState.subscribe, nativeState.get);
  if (native === null) return null;
  return (
    <>
      <Notifications state={native.notifications} />
      <Pause until={native.pausedUntil} />
      <SystemSwitch
        label={t('reminders.native.login')}
        hint={t('reminders.native.loginHint')}
        on={native.startAtLogin}
        onChange={(on) => askApp({ action: 'set-start-at-login', on })}
      />
      <SystemSwitch
        label={t('reminders.native.tray')}
        hint={t('reminders.native.trayHint')}
        on={native.keepInTray}
        onChange={(on) => askApp({ action: 'set-keep-in-tray', on })}
      />
    </>
  );
}

function Notifications({ state }: Readonly<{ state: NativeState['notifications'] }>) {
  const [sent, setSent] = useState(false);
  return (
    <>
      <Setting label={t('reminders.native.test')} hint={t('reminders.native.testHint')}>
        <Button
          variant="default"
          leftSection={<IconSend size={16} stroke={1.75} />}
          onClick={() => {
            setSent(true);
            askApp({ action: 'test-notification' });
          }}
        >
          {t('reminders.native.send')}
        </Button>
      </Setting>
      <div role="status">
        {state === 'refused' ? (
          <p className={classes.refused}>
            <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
            <span>
              {t('reminders.native.refused')}{' '}
              {t(`reminders.native.mend.${platformOf(navigator.userAgent)}`)}
            </span>
          </p>
        ) : state === 'shown' ? (
          <p className={classes.fact}>{t('reminders.native.shown')}</p>
        ) : (
          sent && <p className={classes.fact}>{t('reminders.native.sent')}</p>
        )}
      </div>
    </>
  );
}

function Pause({ until }: Readonly<{ until: string | null }>) {
  const format = useFormat();
  const end = until === null ? null : new Date(until);
  const time = new Intl.DateTimeFormat(navigator.language, { timeStyle: 'short' });
  const hint =
    end === null
      ? t('reminders.native.pauseHint')
      : t('reminders.native.pausedUntil', {
          when: `${format.day(localDay(end))}, ${time.format(end)}`,
        });
  return (
    <Setting label={t('reminders.native.pause')} hint={hint}>
      {end === null ? (
        <Menu withInitialFocusPlaceholder={false} position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} stroke={1.75} />}>
              {t('reminders.native.pauseFor')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {pauseLengths.map((length) => (
              <Menu.Item
                key={length}
                onClick={() =>
                  askApp({
                    action: 'pause-reminders',
                    until: pauseEnd(length, new Date()).toISOString(),
                  })
                }
              >
                {t(`reminders.native.${length}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Button
          variant="default"
          onClick={() => askApp({ action: 'pause-reminders', until: null })}
        >
          {t('reminders.native.resume')}
        </Button>
      )}
    </Setting>
  );
}

type SystemSwitchProps = Readonly<{
  label: string;
  hint: string;
  /** Null: this system cannot do it. */
  on: boolean | null;
  onChange: (on: boolean) => void;
}>;

function SystemSwitch({ label, hint, on, onChange }: SystemSwitchProps) {
  return (
    <Setting label={label} hint={hint}>
      {on === null ? (
        <span className={classes.cannot}>{t('reminders.native.cannot')}</span>
      ) : (
        <Switch
          aria-label={label}
          checked={on}
          onChange={({ currentTarget: { checked } }) => onChange(checked)}
        />
      )}
    </Setting>
  );
}
