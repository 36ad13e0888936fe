import { Anchor, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { t } from '../../i18n/all.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { openQuickAdd } from '../shell/overlays.ts';
import classes from './Nothing.module.css';

/** Before the first credential is there. */
export function NoCredentials() {
  return (
    <section className={classes.screen}>
      <ScreenHeader title={t('credentials.heading')} />
      <div className={classes.middle}>
        <EmptyState
          title={t('credentials.none.title')}
          text={t('credentials.none.text')}
          action={
            <div className={classes.actions}>
              <Button
                leftSection={<IconPlus size={16} stroke={1.75} />}
                onClick={() => openQuickAdd()}
              >
                {t('credentials.none.add')}
              </Button>
              <Anchor component={Link} to="/import" size="sm">
                {t('credentials.none.import')}
              </Anchor>
            </div>
          }
        />
      </div>
    </section>
  );
}

export function NothingMatches({ onClear }: Readonly<{ onClear: () => void }>) {
  return (
    <div className={classes.middle}>
      <EmptyState
        title={t('credentials.noMatch.title')}
        text={t('credentials.noMatch.text')}
        action={
          <Button variant="default" onClick={onClear}>
            {t('credentials.noMatch.clear')}
          </Button>
        }
      />
    </div>
  );
}
