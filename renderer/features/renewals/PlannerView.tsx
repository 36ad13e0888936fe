import { useId, useState } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { BetterAllocation } from './BetterAllocation.tsx';
import { nameOf, unitWord, type OpenCycle } from './cycles.ts';
import { DayField } from './DayField.tsx';
import { readDay } from './readLog.ts';
import { latestEnd, usePlan } from './usePlan.ts';
import classes from './Views.module.css';
import { withDates } from './words.ts';

type Plan = ProcedureOutput<'planner.plan'>;
type PlannedUnits = Plan['perCredential'][number]['need'][number];

/** The least further hours for the cycles that end by a day, what they count for, and what binds. */
export function PlannerView({ items }: Readonly<{ items: readonly OpenCycle[] }>) {
  const format = useFormat();
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  const [text, setText] = useState<string | null>(null);
  const last = latestEnd(items);
  const until = text === null ? last : readDay(text, settings.dateOrder);
  const { data: plan, error } = usePlan(until);
  return (
    <div className={classes.view}>
      <DayField
        label={t('renewals.planner.by')}
        text={text ?? (last === null ? '' : format.day(last))}
        day={until}
        error={until === null ? t('renewals.log.errors.day') : null}
        onChange={setText}
      />
      {error !== null && (
        <p role="alert" className={classes.failed}>
          {t('renewals.planner.failed', { reason: error.message })}
        </p>
      )}
      {plan !== undefined && <PlanWords plan={plan} items={items} />}
      <BetterAllocation />
    </div>
  );
}

function PlanWords({ plan, items: cycles }: Readonly<{ plan: Plan; items: readonly OpenCycle[] }>) {
  const format = useFormat();
  const byId = new Map(cycles.map((item) => [item.id, item]));
  const nameIn = ({ credentialId, title }: Readonly<{ credentialId: Id; title: string }>) => {
    const item = byId.get(credentialId);
    return item === undefined ? title : nameOf(item);
  };
  const unitsIn = (credentialId: Id, units: PlannedUnits) => {
    const asked = byId.get(credentialId)?.ledger.requirements ?? [];
    const hasCategories = asked.some(
      ({ unit, categories }) => unit === units.unit && categories.length > 0,
    );
    return unitsWords(units, hasCategories, format);
  };
  const { hours, hoursApart, items, perCredential, binding } = plan;
  if (perCredential.length === 0) {
    return <p className={classes.quiet}>{t('renewals.planner.nothing')}</p>;
  }
  return (
    <>
      <p className={classes.words}>
        <strong>{t('renewals.planner.least', { hours: format.number(hours) })}</strong>{' '}
        {hoursApart > hours && t('renewals.planner.apart', { hours: format.number(hoursApart) })}
      </p>
      <Block heading={t('renewals.planner.spend')}>
        <Table
          columns={['hours', 'when', 'counts']}
          rows={items.map(({ hours: part, from, by, counts }) => [
            t('renewals.planner.hours', { hours: format.number(part) }),
            t('renewals.planner.days', { from: format.day(from), by: format.day(by) }),
            counts.map((count) =>
              t('renewals.planner.count', {
                title: nameIn(count),
                units: unitsIn(count.credentialId, count),
              }),
            ),
          ])}
        />
      </Block>
      <Block heading={t('renewals.planner.missing')}>
        <Table
          columns={['credential', 'need', 'by', 'rule']}
          rows={perCredential.map((one) => [
            nameIn(one),
            one.need.map((units) => unitsIn(one.credentialId, units)),
            format.day(one.by),
            withDates(one.bindingRule, format),
          ])}
        />
      </Block>
      {binding.length > 0 && (
        <Block heading={t('renewals.planner.binding')} hint={t('renewals.planner.bindingHint')}>
          <Table
            columns={['hours', 'credential', 'rule', 'by']}
            rows={binding.map((one) => [
              t('renewals.planner.hours', { hours: format.number(one.hours) }),
              nameIn(one),
              withDates(one.rule, format),
              format.day(one.by),
            ])}
          />
        </Block>
      )}
    </>
  );
}

type BlockProps = Readonly<{ heading: string; hint?: string; children: React.ReactNode }>;

function Block({ heading, hint, children }: BlockProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={classes.block}>
      <h2 id={headingId} className={classes.heading}>
        {heading}
      </h2>
      {hint !== undefined && <p className={classes.quiet}>{hint}</p>}
      {children}
    </section>
  );
}

type Column = 'hours' | 'when' | 'counts' | 'credential' | 'need' | 'by' | 'rule';

function Table({
  columns,
  rows,
}: Readonly<{
  columns: readonly Column[];
  rows: readonly (readonly (string | readonly string[])[])[];
}>) {
  return (
    <table className={classes.plan}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`renewals.planner.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join('\n')}>
            {cells.map((cell, place) => (
              <td key={columns[place]} data-column={columns[place]}>
                {typeof cell === 'string' ? cell : cell.map((line) => <div key={line}>{line}</div>)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function unitsWords(
  { unit, category, units }: PlannedUnits,
  hasCategories: boolean,
  format: Format,
): string {
  const amount = `${format.number(units)} ${unitWord(unit, units)}`;
  if (!hasCategories) return amount;
  return category === null
    ? t('renewals.planner.anyCategory', { units: amount })
    : t('renewals.planner.inCategory', { units: amount, category });
}
