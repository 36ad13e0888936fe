import { Button } from '@mantine/core';
import type { Credential } from '#shared/domain/credential.ts';
import { t } from '../../i18n/all.ts';
import classes from '../renewals/Tabs.module.css';
import { openReminderDialog } from './dialogs.ts';
import { useReminderSettings } from './useReminderSettings.ts';
import { differsWords } from './words.ts';

/** Whether the reminders of a credential differ from those of all, and how to change that. */
export function RulesSection({ credential }: Readonly<{ credential: Credential }>) {
  const { id, title } = credential;
  const { settings } = useReminderSettings();
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <h3 className={classes.heading}>{t('reminders.rules.section')}</h3>
        <Button
          variant="default"
          aria-label={t('reminders.rules.changeNamed', { title })}
          onClick={() => openReminderDialog({ kind: 'rules', id, title })}
        >
          {t('reminders.rules.change')}
        </Button>
      </div>
      <p className={classes.quiet}>{differsWords(settings, id) ?? t('reminders.rules.asForAll')}</p>
    </section>
  );
}
