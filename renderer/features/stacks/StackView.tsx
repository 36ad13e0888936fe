import { useId } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { Aside } from './Aside.tsx';
import { Notes } from './Notes.tsx';
import { StackHeader } from './StackHeader.tsx';
import classes from './StackView.module.css';
import { Tree } from './Tree.tsx';

/** One stack: where it stands, its parts with their rules, and what to do next. */
export function StackView({ id }: Readonly<{ id: Id }>) {
  const { asOf } = useAsOf();
  const headingId = useId();
  const { data: stack, error } = useProcedure('stacks.get', { id, asOf }, { keepPrevious: true });
  if (stack === undefined) {
    return (
      <div className={classes.view} aria-busy={error === null}>
        {error !== null && (
          <p role="alert" className={classes.failed}>
            {t('stacks.failed', { reason: error.message })}
          </p>
        )}
      </div>
    );
  }
  return (
    <article className={classes.view} aria-labelledby={headingId}>
      <StackHeader stack={stack} headingId={headingId} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <Tree root={stack.root} title={stack.title} kind={stack.kind} />
          <Notes stack={stack} />
        </div>
        <Aside stack={stack} />
      </div>
    </article>
  );
}
