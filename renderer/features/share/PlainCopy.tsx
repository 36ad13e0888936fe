import { Button } from '@mantine/core';
import type { SentCopy } from '#shared/procedures/copies.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import classes from './Copies.module.css';
import { outputWords, whenWords } from './copyWords.ts';

/** One copy that says nothing untrue, or that was taken out. */
export function PlainCopy({ copy }: Readonly<{ copy: SentCopy }>) {
  const { asOf } = useAsOf();
  const mark = useCommand('copies.mark', {
    done: ({ place, state }) =>
      t(state === 'removed' ? 'share.sent.ledger.tookOut' : 'share.sent.ledger.restored', {
        place,
      }),
  });
  const out = copy.state === 'out';
  const { id, place } = copy;
  return (
    <li className={classes.plain}>
      <CopyHead copy={copy} />
      <Button
        variant="subtle"
        color="gray"
        aria-label={t(out ? 'share.sent.ledger.removeNamed' : 'share.sent.ledger.restoreNamed', {
          place,
        })}
        loading={mark.isPending}
        onClick={() => mark.mutate({ id, as: out ? 'removed' : 'out', asOf })}
      >
        {t(out ? 'share.sent.ledger.remove' : 'share.sent.ledger.restore')}
      </Button>
    </li>
  );
}

/** Where it is, what it is, and since when. */
export function CopyHead({ copy }: Readonly<{ copy: SentCopy }>) {
  const format = useFormat();
  const what = [outputWords(copy.output), whenWords(copy, format), copy.file];
  return (
    <div className={classes.head}>
      <div className={classes.place}>{copy.place}</div>
      <div className={classes.quiet}>{what.filter((each) => each !== null).join(' · ')}</div>
    </div>
  );
}
