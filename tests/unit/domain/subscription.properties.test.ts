import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { splitByWeights } from '#shared/domain/moneySums.ts';
import { planStudy } from '#shared/domain/studyPlan.ts';
import {
  paymentsThrough,
  projectSubscription,
  savingBy,
  type Billing,
} from '#shared/domain/subscription.ts';
import { sharePayments } from '#shared/domain/subscriptionShares.ts';
import { propertyRuns } from '../../support/property.ts';

const START = plainDateSchema.parse('2023-11-20');
const anyDay = (days: number) => fc.nat({ max: days }).map((count) => addDays(START, count));

const anyPause = fc
  .tuple(anyDay(900), fc.option(fc.nat({ max: 120 })))
  .map(([from, length]) => ({ from, to: length === null ? null : addDays(from, length) }));

const anyBilling: fc.Arbitrary<Billing> = fc
  .record({
    amount: fc.nat({ max: 100_00 }),
    from: anyDay(400),
    run: fc.option(fc.nat({ max: 900 })),
    trial: fc.option(fc.nat({ max: 40 })),
    pauses: fc.array(anyPause, { maxLength: 3 }),
    changes: fc.uniqueArray(fc.tuple(anyDay(900), fc.nat({ max: 100_00 })), {
      maxLength: 3,
      selector: ([from]) => from,
    }),
    aidPercent: fc.nat({ max: 100 }),
  })
  .map(({ amount, from, run, trial, pauses, changes, aidPercent }) => ({
    price: { amount, currency: 'USD' },
    from,
    until: run === null ? null : addDays(from, run),
    trialEnds: trial === null ? null : addDays(from, trial),
    pauses,
    priceChanges: changes.map(([on, price]) => ({ from: on, amount: price })),
    aidPercent,
  }));

/** Whether a day of the month falls to this day, by the calendar alone. */
function isPaymentDay(billing: Billing, day: PlainDate): boolean {
  const first = billing.trialEnds === null ? billing.from : addDays(billing.trialEnds, 1);
  if (day < first || (billing.until !== null && day > billing.until)) return false;
  if (billing.pauses.some(({ from, to }) => from <= day && (to === null || day <= to)))
    return false;
  const [wanted, is] = [Number(first.slice(8)), Number(day.slice(8))];
  const isLastOfMonth = addDays(day, 1).slice(8) === '01';
  return is === wanted || (isLastOfMonth && is < wanted);
}

/** What is paid on a day, after aid: the newest price that had begun. */
function paidOn(billing: Billing, day: PlainDate): number {
  if (!isPaymentDay(billing, day)) return 0;
  const begun = billing.priceChanges
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => daysBetween(b.from, a.from));
  const price = begun.at(-1)?.amount ?? billing.price.amount;
  return price - Math.round((price * billing.aidPercent) / 100);
}

function walk(from: PlainDate, through: PlainDate, visit: (day: PlainDate) => void): void {
  for (let day = from; day <= through; day = addDays(day, 1)) visit(day);
}

test('payments are those that a walk through the calendar, day by day, comes to', () => {
  fc.assert(
    fc.property(anyBilling, anyDay(1200), (billing, through) => {
      const expected: [string, number][] = [];
      walk(START, through, (day) => {
        if (isPaymentDay(billing, day)) expected.push([day, paidOn(billing, day)]);
      });
      expect(paymentsThrough(billing, through).map(({ on, amount }) => [on, amount])).toEqual(
        expected,
      );
    }),
    propertyRuns(300),
  );
});

const anyCourses = fc.array(
  fc.record({ left: fc.integer({ min: 1, max: 120_00 }), due: anyDay(900) }),
  { minLength: 1, maxLength: 5 },
);
const anyOff = fc.array(
  fc
    .tuple(anyDay(900), fc.nat({ max: 20 }))
    .map(([from, length]) => ({ from, to: addDays(from, length) })),
  { maxLength: 3 },
);

test('projected equals paid when the pace holds, asked on any day of the way', () => {
  fc.assert(
    fc.property(
      anyBilling.map((billing) => ({ ...billing, until: null })),
      anyCourses,
      anyOff,
      // A seventh of it is a whole number, so that a day's hours are the same every day.
      fc.integer({ min: 30, max: 300 }).map((sevenths) => sevenths * 7),
      anyDay(300),
      fc.nat({ max: 99 }),
      (billing, lefts, off, weekly, asOf, percentOfWay) => {
        const projectedOn = (day: PlainDate, done: number) => {
          let rest = done;
          const courses = lefts.map(({ left, due }, index) => ({
            id: `${index}`,
            title: '',
            left,
            due,
            after: [],
          }));
          // What was studied went into the courses in the order of the plan.
          const order = planStudy({ asOf, by: addDays(START, 3000), weekly, off, courses }).courses;
          const now = order.map(({ course }) => {
            const studied = Math.min(rest, course.left);
            rest -= studied;
            return { ...course, left: course.left - studied };
          });
          const plan = planStudy({
            asOf: day,
            by: addDays(START, 3000),
            weekly,
            off,
            courses: now,
          });
          const doneOn = plan.courses
            .flatMap(({ finishes }) => finishes ?? [])
            .toSorted()
            .at(-1);
          return projectSubscription(billing, day, doneOn ?? null).payments.reduce(
            (sum, { amount }) => sum + amount,
            0,
          );
        };

        // The same by living it: each day its hours, and whatever is due to be paid.
        const total = lefts.reduce((sum, { left }) => sum + left, 0);
        const studiedBefore: [PlainDate, number][] = [];
        let [studied, paid, day] = [0, 0, START];
        while (day < asOf) {
          paid += paidOn(billing, day);
          day = addDays(day, 1);
        }
        while (studied < total) {
          studiedBefore.push([day, studied]);
          paid += paidOn(billing, day);
          if (!off.some(({ from, to }) => from <= day && day <= to)) studied += weekly / 7;
          day = addDays(day, 1);
        }

        expect(projectedOn(asOf, 0)).toBe(paid);
        const [later, done] = studiedBefore[
          Math.floor((studiedBefore.length * percentOfWay) / 100)
        ] ?? [asOf, 0];
        expect(projectedOn(later, done)).toBe(paid);
      },
    ),
    propertyRuns(150),
  );
}, 60_000);

test('what is saved and what is paid up to that day are the projection', () => {
  fc.assert(
    fc.property(
      anyBilling,
      anyDay(500),
      anyDay(900),
      anyDay(900),
      (billing, asOf, doneOn, finishBy) => {
        const projection = projectSubscription(billing, asOf, doneOn);
        const total = projection.payments.reduce((sum, { amount }) => sum + amount, 0);
        let paid = 0;
        walk(START, finishBy < projection.through ? finishBy : projection.through, (day) => {
          paid += paidOn(billing, day);
        });
        expect(paid + (savingBy(projection, finishBy)?.saved ?? 0)).toBe(total);
      },
    ),
    propertyRuns(200),
  );
});

test('shares and what is unshared add up to what was paid, to the cent', () => {
  const anyWorker = fc
    .tuple(anyDay(900), fc.nat({ max: 400 }), fc.option(fc.nat({ max: 500 })))
    .map(([from, length, hours]) => ({ from, to: addDays(from, length), hours }));
  fc.assert(
    fc.property(
      anyBilling,
      anyDay(1200),
      fc.array(anyWorker, { maxLength: 6 }),
      (billing, through, list) => {
        const payments = paymentsThrough(billing, through);
        const workers = list.map((worker, index) => ({ ...worker, id: `${index}` }));
        const { byId, unshared } = sharePayments(payments, workers);
        const shared = [...byId.values()].reduce((sum, amount) => sum + amount, 0);
        expect(shared + unshared).toBe(payments.reduce((sum, { amount }) => sum + amount, 0));
        expect(Math.min(0, unshared, ...byId.values())).toBe(0);
      },
    ),
    propertyRuns(200),
  );
});

test('a split adds up, and no part is a unit away from its exact share', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 1_000_000 }),
      fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 20 }),
      (amount, weights) => {
        const parts = splitByWeights(amount, weights);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        parts.forEach((part, index) => {
          const exact =
            total === 0 ? amount / weights.length : (amount * (weights[index] ?? 0)) / total;
          expect(Math.abs(part - exact)).toBeLessThan(1);
        });
      },
    ),
    propertyRuns(300),
  );
});
