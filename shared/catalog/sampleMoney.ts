import type { CostFields } from '#shared/domain/cost.ts';
import { addDays, addMonthsToDay, type PlainDate } from '#shared/domain/plainDate.ts';
import type { StudySettings } from '#shared/domain/studySettings.ts';
import { subscriptionFieldsSchema, type SubscriptionFields } from '#shared/domain/subscriptionFields.ts';
import { unknownTrack, type Track } from '#shared/domain/trackMode.ts';

/** A payment of the sample; the credential is named by its title. */
export type SampleCost = Omit<CostFields, 'credentialId' | 'subscriptionId'> &
  Readonly<{ title: string }>;

/** How a course of the sample is taken. */
export type SampleTrack = Track & Readonly<{ title: string }>;

export type SampleMoney = Readonly<{
  subscriptions: readonly SubscriptionFields[];
  costs: readonly SampleCost[];
  tracks: readonly SampleTrack[];
  study: Omit<StudySettings, 'courses'> & Readonly<{ titles: readonly string[] }>;
}>;

/** What the sample's holder pays by the month, has paid one by one, and means to study. */
export function sampleMoney(today: PlainDate): SampleMoney {
  const day = (months: number, days = 0) => addDays(addMonthsToDay(today, months), days);
  const usd = (amount: number) => ({ amount: Math.round(amount * 100), currency: 'USD' });
  const cost = (
    title: string,
    kind: CostFields['kind'],
    amount: number,
    fields: Partial<SampleCost>,
  ): SampleCost => ({
    title,
    kind,
    money: usd(amount),
    paidOn: null,
    payer: 'self',
    payerName: null,
    reimbursed: 0,
    reimbursedOn: null,
    note: null,
    ...fields,
  });
  return {
    subscriptions: [
      subscriptionFieldsSchema.parse({
        platform: 'Coursera',
        plan: 'Coursera Plus',
        price: usd(49),
        from: day(-3, -10),
        trialEnds: day(-3, -4),
      }),
      subscriptionFieldsSchema.parse({
        platform: 'LinkedIn Learning',
        price: usd(29.99),
        from: day(-29),
        until: day(-25, -1),
        pauses: [{ from: day(-28), to: day(-27, -1) }],
      }),
    ],
    costs: [
      cost('SC0x Supply Chain Analytics', 'course', 300, { paidOn: day(-26) }),
      cost('SC1x Supply Chain Fundamentals', 'course', 300, {
        paidOn: day(-20),
        reimbursed: 150_00,
        reimbursedOn: day(-19),
      }),
      cost('SC2x Supply Chain Design', 'course', 300, {
        paidOn: day(-14),
        payer: 'employer',
        payerName: 'Northwind Logistics',
      }),
      cost('SC3x Supply Chain Dynamics', 'course', 300, { note: 'With the upgrade.' }),
      cost('HarvardX Data Science', 'course', 298, { paidOn: day(-20) }),
      cost('HarvardX Data Science', 'course', 149, { paidOn: day(-8), payer: 'aid' }),
      cost('Project Management Professional', 'exam', 405, { paidOn: day(-103) }),
      cost('Project Management Professional', 'books', 62.5, { paidOn: day(-106) }),
      cost('Project Management Professional', 'travel', 38, { paidOn: day(-102) }),
    ],
    tracks: [
      {
        ...unknownTrack,
        title: 'SC3x Supply Chain Dynamics',
        mode: 'audit',
        upgradeBy: day(0, 19),
        aidBy: day(0, 9),
      },
      { ...unknownTrack, title: 'HarvardX Data Science', mode: 'aid' },
      { ...unknownTrack, title: 'MITx Supply Chain Management', mode: 'verified' },
    ],
    study: {
      weeklyHours: 10,
      by: day(4),
      off: [{ from: day(0, 28), to: day(0, 34) }],
      titles: ['HarvardX Data Science', 'SC3x Supply Chain Dynamics'],
    },
  };
}
