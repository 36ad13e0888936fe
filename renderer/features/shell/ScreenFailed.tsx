import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { t } from '../../i18n/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** Stands in for a screen that broke, so that the rest of the window goes on. */
export function ScreenFailed({ error, reset }: ErrorComponentProps) {
  return (
    <div role="alert">
      <EmptyState
        title={t('shell.screenFailed')}
        text={error instanceof Error ? error.message : String(error)}
        action={
          <Button variant="default" onClick={reset}>
            {t('shell.tryAgain')}
          </Button>
        }
      />
    </div>
  );
}
