import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Credential } from '#shared/domain/credential.ts';
import {
  compareBy,
  compareOutgoing,
  outgoingStatuses,
  selectOutgoing,
} from '#shared/domain/order.ts';
import { orderModes, type OrderMode } from '#shared/domain/profile.ts';
import { statusSchema } from '#shared/domain/status.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';
import { propertyRuns } from '../../support/property.ts';

const all = [
  aStoredCredential({ n: 1, title: 'Course', kind: 'course-certificate', issued: '2026-01' }),
  aStoredCredential({ n: 2, title: 'Certification', kind: 'certification', issued: '2024-01' }),
  aStoredCredential({ n: 3, title: 'Licence', kind: 'license', issued: '2015-01' }),
  aStoredCredential({
    n: 4,
    title: 'Pinned badge',
    kind: 'badge',
    issued: '2010-01',
    pinned: true,
  }),
  aStoredCredential({
    n: 5,
    title: 'Coming licence',
    kind: 'license',
    status: 'in-progress',
    target: '2027-01',
  }),
  aStoredCredential({
    n: 6,
    title: 'Old licence',
    kind: 'license',
    status: 'expired',
    issued: '2020-01',
  }),
];
const relevance = ({ title }: Credential) => (title.includes('icence') ? 5 : title.length / 100);
const titlesBy = (mode: OrderMode, manual: readonly Credential[] = []) =>
  all
    .toSorted(compareBy(mode, { manual: manual.map(({ id }) => id), relevance }))
    .map(({ title }) => title);

describe('orders of what goes out', () => {
  test('newest first is the order of domain.md section 7', () => {
    expect(titlesBy('newest')).toEqual([
      'Pinned badge',
      'Course',
      'Certification',
      'Licence',
      'Coming licence',
      'Old licence',
    ]);
  });
  test('licence first, then certifications, within what is pinned and valid', () => {
    expect(titlesBy('licence-first')).toEqual([
      'Pinned badge',
      'Licence',
      'Certification',
      'Course',
      'Coming licence',
      'Old licence',
    ]);
  });
  test('relevance, within what is pinned and valid', () => {
    expect(titlesBy('relevance')).toEqual([
      'Pinned badge',
      'Licence',
      'Certification',
      'Course',
      'Coming licence',
      'Old licence',
    ]);
  });
  test('by hand is by hand, whatever is pinned or valid; the rest comes after, newest first', () => {
    const [course, , , badge, , old] = all;
    if (!course || !badge || !old) throw new Error('there are six');
    expect(titlesBy('manual', [old, course])).toEqual([
      'Old licence',
      'Course',
      'Pinned badge',
      'Certification',
      'Licence',
      'Coming licence',
    ]);
  });

  test.each(orderModes)('%s never hangs on how the list came', (mode) => {
    const any = fc.array(
      fc.record({
        n: fc.integer({ min: 1, max: 500 }),
        title: fc.constantFrom('a', 'b', 'c'),
        kind: fc.constantFrom('license', 'certification', 'badge'),
        status: fc.constantFrom(...statusSchema.options),
        pinned: fc.boolean(),
        issued: fc.constantFrom(null, '2020', '2020-01', '2020-01-01', '2024-05'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(any, fc.array(fc.nat(11), { maxLength: 6 }), (records, picks) => {
        const made = [...new Map(records.map((each) => [each.n, each])).values()].map((each) =>
          aStoredCredential(each),
        );
        const manual = picks.flatMap((at) => made[at]?.id ?? []);
        const compare = compareBy(mode, { manual, relevance: ({ title }) => title.length });
        const sorted = made.toSorted(compare);
        expect(made.toReversed().toSorted(compare)).toEqual(sorted);
        if (mode === 'newest') expect(sorted).toEqual(made.toSorted(compareOutgoing));
        if (mode === 'manual') {
          const first = [...new Set(manual)];
          expect(sorted.slice(0, first.length).map(({ id }) => id)).toEqual(first);
        } else {
          const pins = sorted.map(({ pinned }) => Number(!pinned));
          expect(pins).toEqual(pins.toSorted((a, b) => a - b));
        }
      }),
      propertyRuns(500),
    );
  });
});

describe('what may be in an output', () => {
  const base = {
    statuses: outgoingStatuses({ inProgress: true, expired: true }),
    ids: null,
    tags: [],
    degrees: true,
  };
  const kept = (selection: Partial<Parameters<typeof selectOutgoing>[1]>) =>
    selectOutgoing(
      [
        aStoredCredential({ n: 1, title: 'A', tags: ['Résumé'], skills: ['SQL', 'R'] }),
        aStoredCredential({ n: 2, title: 'B', tags: ['keep up'], skills: ['sql'] }),
        aStoredCredential({ n: 3, title: 'C' }),
      ],
      { ...base, ...selection },
    ).kept;
  const titles = (selection: Partial<Parameters<typeof selectOutgoing>[1]>) =>
    kept(selection).map(({ title }) => title);

  test('tags and skills choose whatever their case and accents', () => {
    expect(titles({ tags: ['resume'] })).toEqual(['A']);
    expect(titles({ skills: ['SQL'] })).toEqual(['A', 'B']);
    expect(titles({ skills: ['r'], tags: ['keep up'] })).toEqual([]);
  });

  test('members of stacks choose, an empty stack keeps nothing, and what is hidden is out', () => {
    const [first, second] = kept({});
    if (!first || !second) throw new Error('there are three');
    expect(titles({ members: new Set([second.id]) })).toEqual(['B']);
    expect(titles({ members: new Set() })).toEqual([]);
    expect(titles({ hidden: [first.id] })).toEqual(['B', 'C']);
    expect(titles({ hidden: [first.id], ids: [first.id] })).toEqual([]);
  });
});
