import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { t } from '../i18n/index.ts';
import classes from './toast.module.css';

const DONE_MS = 8000;
const FAILED_MS = 15_000;

let latest: string | null = null;

/** Says what was done. Only the latest such toast stays, so that its Undo means the latest change. */
export function showDone(message: string, undo?: () => void): void {
  if (latest !== null) notifications.hide(latest);
  const id = notifications.show({
    message: (
      <span className={classes.line}>
        <span className={classes.words}>{message}</span>
        {undo !== undefined && (
          <Button
            variant="default"
            onClick={() => {
              notifications.hide(id);
              undo();
            }}
          >
            {t('common.undo')}
          </Button>
        )}
      </span>
    ),
    autoClose: DONE_MS,
    closeButtonProps: { 'aria-label': t('common.close') },
  });
  latest = id;
}

/** Says what went wrong and what to do, in the words of the error. */
export function showFailed(message: string): void {
  notifications.show({
    message,
    icon: <IconAlertTriangle size={16} stroke={1.75} />,
    role: 'alert',
    autoClose: FAILED_MS,
    className: classes.failed ?? '',
    closeButtonProps: { 'aria-label': t('common.close') },
  });
}

/** Tells something once that the reader should know; it stays until closed. */
export function showNotice(message: string): void {
  notifications.show({
    message,
    autoClose: false,
    closeButtonProps: { 'aria-label': t('common.close') },
  });
}
