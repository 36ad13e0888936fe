import type { LedgerChoices } from '#shared/domain/ledgerChoices.ts';
import type { Policy, StateRule } from '#shared/domain/policy.ts';
import type { Alternative, Basis, Category, Requirement } from '#shared/domain/policyParts.ts';
import { basisWords } from '#shared/domain/validityBasis.ts';

/** Of a cycle as long as this many months, what is asked per year is asked so many times. */
const YEAR_MONTHS = 12;
const ETHICS = /\bethics\b/i;

const PLAIN_CATEGORY: Omit<Category, 'name'> = {
  min: null,
  minEveryMonths: null,
  max: null,
  perYearMin: null,
  within: null,
  carryOverAllowed: true,
  perActivityMax: null,
  block: null,
};
const PLAIN_REQUIREMENT: Requirement = {
  unit: 'clock hour',
  total: 0,
  perYearMin: null,
  perYearSuggested: null,
  perYearSoftMin: null,
  categories: [],
  carryOver: null,
  rollingMonths: null,
  lookbackMonths: null,
  addOnPerExtraTrack: null,
  extraTrack: null,
  addOnCategory: null,
  totals: [],
  perHeld: null,
  per: null,
  mandatory: true,
  conversion: null,
};

/**
 * The policy as it is for a holder who chose: the row of a state, or another way to meet the
 * requirement, put in the place of the policy's own figures (domain.md section 3). A choice that the
 * policy does not have changes nothing, so that one outlives a change of policy. Totals by role and
 * further tracks are the ledger's matter.
 */
export function policyFor(policy: Policy, choices: LedgerChoices): Policy {
  const row = stateOf(policy, choices.state);
  const inState = row ? withState(policy, row) : policy;
  const chosen = inState.alternatives.find(({ text }) => text === choices.alternative);
  return chosen && hasUnits(chosen) ? withAlternative(inState, chosen) : inState;
}

/** The row of a state in the policy's table; undefined where it has none. */
export function stateOf(policy: Policy, state: string | undefined): StateRule | undefined {
  return state === undefined ? undefined : policy.states.find((row) => row.state === state);
}

/** Whether an alternative asks for units, so that the ledger can be kept by it. */
export function hasUnits({ total, perYearMin }: Alternative): boolean {
  return total !== null || perYearMin !== null;
}

/** What a state's row changes, in words; figures only, each as the row has it. */
export function stateFigures(policy: Policy, row: StateRule): string[] {
  const unit = policy.requirements[0]?.unit ?? policy.stateUnit ?? 'units';
  return [
    `${row.cycleMonths} months${basisWords(row.basis ?? policy.basis)}`,
    row.total === null ? `no ${unit} total in the table` : `${row.total} ${unit}`,
    ...(row.perYearMin === null ? [] : [`at least ${row.perYearMin} a year`]),
    ...(row.ethics === null
      ? []
      : [
          row.ethicsEveryMonths === null
            ? `${row.ethics} of ethics`
            : `${row.ethics} of ethics every ${row.ethicsEveryMonths} months`,
        ]),
    ...(row.rollingMonths === null ? [] : [`over a rolling ${row.rollingMonths} months`]),
    ...(row.carryOver === null ? [] : [`up to ${row.carryOver} carried over`]),
  ];
}

/** What a state's row says in the source's own words, which no figure stands for. */
export function stateWords(row: StateRule): string[] {
  return [
    ...(row.end === null ? [] : [`Ends: ${row.end}`]),
    ...(row.or === null ? [] : [`Or: ${row.or}`]),
    ...(row.other === null ? [] : [row.other]),
    ...(row.note === null ? [] : [row.note]),
  ];
}

/** What an alternative changes, in words; empty where it asks for no units. */
export function alternativeFigures(policy: Policy, alternative: Alternative): string[] {
  const [requirement] = policy.requirements;
  if (!requirement || !hasUnits(alternative)) return [];
  const { total, perYearMin } = withAlternative(policy, alternative).requirements[0] ?? requirement;
  return [
    `${total} ${requirement.unit}`,
    ...(perYearMin === null ? [] : [`at least ${perYearMin} a year`]),
  ];
}

/** What an alternative takes besides units. */
export function alternativeBesides(alternative: Alternative): string[] {
  const { exams, exam, credential, oneSubject } = alternative;
  return [
    ...(exams === 0 ? [] : [`${exams} × ${exam ?? 'exam'}`]),
    ...(credential === null ? [] : [credential]),
    ...(oneSubject ? ['all in one subject, which is not checked'] : []),
  ];
}

/** A row is complete: what it leaves out is not asked, save the basis. */
function withState(policy: Policy, row: StateRule): Policy {
  const basis = row.basis ?? policy.basis;
  const apply = (requirements: readonly Requirement[]) => requirementsOf(policy, requirements, row);
  return {
    ...policy,
    cycleMonths: row.cycleMonths,
    validityMonths: row.cycleMonths,
    basis,
    requirements: apply(policy.requirements),
    versions: policy.versions.map((version) => ({
      ...version,
      cycleMonths: version.cycleMonths === null ? null : row.cycleMonths,
      requirements: version.requirements && apply(version.requirements),
    })),
    needsPersonData: [...new Set([...policy.needsPersonData, ...personDataOf(basis)])],
  };
}

function requirementsOf(
  policy: Policy,
  requirements: readonly Requirement[],
  row: StateRule,
): Requirement[] {
  if (row.total === null) return [];
  const { total, perYearMin, rollingMonths, carryOver } = row;
  const [first, ...others] = requirements;
  const base = first ?? { ...PLAIN_REQUIREMENT, unit: policy.stateUnit ?? PLAIN_REQUIREMENT.unit };
  const changed: Requirement = {
    ...base,
    total,
    perYearMin,
    rollingMonths,
    categories: withEthics(base.categories, row),
    carryOver:
      carryOver === null
        ? null
        : {
            max: carryOver,
            from: row.other ?? `up to ${carryOver}`,
            windowMonths: null,
            fromCategory: null,
            intoCategory: null,
            onlyIfActive: false,
            towardYearMinimum: false,
          },
  };
  return [changed, ...others];
}

function withEthics(categories: readonly Category[], row: StateRule): Category[] {
  const { ethics: min, ethicsEveryMonths: minEveryMonths } = row;
  const known = categories.some(({ name }) => ETHICS.test(name));
  const own = categories.map((category) =>
    ETHICS.test(category.name) ? { ...category, min, minEveryMonths } : category,
  );
  return known || min === null
    ? own
    : [...own, { ...PLAIN_CATEGORY, name: 'Ethics', min, minEveryMonths }];
}

function withAlternative(policy: Policy, alternative: Alternative): Policy {
  const { perYearMin } = alternative;
  const years = (policy.cycleMonths ?? YEAR_MONTHS) / YEAR_MONTHS;
  const total = alternative.total ?? (perYearMin ?? 0) * years;
  const apply = ([first, ...others]: readonly Requirement[]): Requirement[] =>
    first ? [{ ...first, total, perYearMin }, ...others] : [];
  return {
    ...policy,
    requirements: apply(policy.requirements),
    versions: policy.versions.map((version) => ({
      ...version,
      requirements: version.requirements && apply(version.requirements),
    })),
  };
}

function personDataOf(basis: Basis): Policy['needsPersonData'] {
  if (basis.kind !== 'birth-month') return [];
  return basis.parity === null ? ['birthMonth'] : ['birthMonth', 'birthYear'];
}
