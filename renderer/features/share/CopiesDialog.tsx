import { Checkbox, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import classes from './Copies.module.css';
import { PlainCopy } from './PlainCopy.tsx';
import { closeShareDialog } from './dialogs.ts';
import { StaleCopy } from './StaleCopy.tsx';

/** Lines of a group; older ones are in `laurel copies`. */
const SHOWN_MAX = 200;

/** Everything that has gone out: what is no longer true first, with its text put right. */
export function CopiesDialog() {
  const { asOf } = useAsOf();
  const format = useFormat();
  const [removed, setRemoved] = useState(false);
  const { data: all, error } = useProcedure(
    'copies.list',
    { asOf, removed: true },
    { keepPrevious: true },
  );
  const { data: stale } = useProcedure('copies.stale', { asOf }, { keepPrevious: true });
  const untrue = stale?.items ?? [];
  const fine = all?.items.filter(({ lies, state }) => lies === 0 && state === 'out') ?? [];
  const gone = all?.items.filter(({ state }) => state === 'removed') ?? [];
  const nothing = all?.items.length === 0;

  return (
    <Modal
      opened
      onClose={closeShareDialog}
      size={760}
      yOffset="min(56px, 5vh)"
      returnFocus={false}
      title={t('share.sent.ledger.heading')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <p className={classes.text}>{t('share.sent.ledger.text')}</p>
      {error !== null && (
        <p role="alert" className={classes.failed}>
          {t('share.sent.ledger.failed', { reason: error.message })}
        </p>
      )}
      {nothing && <p>{t('share.sent.ledger.nothing')}</p>}
      {!nothing && stale !== undefined && untrue.length === 0 && (
        <p>{t('share.sent.ledger.noneUntrue', { day: format.day(asOf) })}</p>
      )}
      <Group heading={t('share.sent.ledger.untrue')} count={untrue.length}>
        {untrue.slice(0, SHOWN_MAX).map((item) => (
          <StaleCopy key={item.copy.id} item={item} />
        ))}
      </Group>
      <Group heading={t('share.sent.ledger.stillTrue')} count={fine.length}>
        {fine.slice(0, SHOWN_MAX).map((copy) => (
          <PlainCopy key={copy.id} copy={copy} />
        ))}
      </Group>
      {gone.length > 0 && (
        <Checkbox
          label={t('share.sent.ledger.showRemoved')}
          checked={removed}
          onChange={(event) => setRemoved(event.currentTarget.checked)}
        />
      )}
      {removed && (
        <Group heading={t('share.sent.ledger.removed')} count={gone.length}>
          {gone.slice(0, SHOWN_MAX).map((copy) => (
            <PlainCopy key={copy.id} copy={copy} />
          ))}
        </Group>
      )}
    </Modal>
  );
}

type GroupProps = Readonly<{ heading: string; count: number; children: ReactNode }>;

function Group({ heading, count, children }: GroupProps) {
  if (count === 0) return null;
  return (
    <section aria-label={heading}>
      <h3 className={classes.group}>
        {heading} <span className={classes.quiet}>{count}</span>
      </h3>
      <ul className={classes.list}>{children}</ul>
      {count > SHOWN_MAX && (
        <p className={classes.quiet}>{t('share.sent.ledger.more', { count: count - SHOWN_MAX })}</p>
      )}
    </section>
  );
}
