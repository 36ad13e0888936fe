import { Button } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Money } from '#shared/domain/money.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import classes from './YearAhead.module.css';

type Month = ProcedureOutput<'renewals.load'>['months'][number];

const TALLEST_PX = 40;

/** Hours and money that fall due in each of the next twelve months; nothing where none do. */
export function YearAhead() {
  const { asOf } = useAsOf();
  const format = useFormat();
  const headingId = useId();
  const [asTable, setAsTable] = useState(false);
  const { data } = useProcedure('renewals.load', { asOf }, { keepPrevious: true });
  const months = data?.months ?? [];
  const most = Math.max(...months.map(({ hours }) => hours), 0);
  if (most === 0 && months.every(({ money }) => money.length === 0)) return null;

  return (
    <section aria-labelledby={headingId} className={classes.strip}>
      <div className={classes.head}>
        <h2 id={headingId}>{t('today.yearAhead')}</h2>
        <span className={classes.sum}>
          {t('today.fallDue', { what: totalText(months, format) })}
        </span>
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
          {t(asTable ? 'today.asChart' : 'today.asTable')}
        </Button>
      </div>
      {asTable ? <MonthTable months={months} /> : <MonthBars months={months} most={most} />}
    </section>
  );
}

function MonthBars({ months, most }: Readonly<{ months: readonly Month[]; most: number }>) {
  const format = useFormat();
  return (
    <ol className={classes.bars}>
      {months.map(({ month, hours, money }) => (
        <li key={month}>
          <div className={classes.plot}>
            <span className={classes.hours}>{hoursText(hours, format)}</span>
            <span
              className={classes.bar}
              data-most={(hours === most && most > 0) || undefined}
              style={{ height: most === 0 ? 1 : Math.max(1, (hours / most) * TALLEST_PX) }}
            />
          </div>
          <span className={classes.month}>{format.date(month)}</span>
          <span className={classes.money}>{moneyText(money, format)}</span>
        </li>
      ))}
    </ol>
  );
}

function MonthTable({ months }: Readonly<{ months: readonly Month[] }>) {
  const format = useFormat();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('today.month')}</th>
          <th scope="col">{t('today.hours')}</th>
          <th scope="col">{t('today.money')}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, hours, money }) => (
          <tr key={month}>
            <th scope="row">{format.date(month)}</th>
            <td>{hoursText(hours, format)}</td>
            <td>{moneyText(money, format)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const NOTHING = '–';

const hoursText = (hours: number, format: Format): string =>
  hours === 0 ? NOTHING : t('today.nHours', { hours: format.number(Math.ceil(hours)) });

const moneyText = (money: readonly Money[], format: Format): string =>
  money.length === 0 ? NOTHING : money.map((amount) => format.money(amount)).join(' + ');

/** "109 h and $929"; currencies are never added to one another. */
function totalText(months: readonly Month[], format: Format): string {
  const hours = months.reduce((sum, month) => sum + month.hours, 0);
  const money = new Map<string, number>();
  for (const { currency, amount } of months.flatMap((month) => month.money)) {
    money.set(currency, (money.get(currency) ?? 0) + amount);
  }
  const sums = [...money].map(([currency, amount]) => format.money({ currency, amount }));
  const parts = [...(hours > 0 ? [hoursText(hours, format)] : []), ...sums];
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
}
