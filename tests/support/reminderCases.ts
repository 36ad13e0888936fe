import fc from 'fast-check';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import { addDays, type PlainDate } from '#shared/domain/plainDate.ts';
import { defaultReminderSettings } from '#shared/domain/reminderSettings.ts';
import type { ReminderSubject } from '#shared/domain/reminderSubject.ts';
import { renewalsByTemporal, type Occasion } from './reminderOracle.ts';

const kinds = defaultReminderSettings.kinds;

/** A subject with the oracle's own account of it. */
export type Told = Readonly<{ subject: ReminderSubject; occasions: readonly Occasion[] }>;
/** What sort of subject, about which day; days count from the start of the case. */
export type Plan = Readonly<{
  kind: number;
  inDays: number;
  knownDays: number;
  graceDays: number;
  suspendedDays: number;
}>;

/** A subject about a day near the start, with the oracle's own account of it. */
export function tellOf(plan: Plan, index: number, today: PlainDate): Told {
  const { graceDays, suspendedDays } = plan;
  const date = addDays(today, plan.inDays);
  const id = `subject-${index}`;
  const knownSince = addDays(today, -plan.knownDays);
  const about = { subjectId: id, title: id, knownSince };
  const partial = parsePartialDate(date);
  const occasion = {
    name: '',
    date,
    end: date,
    openDays: 0,
    weekly: false,
    knownSince,
    toldDays: 90,
  };
  switch (plan.kind) {
    case 0: {
      const ladder = { graceDays, suspendedDays };
      const openDays = graceDays + suspendedDays;
      const { offsets } = kinds.expires;
      return {
        subject: { ...about, kind: 'expires', expires: partial, ladder },
        occasions: [{ ...occasion, name: `${id}:expires`, offsets, openDays, weekly: true }],
      };
    }
    case 1: {
      const end = addDays(date, 60);
      return {
        subject: {
          ...about,
          kind: 'renewal-window-opens',
          opens: date,
          cycleEnd: parsePartialDate(end),
        },
        occasions: [
          { ...occasion, name: `${id}:renewal-window-opens`, end, offsets: [0], openDays: 60 },
        ],
      };
    }
    case 2:
      return {
        subject: { ...about, kind: 'fee-due', dueOn: partial, fee: 'AMF', amount: null },
        occasions: [{ ...occasion, name: `${id}:fee-due.AMF`, offsets: kinds['fee-due'].offsets }],
      };
    case 3:
      return {
        subject: { ...about, kind: 'deadline', deadline: 'aid', on: partial },
        occasions: [{ ...occasion, name: `${id}:deadline.aid`, offsets: kinds.deadline.offsets }],
      };
    case 4:
      return {
        subject: { ...about, kind: 'target-date', target: partial },
        occasions: [
          { ...occasion, name: `${id}:target-date`, offsets: kinds['target-date'].offsets },
        ],
      };
    default: {
      const from = addDays(today, -Math.abs(plan.inDays));
      return {
        subject: {
          ...about,
          kind: 'subscription-renews',
          from,
          everyMonths: 1,
          until: null,
          price: null,
        },
        occasions: renewalsByTemporal(from, 40).map((renewal) => ({
          ...occasion,
          name: `${id}:subscription-renews`,
          date: renewal,
          end: renewal,
          offsets: kinds['subscription-renews'].offsets,
          toldDays: 27,
        })),
      };
    }
  }
}

export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  kind: fc.nat(5),
  inDays: fc.oneof(
    fc.integer({ min: -60, max: 200 }),
    // Soon before a step, so that it comes due while the clock runs.
    fc
      .tuple(fc.constantFrom(180, 90, 60, 30, 14, 7, 3, 1, 0), fc.nat(6))
      .map(([offset, days]) => offset + days),
  ),
  knownDays: fc.integer({ min: -20, max: 300 }),
  graceDays: fc.constantFrom(0, 5, 30),
  suspendedDays: fc.constantFrom(0, 0, 60),
});
