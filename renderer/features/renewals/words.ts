import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import {
  actBy,
  categoryLines,
  shortCategories,
  unitWord,
  unmetOf,
  type OpenCycle,
  type RequirementSums,
} from './cycles.ts';

type Route = OpenCycle['routes'][number];

/** A route by what the body calls it, else by its kind. */
export function routeName({ kind, title }: Pick<Route, 'kind' | 'title'>): string {
  const name = title ?? t(`renewals.routeKinds.${kind}`);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A route with its price and its window: "Online assessment, free, window open". */
export function routeWords(route: Route, asOf: PlainDate, format: Format): string {
  const { cost, opens } = route;
  const price = cost === null ? null : cost.amount === 0 ? t('renewals.free') : format.money(cost);
  const window =
    opens === null
      ? null
      : opens <= asOf
        ? t('renewals.windowOpen')
        : t('renewals.windowOpens', { date: format.day(opens) });
  return [routeName(route), price, window].filter((part) => part !== null).join(', ');
}

/** A sentence of the engine with its days written in the reader's way. */
export function withDates(sentence: string, format: Format): string {
  return sentence.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => format.day(day));
}

/** What a cycle still asks for: "19 PDUs, 4 in Business Acumen". */
export function missingWords(item: OpenCycle, format: Format): string {
  if (item.next !== null) return t('renewals.missing.renewed');
  const unmet = unmetOf(item);
  if (unmet.length > 0) {
    return unmet.map((one) => requirementWords(one, item.nesting, format)).join('; ');
  }
  return item.fee === null
    ? t('renewals.missing.nothing')
    : t('renewals.missing.fee', { fee: format.money(item.fee) });
}

/** By when, and in how many days. */
export function missingBy(item: OpenCycle, asOf: PlainDate, format: Format, days: string): string {
  const { next } = item;
  if (next !== null) {
    return t('renewals.missing.renewedThrough', {
      end: next.end === null ? t('common.noExpiry') : format.day(next.end),
    });
  }
  const by = actBy(item);
  if (by < asOf) return t('renewals.missing.byPast', { date: format.day(by) });
  return t('renewals.missing.by', { date: format.day(by), days });
}

function requirementWords(
  requirement: RequirementSums,
  nesting: OpenCycle['nesting'],
  format: Format,
): string {
  const { unit, remaining } = requirement;
  if (remaining === 0) return t('renewals.missing.yearly', { unit: unitWord(unit, 2) });
  const units = `${format.number(remaining)} ${unitWord(unit, remaining)}`;
  const parts = shortCategories(categoryLines(requirement, nesting)).map(({ name, short }) =>
    t('renewals.missing.inCategory', { units: format.number(short), category: name }),
  );
  return [units, ...parts].join(', ');
}
