import type { Money } from '#shared/domain/money.ts';
import type { GroupView, LeafView, NodeView } from '#shared/domain/stackView.ts';
import type { Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';

/** A group's rule in words: "all 5", "any 2 of 4", "at least 30 ECTS". */
export function ruleWords(
  { rule, n, of, children }: Pick<GroupView, 'rule' | 'n' | 'of' | 'children'>,
  format: Format,
): string {
  const count = children.length;
  switch (rule) {
    case 'all':
      return t(children.some(isGroupView) ? 'stacks.rules.allParts' : 'stacks.rules.all', {
        count,
      });
    case 'any':
      return t('stacks.rules.any', { of: count });
    case 'atLeast':
      return t('stacks.rules.atLeast', { n: n ?? 1, of: count });
    case 'sum':
      return t(`stacks.rules.sum.${of ?? 'hours'}`, { n: format.number(n ?? 0) });
  }
}

const isGroupView = (node: NodeView): boolean => node.type === 'group';

/** Sums per currency, "US$300 and €40"; null where there is none. */
export function moneyWords(amounts: readonly Money[], format: Format): string | null {
  const shown = amounts.filter(({ amount }) => amount > 0).map(format.money);
  return shown.length === 0 ? null : new Intl.ListFormat(navigator.language).format(shown);
}

/** Sums that are ranges: one figure where both ends agree. */
export function rangeWords(
  low: readonly Money[],
  high: readonly Money[],
  format: Format,
): string | null {
  const from = moneyWords(low, format);
  const to = moneyWords(high, format);
  if (from === null || to === null || from === to) return to ?? from;
  return t('stacks.facts.range', { low: from, high: to });
}

export const hoursWords = (hours: number, format: Format): string =>
  t('stacks.facts.nHours', { hours: format.number(Math.round(hours)) });

/** What stands at the end of a leaf's line: grade and date, its end, or what is left of it. */
export function leafFigures(leaf: LeafView, format: Format): string {
  if (leaf.complete || leaf.state === 'audit' || leaf.state === 'grade') {
    if (leaf.expires !== null) return t('stacks.validTo', { date: format.date(leaf.expires) });
    const date = format.date(leaf.issued?.slice(0, 7) ?? null);
    if (leaf.grade === null) return date;
    return date === '' ? leaf.grade : t('stacks.gradeAndDate', { grade: leaf.grade, date });
  }
  if (leaf.state === 'lapsed') return format.date(leaf.expires);
  const finish = leaf.forecast?.slice(0, 7) ?? leaf.target;
  const hours = leaf.hoursLeft ?? leaf.hours;
  const parts = [
    ...(hours === null ? [] : [hoursWords(hours, format)]),
    ...(finish === null ? [] : [format.date(finish)]),
  ];
  return parts.join(', ');
}

/** "June 2026" of a source's as-of, which the catalogue writes as text. */
export const sourceWords = (source: string | null, asOf: string | null): string | null =>
  source === null
    ? null
    : asOf === null
      ? t('stacks.source', { source })
      : t('stacks.catalogueSource', { source, asOf });
