import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Lie } from '#shared/procedures/copies.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import classes from './Copies.module.css';
import { CopyButton } from './CopyButton.tsx';
import type { Stale } from './copyWords.ts';
import { Html } from './Paper.tsx';
import { CopyHead } from './PlainCopy.tsx';
import { plainOf } from './plainOf.ts';

/** One copy that lies: what it says, what is so, and the whole text put right. */
export function StaleCopy({ item }: Readonly<{ item: Stale }>) {
  const { asOf } = useAsOf();
  const { copy, lies, corrected } = item;
  const { id, place } = copy;
  const isRich = copy.format === 'html';
  const mark = useCommand('copies.mark', {
    done: (_, { as }) =>
      t(as === 'removed' ? 'share.sent.ledger.tookOut' : 'share.sent.ledger.marked', { place }),
  });
  return (
    <li className={classes.stale}>
      <CopyHead copy={copy} />
      <ul className={classes.lies}>
        {lies.map((lie) => (
          <LieLine key={`${lie.credentialId} ${lie.fact} ${lie.shown}`} lie={lie} />
        ))}
      </ul>
      {corrected === null ? (
        <p className={classes.quiet}>{t('share.sent.ledger.noText')}</p>
      ) : (
        <details className={classes.corrected}>
          <summary>{t('share.sent.ledger.corrected')}</summary>
          <p className={classes.quiet}>
            {t(
              item.correctedBy === 'made-again'
                ? 'share.sent.ledger.madeAgain'
                : 'share.sent.ledger.replaced',
            )}
          </p>
          <div
            role="group"
            aria-label={t('share.sent.ledger.corrected')}
            className={classes.whole}
            // What scrolls must be reachable by keyboard.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            {isRich ? <Html source={corrected} /> : <pre>{corrected}</pre>}
          </div>
        </details>
      )}
      <div className={classes.actions}>
        {corrected !== null && (
          <CopyButton
            variant="default"
            label={t('share.sent.ledger.copy')}
            name={t('share.sent.ledger.copyNamed', { place })}
            plain={isRich ? plainOf(corrected) : corrected}
            html={isRich ? corrected : null}
          />
        )}
        <Button
          variant="default"
          aria-label={t('share.sent.ledger.markNamed', { place })}
          disabled={mark.isPending}
          onClick={() => mark.mutate({ id, as: 'resolved', asOf })}
        >
          {t('share.sent.ledger.mark')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          aria-label={t('share.sent.ledger.removeNamed', { place })}
          disabled={mark.isPending}
          onClick={() => mark.mutate({ id, as: 'removed', asOf })}
        >
          {t('share.sent.ledger.remove')}
        </Button>
      </div>
    </li>
  );
}

function LieLine({ lie }: Readonly<{ lie: Lie }>) {
  const format = useFormat();
  const { reason, since, shown, now, title } = lie;
  return (
    <li>
      <div className={classes.reason}>
        <IconAlertTriangle size={16} stroke={1.75} color="var(--amber)" aria-hidden />
        <span>
          {reason}
          {since !== null && (
            <span className={classes.quiet}>
              {' '}
              {t('share.sent.ledger.since', { day: format.day(since) })}
            </span>
          )}
        </span>
      </div>
      <dl className={classes.facts}>
        <dt>{t('share.sent.ledger.shown')}</dt>
        <dd>
          <del>{shown === '' ? title : shown}</del>
        </dd>
        <dt>{t('share.sent.ledger.now')}</dt>
        <dd>{now ?? t('share.sent.ledger.goes')}</dd>
      </dl>
    </li>
  );
}
