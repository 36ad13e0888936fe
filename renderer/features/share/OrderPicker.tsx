import { Button, Select } from '@mantine/core';
import { IconArrowsSort, IconFileDescription } from '@tabler/icons-react';
import { orderModeSchema } from '#shared/domain/profile.ts';
import { t } from '../../i18n/all.ts';
import { openShareDialog } from './dialogs.ts';
import { LanguageSelect } from './Options.tsx';
import classes from './Resume.module.css';
import { changeOptions, resumeDraft } from './resumeDraft.ts';

/** The order of the lines with what it goes by, and the language that they are in. */
export function OrderPicker() {
  const { options } = resumeDraft.use();
  const { order, job, locale } = options;
  return (
    <>
      <div className={classes.pair}>
        <Select
          label={t('share.order.label')}
          allowDeselect={false}
          value={order}
          data={orderModeSchema.options.map((value) => ({
            value,
            label: t(`share.order.${value}`),
          }))}
          onChange={(value) => changeOptions({ order: orderModeSchema.parse(value) })}
        />
        <LanguageSelect value={locale} onChange={(next) => changeOptions({ locale: next })} />
      </div>
      {order === 'relevance' && (
        <div className={classes.by}>
          <span>{job.trim() === '' ? t('share.order.noJob') : firstWords(job)}</span>
          <Button
            variant="default"
            leftSection={<IconFileDescription size={16} stroke={1.75} />}
            onClick={() => openShareDialog({ kind: 'job' })}
          >
            {t(job.trim() === '' ? 'share.order.addJob' : 'share.order.editJob')}
          </Button>
        </div>
      )}
      {order === 'manual' && (
        <div className={classes.by}>
          <span>{t('share.order.manualHint')}</span>
          <Button
            variant="default"
            leftSection={<IconArrowsSort size={16} stroke={1.75} />}
            onClick={() => openShareDialog({ kind: 'arrange' })}
          >
            {t('share.order.arrange')}
          </Button>
        </div>
      )}
    </>
  );
}

const WORDS_MAX = 60;

/** The beginning of a job text, as its name. */
function firstWords(job: string): string {
  const line = job.trim().split('\n', 1)[0] ?? '';
  return line.length > WORDS_MAX ? `${line.slice(0, WORDS_MAX)}…` : line;
}
