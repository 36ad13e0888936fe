import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { t } from '../../i18n/all.ts';
import { openShareDialog } from './dialogs.ts';
import classes from './StaleLine.module.css';
import { useStaleCopies } from './useStaleCopies.ts';

/** On Today: that some of what went out is no longer true, and the way to it; else nothing. */
export function StaleLine() {
  const navigate = useNavigate();
  const { copies, facts } = useStaleCopies();
  if (copies === 0) return null;
  const show = async () => {
    await navigate({ to: '/share' });
    openShareDialog({ kind: 'copies' });
  };
  return (
    <section className={classes.line} aria-label={t('share.sent.today.label')}>
      <IconAlertTriangle size={18} stroke={1.5} color="var(--amber)" aria-hidden />
      <div>
        <div className={classes.title}>{t('share.sent.today.copies', { count: copies })}</div>
        <div className={classes.quiet}>{t('share.sent.today.facts', { count: facts })}</div>
      </div>
      <Button variant="default" onClick={() => void show()}>
        {t('share.sent.today.show')}
      </Button>
    </section>
  );
}
