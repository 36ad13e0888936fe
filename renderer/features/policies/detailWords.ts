import type { Policy } from '#shared/domain/policy.ts';
import type {
  Alternative,
  Basis,
  CarryOver,
  Category,
  Fee,
  Requirement,
  RenewalWindow,
  Route,
  Rung,
} from '#shared/domain/policyParts.ts';
import type { Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { unitWord } from '../renewals/cycles.ts';
import { routeName } from '../renewals/words.ts';

const joined = (parts: readonly (string | null)[], sign = ', '): string =>
  parts.filter((part) => part !== null && part !== '').join(sign);

/** Months as people say them: "3 years", "18 months". */
export const monthsWords = (months: number): string =>
  months % 12 === 0
    ? t('policies.words.years', { count: months / 12 })
    : t('policies.words.months', { count: months });

export const unitsWords = (units: number, unit: string, format: Format): string =>
  `${format.number(units)} ${unitWord(unit, units)}`;

/** Where a cycle ends. */
export function basisWords(basis: Basis): string {
  switch (basis.kind) {
    case 'birth-month':
      return joined([
        t('policies.basis.birth-month'),
        basis.offsetMonths > 0
          ? t('policies.words.monthsAfterBirth', { count: basis.offsetMonths })
          : null,
        basis.parity === null ? null : t('policies.words.birthYearParity'),
      ]);
    case 'fixed-date':
      return joined([
        t('policies.basis.fixed-date'),
        basis.monthDays.length > 0 ? basis.monthDays.join(', ') : null,
        basis.parity === null ? null : t(`policies.words.parity.${basis.parity}`),
        basis.assigned ? t('policies.words.assigned') : null,
      ]);
    default:
      return t(`policies.basis.${basis.kind}`);
  }
}

export const windowWords = (window: RenewalWindow, format: Format): string =>
  'days' in window
    ? t('policies.words.window', { length: format.days(window.days) })
    : t('policies.words.window', { length: monthsWords(window.months) });

export function requirementWords(requirement: Requirement, format: Format): string[] {
  const { unit, perYearMin, perYearSuggested, perYearSoftMin, conversion, carryOver } = requirement;
  const units = (count: number) => unitsWords(count, unit, format);
  const lines = [
    perYearMin === null ? null : t('policies.words.yearMin', { units: units(perYearMin) }),
    perYearSuggested === null
      ? null
      : t('policies.words.yearSuggested', { units: units(perYearSuggested) }),
    perYearSoftMin === null ? null : t('policies.words.yearSoft', { units: units(perYearSoftMin) }),
    conversion === null
      ? null
      : t(conversion.stated ? 'policies.words.rate' : 'policies.words.rateAssumed', {
          minutes: format.number(conversion.minutesPerUnit),
          unit,
          step: format.number(conversion.rounding.step),
          mode: t(`policies.words.rounding.${conversion.rounding.mode}`),
        }),
    carryOver === null ? null : carryWords(carryOver, units),
    requirement.rollingMonths === null
      ? null
      : t('policies.words.rolling', { length: monthsWords(requirement.rollingMonths) }),
    requirement.lookbackMonths === null
      ? null
      : t('policies.words.lookback', { length: monthsWords(requirement.lookbackMonths) }),
    requirement.addOnPerExtraTrack === null
      ? null
      : t('policies.words.addOn', {
          units: units(requirement.addOnPerExtraTrack),
          what: requirement.extraTrack ?? t('policies.words.track'),
        }),
    requirement.perHeld === null
      ? null
      : t('policies.words.perHeld', { what: requirement.perHeld }),
    requirement.mandatory ? null : t('policies.words.recommended'),
    ...requirement.totals.map(({ when, total }) =>
      t('policies.words.totalWhen', { units: units(total), when }),
    ),
  ];
  return lines.filter((line) => line !== null);
}

function carryWords(carry: CarryOver, units: (count: number) => string): string {
  return joined([
    t('policies.words.carry', { units: units(carry.max), from: carry.from }),
    carry.fromCategory === null
      ? null
      : t('policies.words.carryFrom', { category: carry.fromCategory }),
    carry.intoCategory === null
      ? null
      : t('policies.words.carryInto', { category: carry.intoCategory }),
    carry.onlyIfActive ? t('policies.words.carryActive') : null,
    carry.towardYearMinimum ? t('policies.words.carryYear') : null,
  ]);
}

/** What a category asks and allows: "at least 8, at most 25". */
export function categoryWords(category: Category, format: Format): string {
  const { min, max, minEveryMonths, perYearMin, perActivityMax, block } = category;
  return joined([
    min === null
      ? null
      : minEveryMonths === null
        ? t('policies.words.min', { units: format.number(min) })
        : t('policies.words.minEvery', {
            units: format.number(min),
            length: monthsWords(minEveryMonths),
          }),
    max === null ? null : t('policies.words.max', { units: format.number(max) }),
    perYearMin === null ? null : t('policies.words.minYear', { units: format.number(perYearMin) }),
    perActivityMax === null
      ? null
      : t('policies.words.perActivity', { units: format.number(perActivityMax) }),
    block === null ? null : t('policies.words.block', { units: format.number(block) }),
    category.carryOverAllowed ? null : t('policies.words.noCarry'),
  ]);
}

export function routeLine(route: Route, format: Format): string {
  const { kind, method, title, months, cost, hours, window, renewsFrom } = route;
  return joined([
    routeName({ kind, title: title ?? method }),
    months === null ? null : t('policies.words.adds', { length: monthsWords(months) }),
    renewsFrom === null ? null : t(`policies.renewsFrom.${renewsFrom}`),
    cost === null ? null : cost.amount === 0 ? t('renewals.free') : format.money(cost),
    hours === null ? null : t('policies.words.hours', { count: hours }),
    window === null ? null : windowWords(window, format),
    route.onlyWhileValid ? t('policies.words.onlyWhileValid') : null,
    route.withFee ? t('policies.words.withFee') : null,
  ]);
}

export function alternativeLine(alternative: Alternative): string {
  return alternative.fromMemory && !/memory/.test(alternative.text)
    ? t('renewals.source.fromMemory', { sentence: alternative.text })
    : alternative.text;
}

export function rungLine({ state, days, kind, mayBeUsed }: Rung, format: Format): string {
  return joined([
    t(state === 'grace' ? 'renewals.tab.graceOf' : 'renewals.tab.suspendedOf', {
      days: format.days(days),
    }),
    kind === null
      ? t('policies.words.earnUnknown')
      : t(kind === 'submit-only' ? 'renewals.tab.submitOnly' : 'renewals.tab.mayEarn'),
    mayBeUsed ? t('policies.words.mayBeUsed') : t('policies.words.mayNotBeUsed'),
  ]);
}

export function feeLine(fee: Fee, format: Format): string {
  const { price, per, member, low, high, due, note } = fee;
  return joined([
    t(`renewals.tab.feePer.${per}`, { fee: format.money(price) }),
    member === null ? null : t('policies.words.member', { fee: format.money(member) }),
    low === null || high === null
      ? null
      : t('policies.words.between', { low: format.money(low), high: format.money(high) }),
    t(`policies.due.${due}`),
    fee.isExamPrice ? t('policies.words.examPrice') : null,
    note,
    fee.fromMemory ? t('renewals.source.short.memory') : null,
  ]);
}

/** What renewing or earning this one does to others, and they to it. */
export function graphLines(policy: Policy, nameOf: (id: string) => string): string[] {
  const { renews, suite, renewedByTitles, derivedFrom, lapsesTo, renewsLower } = policy;
  const byReason = Map.groupBy(renews, ({ reason }) => reason);
  return [
    ...[...byReason].map(([reason, edges]) =>
      t('policies.words.renews', {
        names: edges.map(({ policyId }) => nameOf(policyId)).join(', '),
        reason,
      }),
    ),
    ...(renewsLower && renews.length === 0 ? [t('policies.words.renewsLower')] : []),
    ...(suite === null ? [] : [suite.reason]),
    ...(renewedByTitles.length === 0
      ? []
      : [t('policies.words.renewedBy', { names: renewedByTitles.join(', ') })]),
    ...(derivedFrom === null ? [] : [t('policies.words.derived', { from: derivedFrom })]),
    ...(lapsesTo === null ? [] : [t('policies.words.lapsesTo', { name: nameOf(lapsesTo) })]),
  ];
}

export function versionLines(
  { versions, requirements }: Pick<Policy, 'versions' | 'requirements'>,
  format: Format,
): string[] {
  return versions.map((version) => {
    const { validFrom, validBefore, pending, neverExpires, cycleMonths, note } = version;
    const asked = version.requirements ?? (requirements.length > 0 ? null : []);
    return joined([
      validFrom === null ? null : t('policies.words.validFrom', { date: format.date(validFrom) }),
      validBefore === null
        ? null
        : t('policies.words.validBefore', { date: format.date(validBefore) }),
      pending ? t('policies.words.pending') : null,
      neverExpires ? t('policies.words.neverExpires') : null,
      cycleMonths === null ? null : monthsWords(cycleMonths),
      asked === null || asked.length === 0
        ? null
        : asked.map(({ total, unit }) => unitsWords(total, unit, format)).join(' + '),
      note,
    ]);
  });
}
