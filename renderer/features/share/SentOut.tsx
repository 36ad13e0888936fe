import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { liesWords, whenWords, type Stale } from './copyWords.ts';
import { openShareDialog } from './dialogs.ts';
import classes from './SentOut.module.css';

const SHOWN = 2;

type SentOutProps = Readonly<{
  /** Only the way to the ledger, where there is no room for its first lines. */
  short?: boolean;
}>;

/** What has gone out and is no longer true, and the way to the whole ledger. */
export function SentOut({ short = false }: SentOutProps) {
  const { asOf } = useAsOf();
  const format = useFormat();
  const headingId = useId();
  const { data: all } = useProcedure('copies.list', { asOf }, { keepPrevious: true });
  const { data: stale } = useProcedure('copies.stale', { asOf }, { keepPrevious: true });
  const untrue = stale?.items ?? [];
  const count = all?.items.length ?? 0;
  const firstTrue = all?.items.filter(({ lies }) => lies === 0) ?? [];
  const rest = firstTrue.slice(0, Math.max(0, SHOWN - untrue.length));

  if (short) {
    return (
      <Button
        variant="default"
        leftSection={
          untrue.length > 0 && (
            <IconAlertTriangle size={16} stroke={1.75} color="var(--amber)" aria-hidden />
          )
        }
        onClick={() => openShareDialog({ kind: 'copies' })}
      >
        {untrue.length > 0
          ? t('share.sent.shortUntrue', { count: untrue.length })
          : t('share.sent.short', { count })}
      </Button>
    );
  }
  return (
    <section aria-labelledby={headingId} className={classes.sent}>
      <header className={classes.head}>
        <h2 id={headingId}>{t('share.sent.heading')}</h2>
        {count > 0 && (
          <button
            type="button"
            className={classes.all}
            onClick={() => openShareDialog({ kind: 'copies' })}
          >
            {t('share.sent.all', { count })}
          </button>
        )}
      </header>
      {all !== undefined && count === 0 && (
        <p className={classes.quiet}>{t('share.sent.nothing')}</p>
      )}
      <ul className={classes.items}>
        {untrue.slice(0, SHOWN).map((item) => (
          <Untrue key={item.copy.id} item={item} />
        ))}
        {rest.map((copy) => (
          <li key={copy.id}>
            <div className={classes.place}>{copy.place}</div>
            <div className={classes.quiet}>{whenWords(copy, format)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Untrue({ item }: Readonly<{ item: Stale }>) {
  const format = useFormat();
  return (
    <li>
      <div className={classes.place}>{item.copy.place}</div>
      <div className={classes.lie}>
        <IconAlertTriangle size={14} stroke={1.75} color="var(--amber)" aria-hidden />
        <span>{liesWords(item.lies)}</span>
      </div>
      <div className={classes.quiet}>{whenWords(item.copy, format)}</div>
    </li>
  );
}
