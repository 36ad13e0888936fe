import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeOffers } from '#shared/domain/creditLedger.ts';
import { offerFieldsSchema, type OfferCase, type OfferCourse } from '#shared/domain/creditOffer.ts';
import { cheapestPath, mostCredits } from '#shared/domain/creditPath.ts';
import { TODAY } from '../../support/engine.ts';
import { propertyRuns } from '../../support/property.ts';
import { idOf } from '../../support/stacks.ts';

type Given = Readonly<{
  credits: number;
  courses: readonly number[];
  countsOnce: boolean;
}>;
type Price = Readonly<{ cost: number; hours: number; complete: boolean }>;

function caseOf(
  { credits, courses, countsOnce }: Given,
  n: number,
  prices: readonly Price[],
): OfferCase {
  const own = courses.map((at): OfferCourse => {
    const { cost, hours, complete } = prices[at] ?? { cost: 0, hours: 0, complete: false };
    return {
      key: `course ${at}`,
      title: `Course ${at}`,
      complete,
      grade: null,
      verifiedRequired: false,
      audit: false,
      hoursLeft: complete ? 0 : hours,
      costLeft: complete ? null : { amount: cost, currency: 'USD' },
    };
  });
  return {
    id: idOf(n),
    fields: offerFieldsSchema.parse({
      title: `Offer ${n}`,
      institution: 'MIT',
      degree: 'Master',
      credits,
      countsOnce,
    }),
    courses: own,
    complete: own.every(({ complete }) => complete),
    acceptances: [],
  };
}

const paired = (cases: readonly OfferCase[]) => {
  const lines = judgeOffers(cases, TODAY);
  return cases.flatMap((offer, at) => {
    const line = lines[at];
    return line ? [{ offer, line }] : [];
  });
};

const given = fc.record({
  credits: fc.integer({ min: 1, max: 30 }),
  courses: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 3 }),
  countsOnce: fc.boolean(),
});
const price = fc.record({
  cost: fc.integer({ min: 0, max: 50 }),
  hours: fc.integer({ min: 0, max: 50 }),
  complete: fc.boolean(),
});

/** Every set of offers that may be taken together, tried one by one. */
function bruteForce(cases: readonly OfferCase[]) {
  const sets: Array<{ credits: number; cost: number; hours: number }> = [];
  for (let choice = 0; choice < 2 ** cases.length; choice += 1) {
    const chosen = cases.filter((_, at) => (choice >> at) % 2 === 1);
    const clash = chosen.some((a, at) =>
      chosen
        .slice(at + 1)
        .some(
          (b) =>
            a.fields.countsOnce &&
            b.fields.countsOnce &&
            a.courses.some(({ key }) => b.courses.some((other) => other.key === key)),
        ),
    );
    if (clash) continue;
    const courses = new Map(chosen.flatMap((offer) => offer.courses.map((one) => [one.key, one])));
    let [cost, hours] = [0, 0];
    for (const { costLeft, hoursLeft } of courses.values()) {
      cost += costLeft?.amount ?? 0;
      hours += hoursLeft ?? 0;
    }
    const credits = chosen.reduce((total, { fields }) => total + (fields.credits ?? 0), 0);
    sets.push({ credits, cost, hours });
  }
  return sets;
}

const seven = fc.tuple(
  fc.array(given, { minLength: 1, maxLength: 7 }),
  fc.array(price, { minLength: 6, maxLength: 6 }),
);

describe('the way to n credits is exact', () => {
  test('no set is cheaper, or quicker, than the one that is found', () => {
    fc.assert(
      fc.property(
        seven,
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('cost' as const, 'hours' as const),
        ([offers, prices], credits, by) => {
          const cases = offers.map((offer, n) => caseOf(offer, n, prices));
          const found = cheapestPath(paired(cases), { credits, by }, 0);
          const good = bruteForce(cases).filter((set) => set.credits >= credits);
          expect(found.reached).toBe(good.length > 0);
          if (!found.reached) return;
          const other = by === 'cost' ? 'hours' : 'cost';
          const best = good.toSorted((a, b) => a[by] - b[by] || a[other] - b[other])[0];
          const courses = new Map(
            found.offers.flatMap((offer) => offer.courses.map((one) => [one.key, one])),
          );
          const sums = { cost: 0, hours: 0 };
          for (const { costLeft, hoursLeft } of courses.values()) {
            sums.cost += costLeft?.amount ?? 0;
            sums.hours += hoursLeft ?? 0;
          }
          expect(sums).toEqual({ cost: best?.cost, hours: best?.hours });
        },
      ),
      propertyRuns(1000),
    );
  });

  test('the most that can be taken together', () => {
    fc.assert(
      fc.property(seven, ([offers, prices]) => {
        const cases = offers.map((offer, n) => caseOf(offer, n, prices));
        const most = mostCredits(
          cases.map(({ id, fields, courses }) => ({
            id,
            title: fields.title,
            credits: fields.credits ?? 0,
            countsOnce: fields.countsOnce,
            courses,
          })),
        );
        const total = most.reduce((sum, { credits }) => sum + credits, 0);
        expect(total).toBe(Math.max(...bruteForce(cases).map(({ credits }) => credits)));
      }),
      propertyRuns(500),
    );
  });
});

describe('what cannot be compared is left out with the reason', () => {
  const open = { cost: 100, hours: 10, complete: false };
  const offer = { credits: 10, courses: [0], countsOnce: true };

  test('another currency is not converted', () => {
    const cheap = caseOf({ ...offer, courses: [1] }, 2, [open, open]);
    const euro: OfferCase = {
      ...cheap,
      courses: cheap.courses.map((one) => ({ ...one, costLeft: { amount: 1, currency: 'EUR' } })),
    };
    const other = caseOf({ ...offer, courses: [2] }, 3, [open, open, open]);
    const path = cheapestPath(
      paired([caseOf(offer, 1, [open]), other, euro]),
      { credits: 10, by: 'cost' },
      0,
    );
    expect(path.offers.map(({ id }) => id)).not.toContain(idOf(2));
    expect(path.left).toMatchObject([
      { id: idOf(2), reason: 'Course 1 costs EUR, which is not converted into USD.' },
    ]);
  });

  test('what is accepted already needs no way', () => {
    const path = cheapestPath(paired([caseOf(offer, 1, [open])]), { credits: 10, by: 'cost' }, 12);
    expect(path).toMatchObject({ reached: true, credits: 12, offers: [] });
  });
});
