import { expect, test } from 'vitest';
import { allocateActivities, type Candidate } from '#shared/domain/allocator.ts';
import { TICKS_PER_HOUR } from '#shared/domain/plannerModel.ts';
import { aPolicy, day } from '../../support/aPolicy.ts';
import { PLAN_DAY, plannedOf } from '../../support/plannerCases.ts';

const policy = aPolicy({
  requirements: [
    {
      unit: 'unit',
      total: 10,
      categories: [
        { name: 'Ethics', min: 4 },
        { name: 'Law', min: 4 },
        { name: 'Other', max: 2 },
      ],
    },
  ],
});
const cycle = plannedOf(
  { policy, start: day('2026-01-01'), end: day('2026-12-31'), uses: [] },
  [],
  'A',
);
const candidate = (id: string, units: number, ...categories: (string | null)[]): Candidate => ({
  activityId: id,
  on: PLAN_DAY,
  choices: categories.map((category) => ({ unit: null, category, units: units * 100 })),
});

test('an activity that may serve two minimums goes where the other cannot be served', () => {
  const candidates = [
    candidate('either', 4, 'Other', 'Ethics', 'Law'),
    candidate('law', 4, 'Other', 'Law'),
  ];
  const [found] = allocateActivities([{ ...cycle, candidates }]);
  expect(found).toEqual({
    chosen: [1, 1],
    // Both as Other: 2 of 10 count, and Ethics and Law lack 4 each.
    before: 8 * TICKS_PER_HOUR,
    left: 2 * TICKS_PER_HOUR,
    isProven: true,
  });
});

test('taking the best for each in turn is not enough, and the search finds better', () => {
  // In turn, largest first, Ethics takes a 4 and 1 unit is left over; 3 + 3 and 4 + 4 fit.
  const sizes = [4, 4, 3, 3];
  const candidates = sizes.map((units, at) => candidate(`${at}`, units, 'Ethics', 'Law'));
  const tight = {
    ...cycle,
    ...plannedOf(
      {
        policy: aPolicy({
          requirements: [
            {
              unit: 'unit',
              total: 0,
              categories: [
                { name: 'Ethics', min: 6 },
                { name: 'Law', min: 8 },
              ],
            },
          ],
        }),
        start: day('2026-01-01'),
        end: day('2026-12-31'),
        uses: [],
      },
      [],
      'A',
    ),
  };
  const [found] = allocateActivities([{ ...tight, candidates }]);
  expect(found).toMatchObject({ chosen: [1, 1, 0, 0], left: 0, isProven: true });
});

test('an activity of other days counts nowhere and changes nothing', () => {
  const early = { ...candidate('early', 9, null, 'Ethics'), on: day('2025-12-31') };
  const [found] = allocateActivities([{ ...cycle, candidates: [early] }]);
  expect(found).toEqual({
    chosen: [0],
    before: 10 * TICKS_PER_HOUR,
    left: 10 * TICKS_PER_HOUR,
    isProven: true,
  });
});
