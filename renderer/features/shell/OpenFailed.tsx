import { Button, Group } from '@mantine/core';
import { askApp } from '../../client.ts';
import { t } from '../../i18n/all.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** Shown when the portfolio could not be opened: what happened, and the two ways on. */
export function OpenFailed({ message }: Readonly<{ message: string }>) {
  return (
    <main role="alert">
      <EmptyState
        title={t('shell.openFailed')}
        text={message}
        action={
          <Group gap={8}>
            <Button onClick={() => askApp({ action: 'reopen' })}>{t('shell.tryAgain')}</Button>
            <Button variant="default" onClick={() => askApp({ action: 'show-folder' })}>
              {t('shell.showFolder')}
            </Button>
          </Group>
        }
      />
    </main>
  );
}
