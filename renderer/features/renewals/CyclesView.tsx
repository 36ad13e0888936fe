import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { Legend } from './Bars.tsx';
import { CycleRow } from './CycleRow.tsx';
import { actBy, nameOf, rounded, unitsToGo, type OpenCycle } from './cycles.ts';
import classes from './CyclesView.module.css';
import { openRenew } from './dialogs.ts';
import { fits, type CycleFilter } from './FilterMenu.tsx';
import { latestEnd, usePlan } from './usePlan.ts';
import { routeWords } from './words.ts';

type CyclesViewProps = Readonly<{
  items: readonly OpenCycle[];
  filter: CycleFilter;
  asOf: PlainDate;
}>;

/** Every open cycle: what counts, at which pace, what is missing and by when. */
export function CyclesView({ items, filter, asOf }: CyclesViewProps) {
  const shown = items.filter((item) => fits(item, filter));
  const withUnits = shown.filter(({ ledger }) => ledger.requirements.length > 0);
  const others = shown.filter(({ ledger }) => ledger.requirements.length === 0);
  return (
    <>
      <div className={classes.summary}>
        <Summary items={items} />
        <Legend />
      </div>
      {shown.length === 0 && <p className={classes.nothing}>{t('renewals.nothingEnds')}</p>}
      {withUnits.length > 0 && (
        <>
          <div className={classes.head} aria-hidden>
            <span>{t('renewals.columns.credential')}</span>
            <span>{t('renewals.columns.cycle')}</span>
            <span>{t('renewals.columns.categories')}</span>
            <span>{t('renewals.columns.missing')}</span>
          </div>
          <ul className={classes.list}>
            {withUnits.map((item) => (
              <CycleRow key={item.id} item={item} asOf={asOf} />
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <section aria-labelledby="renewals-by-exam">
          <h2 id="renewals-by-exam" className={classes.group}>
            {t('renewals.byExam')}
          </h2>
          <ul className={classes.list}>
            {others.map((item) => (
              <ExamRow key={item.id} item={item} asOf={asOf} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Summary({ items }: Readonly<{ items: readonly OpenCycle[] }>) {
  const format = useFormat();
  const { data: plan } = usePlan(latestEnd(items));
  const open = items.filter(({ ledger }) => ledger.requirements.length > 0);
  const toGo = open.reduce((sum, item) => rounded(sum + unitsToGo(item)), 0);
  return (
    <p className={classes.sums}>
      {t('renewals.summary.cycles', { count: open.length })},{' '}
      {toGo > 0 ? (
        <>
          <strong>{t('renewals.summary.toGo', { units: format.number(toGo) })}</strong>{' '}
          {t('renewals.summary.toGoAfter')}
        </>
      ) : (
        t('renewals.summary.done')
      )}{' '}
      {toGo > 0 &&
        plan !== undefined &&
        t('renewals.summary.hours', { hours: format.number(plan.hours) })}
    </p>
  );
}

function ExamRow({ item, asOf }: Readonly<{ item: OpenCycle; asOf: PlainDate }>) {
  const format = useFormat();
  const name = nameOf(item);
  const { routes, next } = item;
  const by = actBy(item);
  return (
    <li className={classes.exam}>
      <h3 className={classes.name}>
        <Link to="/credentials" search={{ id: item.id }} title={item.title}>
          {name}
        </Link>
      </h3>
      <StatusMark status={item.status} withWord />
      <p className={classes.quiet}>
        {next === null
          ? routes.map((route) => routeWords(route, asOf, format)).join(', ')
          : t('renewals.missing.renewed')}
        {', '}
        {next === null
          ? t('renewals.routeBy', { date: format.day(by) })
          : t('renewals.missing.renewedThrough', {
              end: next.end === null ? t('common.noExpiry') : format.day(next.end),
            })}
      </p>
      {next === null && (
        <Button
          variant="default"
          aria-label={t('renewals.renewNamed', { name })}
          className={classes.action ?? ''}
          onClick={() => openRenew(item)}
        >
          {t('renewals.renew')}
        </Button>
      )}
    </li>
  );
}
