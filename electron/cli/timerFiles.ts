/** Ways to run a command on a schedule. */
export const timerKinds = ['cron', 'systemd', 'task-scheduler'] as const;
export type TimerKind = (typeof timerKinds)[number];

export type TimerFile = Readonly<{ path: string; content: string; how: string }>;

const COMMAND = 'laurel remind --notify --quiet';

/** Ready files that run the reminders every hour; they are printed, never installed unasked. */
export function timerFiles(kind: TimerKind): readonly TimerFile[] {
  if (kind === 'cron') {
    return [
      { path: 'crontab', content: `0 * * * * ${COMMAND}`, how: 'Add the line with: crontab -e' },
    ];
  }
  if (kind === 'systemd') {
    return [
      {
        path: '~/.config/systemd/user/laurel-remind.service',
        content: `[Unit]\nDescription=Laurel reminders\n\n[Service]\nType=oneshot\nExecStart=/usr/bin/env ${COMMAND}`,
        how: 'Save it under that name.',
      },
      {
        path: '~/.config/systemd/user/laurel-remind.timer',
        content:
          '[Unit]\nDescription=Laurel reminders, every hour\n\n[Timer]\nOnCalendar=hourly\nPersistent=true\n\n[Install]\nWantedBy=timers.target',
        how: 'Save it, then run: systemctl --user enable --now laurel-remind.timer',
      },
    ];
  }
  return [
    {
      path: 'laurel-remind.cmd',
      content: `schtasks /Create /TN "Laurel reminders" /SC HOURLY /TR "${COMMAND}"`,
      how: 'Run the line in a command prompt.',
    },
  ];
}
