import { describe, expect, test } from 'vitest';
import { findPolicy, pathways, programTypes } from '#shared/catalog/catalog.ts';
import type { Pathway, ProgramType } from '#shared/domain/program.ts';
import { hasSource, isRecord, leavesOf, readSource } from '../../support/sourceFacts.ts';

type At = Readonly<{ i: readonly number[]; value: unknown }>;
type Range = Readonly<{ min: number; max: number }> | null;
type Answer = ProgramType['capstone'];

const n = (indices: readonly number[], position: number) => indices[position] ?? -1;
const usd = (money: Readonly<{ amount: number }> | null | undefined) =>
  money ? money.amount / 100 : undefined;

/** One figure is a range of one. */
const whole = (range: Range) => (range?.min === range?.max ? (range?.min ?? null) : undefined);
const answer = ({ answer: said, detail }: Answer) => {
  if (detail !== null) return detail;
  return said === 'unknown' ? null : said === 'yes';
};
const span = (range: Range, sign = '') => (range ? `${range.min}-${range.max}${sign}` : undefined);

/** The source numbers its two guides; the catalogue says it in words that a user can read. */
const guides = [
  ['Sources disagree: one guide says', 'SOURCES DISAGREE: 001 says'],
  ['; another says', '; 000 says'],
  ['Another guide gives', 'Guide 000 gives'],
  ['(one guide)', '(001)'],
  ['undated, later (another guide)', 'undated later guide (000)'],
] as const;
const numbered = (text: string | null) =>
  guides.reduce<string | undefined>(
    (so, [words, number]) => so?.replace(words, number),
    text ?? undefined,
  );

const programReads: Record<string, (type: ProgramType, at: At) => unknown> = {
  id: (t) => t.id,
  name: (t) => t.name,
  platform: (t) => t.platform,
  typicalCourses: (t) => whole(t.courses),
  'typicalCourses.min': (t) => t.courses?.min,
  'typicalCourses.max': (t) => t.courses?.max,
  typicalHours: (t) => whole(t.hours),
  'typicalHours.min': (t) => t.hours?.min,
  'typicalHours.max': (t) => t.hours?.max,
  typicalMonths: (t) => whole(t.months),
  'typicalMonths.min': (t) => t.months?.min,
  'typicalMonths.max': (t) => t.months?.max,
  'costUSD.min': (t) => usd(t.cost.low),
  'costUSD.max': (t) => usd(t.cost.high),
  'costUSD.model': (t) => t.cost.model,
  'costUSD.packageMin': (t) => usd(t.cost.packageLow),
  'costUSD.packageMax': (t) => usd(t.cost.packageHigh),
  'costUSD.alternative': (t) => t.cost.alternative,
  'costUSD.retake': (t) => t.cost.retake,
  'costUSD.averages[].year': (t, { i }) => t.cost.averages[n(i, 0)]?.year,
  'costUSD.averages[].usd': (t, { i }) => usd(t.cost.averages[n(i, 0)]?.price),
  'costUSD.averages[].weeks': (t, { i }) => t.cost.averages[n(i, 0)]?.weeks,
  verifiedRequired: (t) => answer(t.verifiedTrackRequired),
  capstone: (t) => answer(t.capstone),
  academicCredit: (t) => answer(t.academicCredit),
  creditEctsOrUs: (t) => t.creditStatement,
  eligibility: (t) => t.eligibility,
  expires: (t) => answer(t.expires),
  'source[]': (t, { i }) => t.sources[n(i, 0)],
  figuresAsOf: (t) => numbered(t.figuresAsOf),
  notes: (t) => numbered(t.notes),
};

const pathwayReads: Record<string, (pathway: Pathway, at: At) => unknown> = {
  id: (p) => p.id,
  name: (p) => p.name,
  kind: (p) => p.kind,
  'requires[]': (p, { i }) => p.requires[n(i, 0)]?.title,
  'anyOf[][]': (p, { i }) => p.anyOf[n(i, 0)]?.[n(i, 1)],
  grants: (p) => p.grants,
  'credits.us': (p, { value }) =>
    typeof value === 'number' ? whole(p.credits?.us ?? null) : span(p.credits?.us ?? null),
  'credits.ects': (p) => span(p.credits?.ects ?? null),
  'credits.share': (p) => span(p.credits?.sharePercent ?? null, '%'),
  requiresActive: (p) => p.requiresActive,
  derivedExpiry: (p) => p.derivedExpiry?.replace('-', ' '),
  notes: (p) => p.notes,
  source: (p) => p.source,
  verified: (p) => p.verified,
};

function droppedFacts<T>(
  said: unknown,
  kept: readonly T[],
  reads: Record<string, (item: T, at: At) => unknown>,
) {
  const items = Array.isArray(said) ? said.filter(isRecord) : [];
  return items.flatMap((item, index) =>
    leavesOf(item, '').flatMap(({ pattern, indices, value }) => {
      const own = kept[index];
      const found = own && reads[pattern]?.(own, { i: indices, value });
      const isKept = JSON.stringify(found) === JSON.stringify(value);
      return isKept ? [] : [{ at: `${String(item['id'])}: ${pattern}`, value, found }];
    }),
  );
}

describe.skipIf(!hasSource)('facts of the source file about programs and pathways', () => {
  const source = hasSource ? readSource() : {};

  test('every leaf of every program type is in the catalogue', () => {
    expect(programTypes()).toHaveLength(24);
    expect(source['programTypes']).toHaveLength(24);
    expect(droppedFacts(source['programTypes'], programTypes(), programReads)).toEqual([]);
  });

  test('every leaf of every pathway is in the catalogue', () => {
    expect(pathways()).toHaveLength(43);
    expect(source['pathways']).toHaveLength(43);
    expect(droppedFacts(source['pathways'], pathways(), pathwayReads)).toEqual([]);
  });

  test('nothing else is in the source', () => {
    expect(Object.keys(source).toSorted()).toEqual([
      'meta',
      'pathways',
      'policies',
      'programTypes',
    ]);
  });
});

test('a pathway names only policies that are in the catalogue', () => {
  const named = pathways().flatMap((pathway) =>
    pathway.requires.flatMap((item) => item.policyId ?? []),
  );
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((id) => findPolicy(id) === undefined)).toEqual([]);
});

test('what rests on memory says so', () => {
  const bootcamp = programTypes().find((type) => type.id === 'bootcamp');
  const xseries = programTypes().find((type) => type.id === 'edx-executive-education');
  expect([bootcamp?.fromMemory, xseries?.fromMemory]).toEqual([true, true]);
  expect(pathways().find((pathway) => pathway.id === 'michigan-data-science')?.verified).toBe(
    'memory',
  );
});
