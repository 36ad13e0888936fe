import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { CategoryBar } from './Bars.tsx';
import { categoryLines, type CategoryLine, type OpenCycle } from './cycles.ts';
import classes from './CategoryLines.module.css';
import { routeName } from './words.ts';

type CategoryLinesProps = Readonly<{ item: OpenCycle; asOf: PlainDate }>;

/** The categories of a cycle, each below what it lies in, and what else bears on the cycle. */
export function CategoryLines({ item, asOf }: CategoryLinesProps) {
  const format = useFormat();
  const { requirements } = item.ledger;
  const others = item.routes.filter(({ kind }) => kind !== 'units');
  const hasCategories = requirements.some(({ categories }) => categories.length > 0);
  const notes = [
    ...(hasCategories ? [] : [t('renewals.categories.none')]),
    ...(hasCategories || others.length === 0
      ? []
      : [
          t('renewals.orBy', {
            routes: others
              .map((route) =>
                [lowered(routeName(route)), route.cost && format.money(route.cost)]
                  .filter(Boolean)
                  .join(', '),
              )
              .join('; '),
          }),
        ]),
  ];
  return (
    <>
      {requirements.map((requirement) => (
        <ul
          key={requirement.unit}
          className={classes.list}
          aria-label={t('renewals.columns.categories')}
        >
          {categoryLines(requirement, item.nesting).map((line) => (
            <Line key={line.name} line={line} total={requirement.total} />
          ))}
        </ul>
      ))}
      {notes.length > 0 && <div className={classes.note}>{notes.join(' ')}</div>}
      {requirements.map(({ unit, years }) => {
        const year = years.find(
          ({ start, end, min }) => min !== null && start <= asOf && asOf <= end,
        );
        return (
          year !== undefined && (
            <div key={unit} className={classes.note}>
              {t('renewals.year', {
                end: format.day(year.end),
                counted: format.number(year.counted),
                min: format.number(year.min ?? 0),
              })}
              {year.met && (
                <IconCheck
                  size={14}
                  stroke={1.75}
                  role="img"
                  aria-label={t('renewals.categories.met')}
                />
              )}
            </div>
          )
        );
      })}
      {item.yearFee !== null && (
        <div className={classes.note}>
          {t('renewals.yearFee', {
            fee: format.money(item.yearFee.price),
            date: format.day(item.yearFee.on),
          })}
        </div>
      )}
      {item.renewsAlso.length > 0 && (
        <div className={classes.note}>
          {t('renewals.renewsAlso', { names: item.renewsAlso.join(', ') })}
        </div>
      )}
    </>
  );
}

/** A name in the middle of a sentence; names of products keep their capitals. */
const lowered = (name: string): string =>
  /^[A-Z][a-z]+ /.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

function Line({ line, total }: Readonly<{ line: CategoryLine; total: number }>) {
  const format = useFormat();
  const { name, depth, counted, min, max, met, short, lost } = line;
  return (
    <li className={classes.line}>
      <span
        className={classes.name}
        data-nested={depth > 0 || undefined}
        title={name}
        style={{ paddingInlineStart: 12 * depth }}
      >
        {name}
      </span>
      <CategoryBar line={line} total={total} />
      <span className={classes.counted}>{format.number(counted)}</span>
      <span className={classes.limits}>
        {min !== null && min > 0 && t('renewals.categories.min', { units: format.number(min) })}
        {min !== null && min > 0 && max !== null && ', '}
        {max !== null && t('renewals.categories.max', { units: format.number(max) })}
      </span>
      {min !== null && min > 0 && met && (
        <IconCheck
          size={14}
          stroke={1.75}
          role="img"
          aria-label={t('renewals.categories.met')}
          className={classes.met}
        />
      )}
      {!met && (
        <span className={classes.short}>
          <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
          {short > 0
            ? t('renewals.categories.short', { units: format.number(short) })
            : t('renewals.categories.notMet')}
        </span>
      )}
      {lost > 0 && (
        <span
          className={classes.limits}
          title={t('renewals.categories.lost', { units: format.number(lost) })}
        >
          +{format.number(lost)}
        </span>
      )}
    </li>
  );
}
