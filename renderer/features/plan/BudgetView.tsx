import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId, useState, type ReactNode } from 'react';
import type { Money } from '#shared/domain/money.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { DateText } from '../../ui/DateText.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { moneyWords } from '../stacks/words.ts';
import { openCost, openSubscription } from './dialogs.ts';
import { MonthSpending } from './MonthSpending.tsx';
import classes from './Screen.module.css';

type Budget = ProcedureOutput<'budget.get'>;

const sums = [
  'spent',
  'reimbursed',
  'aid',
  'byOthers',
  'committed',
  'open',
  'toCome',
] as const satisfies readonly (keyof Budget['totals'][number])[];

/** Money by currency: what was spent, what is bound to come, what finishing still takes. */
export function BudgetView() {
  const { asOf } = useAsOf();
  const [until, setUntil] = useState<PlainDate | null>(null);
  const { data, error } = useProcedure('budget.get', { asOf, until }, { keepPrevious: true });
  if (data === undefined) {
    return error === null ? null : (
      <p role="alert" className={classes.failed}>
        {t('plan.failed', { reason: error.message })}
      </p>
    );
  }
  const isEmpty = data.totals.length === 0 && data.committed.length === 0;
  const actions = (
    <span className={classes.actions}>
      <Button variant="default" onClick={() => openCost(null)}>
        {t('plan.budget.addCost')}
      </Button>
      <Button variant="default" onClick={() => openSubscription()}>
        {t('plan.budget.addSubscription')}
      </Button>
    </span>
  );
  if (isEmpty) {
    return (
      <EmptyState
        title={t('plan.budget.empty')}
        text={t('plan.budget.emptyText')}
        action={actions}
      />
    );
  }
  return (
    <>
      <div className={classes.bar}>
        <DateText
          key={data.until}
          label={t('plan.budget.until')}
          wholeDay
          value={data.until}
          onChange={(day) => {
            const read = plainDateSchema.safeParse(day);
            if (read.success && read.data >= asOf) setUntil(read.data);
          }}
        />
        {actions}
      </div>
      <Totals totals={data.totals} />
      <MonthSpending budget={data} />
      <div className={classes.columns}>
        <Committed items={data.committed} asOf={asOf} />
        <ToFinish budget={data} />
      </div>
    </>
  );
}

function Totals({ totals }: Readonly<{ totals: Budget['totals'] }>) {
  const format = useFormat();
  return (
    <table className={`${classes.table} ${classes.first}`}>
      <thead>
        <tr>
          <th scope="col">{t('plan.budget.currency')}</th>
          {sums.map((name) => (
            <th key={name} scope="col" data-end>
              {t(`plan.budget.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {totals.map((total) => (
          <tr key={total.currency}>
            <th scope="row">{total.currency}</th>
            {sums.map((name) => (
              <td key={name} data-end>
                {format.money({ amount: total[name], currency: total.currency })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CommittedProps = Readonly<{ items: Budget['committed']; asOf: PlainDate }>;

function Committed({ items, asOf }: CommittedProps) {
  const format = useFormat();
  return (
    <Section heading={t('plan.budget.committedHeading')}>
      {items.length === 0 ? (
        <p className={classes.quiet}>{t('plan.budget.nothingToCome')}</p>
      ) : (
        <table className={classes.table}>
          <tbody>
            {items.map(({ on, what, title, credentialId, price }, index) => (
              // Two payments may be alike in everything.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={`${on ?? ''} ${title} ${index}`}>
                <td>
                  {on === null ? t('plan.budget.noDay') : format.day(on)}
                  {on !== null && on < asOf && (
                    <div className={classes.overdue}>{t('plan.budget.overdue')}</div>
                  )}
                </td>
                <td>
                  {credentialId === null ? (
                    title
                  ) : (
                    <Link to="/credentials" search={{ id: credentialId }} className={classes.link}>
                      {title}
                    </Link>
                  )}
                  <div className={classes.quiet}>{t(`plan.budget.whats.${what}`)}</div>
                </td>
                <td data-end>{format.money(price)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function ToFinish({ budget: { toFinish, stacks } }: Readonly<{ budget: Budget }>) {
  const format = useFormat();
  return (
    <div>
      <Section heading={t('plan.budget.finishHeading')}>
        {toFinish.length === 0 ? (
          <p className={classes.quiet}>{t('plan.budget.nothingToFinish')}</p>
        ) : (
          <table className={classes.table}>
            <tbody>
              {toFinish.map(({ credentialId, title, forecast, money, payer }) => (
                <tr key={credentialId}>
                  <td>
                    <Link to="/credentials" search={{ id: credentialId }} className={classes.link}>
                      {title}
                    </Link>
                    <div className={classes.quiet}>
                      {[
                        forecast === null
                          ? ''
                          : t('plan.budget.forecast', { date: format.date(forecast.slice(0, 7)) }),
                        t(`plan.budget.payers.${payer}`),
                      ]
                        .filter((part) => part !== '')
                        .join(', ')}
                    </div>
                  </td>
                  <Amount money={money} />
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      {stacks.length > 0 && (
        <Section heading={t('plan.budget.stacksHeading')}>
          <table className={classes.table}>
            <tbody>
              {stacks.map(({ stackId, title, money }) => (
                <tr key={stackId}>
                  <td>
                    <Link to="/stacks" search={{ id: stackId }} className={classes.link}>
                      {title}
                    </Link>
                  </td>
                  <Amount money={money} />
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
    </div>
  );
}

function Amount({ money }: Readonly<{ money: readonly Money[] }>) {
  const format = useFormat();
  return <td data-end>{moneyWords(money, format) ?? t('plan.none')}</td>;
}

function Section({ heading, children }: Readonly<{ heading: string; children: ReactNode }>) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.heading}>
        {heading}
      </h2>
      {children}
    </section>
  );
}
