import { SegmentedControl } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { settingsSchema } from '#shared/domain/settings.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import classes from './DateBar.module.css';
import { choose, type Preview } from './session.ts';

const orders = settingsSchema.shape.dateOrder.options;

/** How dates in numbers are read, shown on dates of the file itself. */
export function DateBar({ preview }: Readonly<{ preview: Preview }>) {
  const format = useFormat();
  return (
    <div className={classes.bar}>
      <span className={classes.label}>{t('importing.datesReadAs')}</span>
      <SegmentedControl
        aria-label={t('importing.datesReadAs')}
        withItemsBorders={false}
        value={preview.dateOrder}
        onChange={(dateOrder) => choose({ dateOrder })}
        data={orders.map((value) => ({ value, label: t(`importing.orders.${value}`) }))}
      />
      <span className={classes.examples}>
        {preview.dateExamples.slice(0, 2).map(({ text, date }) => (
          <span key={text}>
            {t('importing.dateIs', { text })}
            <strong>{format.date(date)}</strong>
          </span>
        ))}
      </span>
      {preview.ambiguousDates > 0 && (
        <span className={classes.either}>
          <IconInfoCircle size={14} stroke={1.75} aria-hidden />
          {t('importing.ambiguous', { count: preview.ambiguousDates })}
        </span>
      )}
    </div>
  );
}
