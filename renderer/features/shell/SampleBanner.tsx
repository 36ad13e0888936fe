import { Button } from '@mantine/core';
import { IconBooks } from '@tabler/icons-react';
import { askApp } from '../../client.ts';
import { t } from '../../i18n/index.ts';
import classes from './SampleBanner.module.css';

export function SampleBanner() {
  return (
    <aside className={classes.banner} aria-label={t('shell.sample')}>
      <IconBooks size={16} stroke={1.75} aria-hidden />
      <span className={classes.words}>{t('shell.sample')}</span>
      <Button variant="default" onClick={() => askApp({ action: 'leave-sample' })}>
        {t('shell.leaveSample')}
      </Button>
    </aside>
  );
}
