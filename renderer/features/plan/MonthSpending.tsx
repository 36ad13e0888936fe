import { Button } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { moneyWords } from '../stacks/words.ts';
import classes from './MonthSpending.module.css';
import screen from './Screen.module.css';

type Budget = ProcedureOutput<'budget.get'>;

const TALLEST_PX = 64;

/** What was paid and what is to be paid in each month, one currency at a time; with its table. */
export function MonthSpending({ budget }: Readonly<{ budget: Budget }>) {
  const headingId = useId();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const { months, undated, totals } = budget;
  const currency = totals[0]?.currency;
  if (currency === undefined || months.length === 0) return null;
  const without = moneyWords(undated.spent, format);
  return (
    <section className={screen.section} aria-labelledby={headingId}>
      <div className={screen.sectionHead}>
        <h2 id={headingId} className={screen.heading}>
          {t('plan.budget.months')}
        </h2>
        <Button
          variant="subtle"
          color="gray"
          leftSection={
            asTable ? (
              <IconChartBar size={16} stroke={1.75} aria-hidden />
            ) : (
              <IconTable size={16} stroke={1.75} aria-hidden />
            )
          }
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'plan.budget.asChart' : 'plan.budget.asTable')}
        </Button>
      </div>
      {asTable ? <MonthTable months={months} /> : <Bars months={months} currency={currency} />}
      {without !== null && (
        <p className={screen.quiet}>{t('plan.budget.undated', { money: without })}</p>
      )}
    </section>
  );
}

function Bars({ months, currency }: Readonly<{ months: Budget['months']; currency: string }>) {
  const format = useFormat();
  const of = (sums: Budget['months'][number]['spent']) =>
    sums.find((sum) => sum.currency === currency)?.amount ?? 0;
  const most = Math.max(1, ...months.map(({ spent, committed }) => of(spent) + of(committed)));
  const height = (amount: number) => Math.round((amount / most) * TALLEST_PX);
  return (
    <>
      <p className={classes.legend}>
        <span>
          <i data-part="spent" /> {t('plan.budget.spent')}
        </span>
        <span>
          <i data-part="committed" /> {t('plan.budget.committed')}
        </span>
        {currency}
      </p>
      <ol className={classes.bars}>
        {months.map(({ month, spent, committed }) => {
          const all = of(spent) + of(committed);
          return (
            <li key={month}>
              <div className={classes.plot}>
                <span className={classes.sum}>
                  {all === 0 ? '' : format.money({ amount: all, currency })}
                </span>
                <span
                  className={classes.part}
                  data-part="committed"
                  style={{ height: height(of(committed)) }}
                />
                <span
                  className={classes.part}
                  data-part="spent"
                  style={{ height: height(of(spent)) }}
                />
              </div>
              <span className={classes.month}>{format.date(month)}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function MonthTable({ months }: Readonly<{ months: Budget['months'] }>) {
  const format = useFormat();
  const cell = (sums: Budget['months'][number]['spent']) =>
    moneyWords(sums, format) ?? t('plan.none');
  return (
    <table className={screen.table}>
      <thead>
        <tr>
          <th scope="col">{t('plan.budget.month')}</th>
          <th scope="col">{t('plan.budget.spent')}</th>
          <th scope="col">{t('plan.budget.reimbursed')}</th>
          <th scope="col">{t('plan.budget.committed')}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, spent, reimbursed, committed }) => (
          <tr key={month}>
            <th scope="row">{format.date(month)}</th>
            <td>{cell(spent)}</td>
            <td>{cell(reimbursed)}</td>
            <td>{cell(committed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
