import { describe, expect, test } from 'vitest';
import { policyCatalog } from '#shared/catalog/catalog.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { Basis, Requirement } from '#shared/domain/policyParts.ts';
import { hasSource, isRecord, leavesOf, readSource, type Leaf } from '../../support/sourceFacts.ts';

/** Where the catalogue keeps a fact, told back in the source's own terms. */
type Read = (policy: Policy, at: Readonly<{ i: readonly number[]; value: unknown }>) => unknown;

const n = (indices: readonly number[], position: number) => indices[position] ?? -1;
const usd = (money: Readonly<{ amount: number; currency: string }> | null | undefined) =>
  money?.currency === 'USD' ? money.amount / 100 : undefined;
const orNull = (value: number | null | undefined) => value ?? null;

const requirement = (policy: Policy, index: number): Requirement | undefined =>
  policy.requirements[index];
const category = (item: Requirement | undefined, index: number) => item?.categories[index];

/** An end of month is, in the source, an issue date that is rounded. */
function anchorOf(basis: Basis | null | undefined): string | undefined {
  return basis?.kind === 'end-of-month' ? 'issue-date' : basis?.kind;
}

/** Texas accountants renew yearly while units are judged over the source's 36 months. */
function sourceCycleMonths(policy: Policy): number | null {
  return policy.requirements[0]?.rollingMonths ?? policy.cycleMonths;
}

/** Methods of routes; a fee that comes with another route is its `withFee`. */
function hasMethod(policy: Policy, method: unknown): boolean {
  return policy.routes.some(
    (route) => route.method === method || (method === 'fee' && route.withFee),
  );
}

function requirementReads(
  prefix: string,
  of: (policy: Policy, i: readonly number[]) => Requirement | undefined,
  depth: number,
): Record<string, Read> {
  const cat = (policy: Policy, i: readonly number[]) => category(of(policy, i), n(i, depth + 1));
  return {
    [`${prefix}[].unit`]: (p, { i }) => of(p, i)?.unit,
    [`${prefix}[].total`]: (p, { i }) => of(p, i)?.total,
    [`${prefix}[].perYearMin`]: (p, { i }) => of(p, i)?.perYearMin,
    [`${prefix}[].perYearSuggested`]: (p, { i }) => of(p, i)?.perYearSuggested,
    [`${prefix}[].perYearSoftMin`]: (p, { i }) => of(p, i)?.perYearSoftMin,
    [`${prefix}[].addOnPerExtraTrack`]: (p, { i }) => of(p, i)?.addOnPerExtraTrack,
    [`${prefix}[].mandatory`]: (p, { i }) => of(p, i)?.mandatory,
    [`${prefix}[].per`]: (p, { i }) => of(p, i)?.perHeld ?? of(p, i)?.per,
    [`${prefix}[].carryOver.max`]: (p, { i }) => of(p, i)?.carryOver?.max,
    [`${prefix}[].carryOver.from`]: (p, { i }) => of(p, i)?.carryOver?.from,
    [`${prefix}[].categories`]: (p, { i }) => of(p, i)?.categories,
    [`${prefix}[].categories[].name`]: (p, { i }) => cat(p, i)?.name,
    // A minimum per year is the category's yearly minimum.
    [`${prefix}[].categories[].min`]: (p, { i }) => cat(p, i)?.min ?? cat(p, i)?.perYearMin,
    [`${prefix}[].categories[].max`]: (p, { i }) => cat(p, i)?.max,
    [`${prefix}[].categories[].within`]: (p, { i }) => cat(p, i)?.within,
    [`${prefix}[].categories[].perYearMin`]: (p, { i }) => cat(p, i)?.perYearMin,
    [`${prefix}[].categories[].carryOverAllowed`]: (p, { i }) => cat(p, i)?.carryOverAllowed,
    [`${prefix}[].categories[].per`]: (p, { i, value }) => {
      const item = cat(p, i);
      if (value === 'year')
        return item?.min === null && item.perYearMin !== null ? 'year' : undefined;
      const years = (item?.minEveryMonths ?? 0) / 12;
      return value === `${years} years` ? value : `every ${years} years`;
    },
  };
}

const mapped: Record<string, Read> = {
  id: (p) => p.id,
  name: (p) => p.name,
  abbreviation: (p) => p.abbreviation,
  issuer: (p) => p.issuer,
  // Unknown is null in the record, never an empty text.
  issuerUrl: (p) => p.issuerUrl ?? '',
  credentialType: (p) => p.credentialType,
  validityMonths: (p) => p.validityMonths,
  cycle: (p) => (p.cycleMonths === null && p.basis.kind === 'none' ? null : undefined),
  'cycle.months': sourceCycleMonths,
  'cycle.anchor': (p) => anchorOf(p.basis),
  expiryRounding: (p) => p.basis.kind,
  requirements: (p) => p.requirements,
  ...requirementReads('requirements', (p, i) => requirement(p, n(i, 0)), 0),
  ...requirementReads('extraRequirements', (p, i) => p.requirements.at(n(i, 0) - 1), 0),
  ...requirementReads(
    'pendingChange.requirements',
    (p, i) => p.versions.find((v) => v.pending)?.requirements?.[n(i, 0)],
    0,
  ),
  'pendingChange.effective': (p) => p.versions.find((version) => version.pending)?.validFrom,
  renewalWindowDaysBefore: (p) => {
    const window = p.renewalWindow;
    if (window === null) return null;
    return 'months' in window ? window.statedDays : window.days;
  },
  gracePeriodDays: (p) =>
    p.afterEnd.known ? p.afterEnd.rungs.reduce((sum, rung) => sum + rung.days, 0) : null,
  graceKind: (p) => p.afterEnd.rungs[0]?.kind,
  methods: (p) => p.routes,
  'methods[]': (p, { value }) => (hasMethod(p, value) ? value : undefined),
  'extensions[].method': (p, { value }) => p.routes.find((route) => route.title === value)?.title,
  'extensions[].months': (p, { value }) => p.routes.find((route) => route.months === value)?.months,
  'feeUSD.amount': (p) => usd(p.fees[0]?.price),
  'feeUSD.per': (p) => p.fees[0]?.per,
  'feeUSD.memberAmount': (p) => usd(p.fees[0]?.member),
  'feeUSD.note': (p) => p.fees[0]?.note,
  stateSpecific: (p) => p.stateSpecific,
  renewsLower: (p) => p.renewsLower,
  needsPersonData: (p) => p.needsPersonData,
  'needsPersonData[]': (p, { i }) => p.needsPersonData[n(i, 0)],
  'alternatives[]': (p, { i }) => p.alternatives[n(i, 0)]?.text,
  rollingWindow: (p) => p.requirements[0]?.rollingMonths === 36,
  versions: (p) => p.versions,
  'versions[].earnedBefore': (p, { i }) => p.versions[n(i, 0)]?.validBefore,
  'versions[].earnedFrom': (p, { i }) => p.versions[n(i, 0)]?.validFrom,
  'versions[].validityMonths': (p, { i }) => p.versions[n(i, 0)]?.cycleMonths,
  'stateTable[].state': (p, { i }) => p.states[n(i, 0)]?.state,
  'stateTable[].total': (p, { i }) => p.states[n(i, 0)]?.total,
  'stateTable[].hours': (p, { i }) => orNull(p.states[n(i, 0)]?.total),
  'stateTable[].months': (p, { i }) => p.states[n(i, 0)]?.cycleMonths,
  'stateTable[].anchor': (p, { i }) => anchorOf(p.states[n(i, 0)]?.basis),
  'stateTable[].end': (p, { i }) => p.states[n(i, 0)]?.end,
  'stateTable[].perYearMin': (p, { i }) => p.states[n(i, 0)]?.perYearMin,
  'stateTable[].ethics': (p, { i }) => {
    const state = p.states[n(i, 0)];
    const every = state?.ethicsEveryMonths ?? null;
    return every === null ? state?.ethics : `${state?.ethics} every ${every / 12} years`;
  },
  'stateTable[].rolling': (p, { i }) => p.states[n(i, 0)]?.rollingMonths === 36,
  'stateTable[].carryOver': (p, { i }) => p.states[n(i, 0)]?.carryOver,
  'stateTable[].or': (p, { i }) => p.states[n(i, 0)]?.or,
  'stateTable[].other': (p, { i }) => p.states[n(i, 0)]?.other,
  'stateTable[].note': (p, { i }) => p.states[n(i, 0)]?.note,
  flags: (p) => p.flags,
  'flags[]': (p, { i }) => p.flags[n(i, 0)],
  notes: (p) => p.notes,
  sourceUrl: (p) => p.source.url,
  sourceTitle: (p) => p.source.title,
  asOf: (p) => p.source.asOf,
  verified: (p) => p.source.verified,
};

/** The keys of these two say whom the figure is for. */
function readTotal(policy: Policy, pattern: string): unknown {
  const match = /^totalsBy(Role|Degree)\.(.*)$/.exec(pattern);
  const by = match?.[1]?.toLowerCase();
  return policy.requirements[0]?.totals.find((item) => item.by === by && item.when === match?.[2])
    ?.total;
}

const asLeaf = ({ pattern, indices, value }: Leaf, policy: Policy): unknown =>
  pattern.startsWith('totalsBy')
    ? readTotal(policy, pattern)
    : mapped[pattern]?.(policy, { i: indices, value });

describe.skipIf(!hasSource)('facts of the source file about policies', () => {
  const source = hasSource ? readSource() : {};
  const policies = Array.isArray(source['policies']) ? source['policies'].filter(isRecord) : [];
  const byId = new Map(policyCatalog().policies.map((policy) => [policy.id, policy]));

  test('all 145 policies are there, in their order', () => {
    expect(policyCatalog().policies.map((policy) => policy.id)).toEqual(
      policies.map((policy) => policy['id']),
    );
    expect(policies).toHaveLength(145);
  });

  test('every leaf of every policy is in the catalogue', () => {
    const leaves = policies.flatMap((policy) => {
      const kept = byId.get(String(policy['id']));
      return kept ? leavesOf(policy, '').map((leaf) => ({ leaf, kept })) : [];
    });
    expect(leaves.length).toBeGreaterThan(3_500);
    const dropped = leaves
      .map(({ leaf, kept }) => ({
        at: `${kept.id}: ${leaf.pattern} ${leaf.indices.join(',')}`,
        said: leaf.value,
        kept: asLeaf(leaf, kept),
      }))
      .filter(({ said, kept }) => JSON.stringify(said) !== JSON.stringify(kept));
    expect(dropped).toEqual([]);
  });

  test('a changed fact would be noticed', () => {
    const [policy] = policyCatalog().policies;
    if (!policy) throw new Error('The catalogue is empty.');
    const leaf: Leaf = { pattern: 'requirements[].total', indices: [0], value: 60 };
    expect(asLeaf(leaf, policy)).toBe(60);
    expect(asLeaf(leaf, { ...policy, requirements: [] })).toBeUndefined();
    expect(asLeaf({ ...leaf, pattern: 'somethingNew' }, policy)).toBeUndefined();
  });

  test('the words about the whole file are kept', () => {
    const { policies: _, issuerAliases: __, ...words } = policyCatalog();
    expect(words).toEqual(source['meta']);
  });

  test('what is said to be from memory can be seen in the data', () => {
    for (const policy of policies) {
      const kept = byId.get(String(policy['id']));
      const said = leavesOf(policy, '').filter(
        ({ pattern, value }) =>
          typeof value === 'string' &&
          /memory/i.test(value) &&
          pattern !== 'verified' &&
          pattern !== 'sourceTitle',
      );
      const shown = (kept?.source.fromMemory ?? []).join(' ');
      for (const { value } of said) {
        const sentences = String(value)
          .split(/(?<=[.;])\s+(?=[A-Z])/)
          .filter((text) => /memory/i.test(text));
        expect(
          sentences.filter((text) => !shown.includes(text.trim())),
          String(policy['id']),
        ).toEqual([]);
      }
      expect(kept?.source.verified).toBe(policy['verified']);
    }
  });
});
