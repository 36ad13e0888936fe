import { NumberInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useId, useState } from 'react';
import { stackFileSchema } from '#shared/domain/stackTree.ts';
import type { StackView } from '#shared/domain/stackView.ts';
import { useAsOf } from '../../asOf.tsx';
import { call } from '../../client.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { showFailed } from '../../ui/toast.tsx';
import classes from './Aside.module.css';
import { Grants } from './Grants.tsx';
import { hoursWords, rangeWords } from './words.ts';

/** Steps beyond these are in the tree. */
const STEPS_SHOWN = 4;
const SAVE_AFTER_MS = 600;
/** How much more a week the other pace is. */
const MORE_HOURS = 2;

/** What to do next, at which pace, and what it leads to. */
export function Aside({ stack }: Readonly<{ stack: StackView }>) {
  return (
    <div className={classes.aside}>
      <Steps stack={stack} />
      {!stack.report.complete && <Pace key={stack.report.weeklyHours} stack={stack} />}
      <Grants stack={stack} />
    </div>
  );
}

type Step = StackView['report']['nextSteps'][number];

function Steps({ stack }: Readonly<{ stack: StackView }>) {
  const headingId = useId();
  const { nextSteps } = stack.report;
  const shown = nextSteps.slice(0, STEPS_SHOWN);
  return (
    <section aria-labelledby={headingId} className={classes.section}>
      <h3 id={headingId} className={classes.heading}>
        {t('stacks.nextSteps')}
      </h3>
      {nextSteps.length === 0 && <p className={classes.quiet}>{t('stacks.noSteps')}</p>}
      <ol className={classes.steps}>
        {shown.map((step, index) => (
          <StepLine key={step.path} step={step} number={index + 1} stack={stack} />
        ))}
      </ol>
      {nextSteps.length > shown.length && (
        <p className={classes.quiet}>
          {t('stacks.steps.more', { count: nextSteps.length - shown.length })}
        </p>
      )}
    </section>
  );
}

type StepLineProps = Readonly<{ step: Step; number: number; stack: StackView }>;

function StepLine({ step, number, stack }: StepLineProps) {
  const format = useFormat();
  const { title, state, hours, cost, costLow, costHigh, blockedBy, forecast } = step;
  const verb =
    state === 'in-progress' || state === 'lapsed' || state === 'audit' || state === 'grade'
      ? state
      : roleAt(stack.root, step.path) === 'exam'
        ? 'exam'
        : 'start';
  const price =
    cost === null
      ? rangeWords(costLow === null ? [] : [costLow], costHigh === null ? [] : [costHigh], format)
      : format.money(cost);
  const after =
    blockedBy.length === 0
      ? null
      : t('stacks.after', {
          what:
            blockedBy.length === 1
              ? (blockedBy[0] ?? '')
              : t('stacks.facts.leaves', { count: blockedBy.length }),
        });
  const parts = [
    hours === null ? null : hoursWords(hours, format),
    price,
    after,
    forecast === null ? null : format.day(forecast),
  ].filter((part) => part !== null);
  return (
    <li className={classes.step}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <span>
        <span className={classes.stepName}>{t(`stacks.steps.${verb}`, { title })}</span>
        <span className={classes.small}>{parts.join(', ')}</span>
      </span>
    </li>
  );
}

function roleAt(root: StackView['root'], path: string): string | null {
  let node: StackView['root'] | undefined = root;
  for (const part of path === '' ? [] : path.split('.')) {
    node = node?.type === 'group' ? node.children[Number(part)] : undefined;
  }
  return node?.type === 'leaf' ? node.role : null;
}

function Pace({ stack }: Readonly<{ stack: StackView }>) {
  const { asOf } = useAsOf();
  const format = useFormat();
  const { id, report } = stack;
  const [hours, setHours] = useState(report.weeklyHours);
  const more = hours + MORE_HOURS;
  const { data: faster } = useProcedure('stacks.get', { id, asOf, weeklyHours: more });
  const update = useCommand('stacks.update', {
    done: () => t('stacks.paceSaved', { hours: format.number(hours) }),
  });
  const save = useDebouncedCallback(async (weeklyHours: number) => {
    try {
      const file = stackFileSchema.parse(await call('stacks.file', { id, asOf }));
      update.mutate({ id, asOf, file: { ...file, options: { ...file.options, weeklyHours } } });
    } catch (error) {
      showFailed(error instanceof Error ? error.message : String(error));
    }
  }, SAVE_AFTER_MS);
  const then = faster?.report.forecast ?? null;
  return (
    <section className={classes.section} aria-label={t('stacks.pace')}>
      <div className={classes.pace}>
        <h3 className={classes.heading}>{t('stacks.pace')}</h3>
        <NumberInput
          aria-label={t('stacks.paceLabel')}
          className={classes.hours ?? ''}
          min={0}
          max={168}
          decimalScale={1}
          suffix={t('stacks.paceOf', { hours: '' })}
          value={hours}
          onChange={(value) => {
            if (typeof value !== 'number') return;
            setHours(value);
            save(value);
          }}
        />
      </div>
      {then !== null && (
        <p className={classes.quiet}>
          {t('stacks.paceElse', { hours: format.number(more), date: format.day(then) })}
        </p>
      )}
    </section>
  );
}
