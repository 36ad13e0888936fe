import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budgetOf, spendingOf } from '#shared/domain/budget.ts';
import type { BudgetRequest, BudgetSubscription } from '#shared/domain/budgetOutlays.ts';
import { costLineSchema, type CostLine } from '#shared/domain/cost.ts';
import { costOf, type CostedCredential } from '#shared/domain/credentialCost.ts';
import { addDays, plainDateSchema } from '#shared/domain/plainDate.ts';
import { propertyRuns } from '../../support/property.ts';

const day = (text: string) => plainDateSchema.parse(text);
const usd = (amount: number) => ({ amount, currency: 'USD' });
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const ASOF = day('2026-11-23');
const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

let made = 0;
function aLine(fields: Record<string, unknown>): CostLine {
  made += 1;
  return costLineSchema.parse({
    id: uuid(made),
    credentialId: uuid(1000),
    kind: 'course',
    money: usd(100_00),
    paidOn: '2026-05-01',
    ...fields,
  });
}

function aCosted(fields: Partial<CostedCredential> = {}): CostedCredential {
  return {
    id: uuid(1000),
    title: 'SC3x',
    lifecycle: 'in-progress',
    issuedOn: null,
    figure: null,
    paidBy: null,
    mode: null,
    ...fields,
  };
}

const budget = (fields: Partial<BudgetRequest>) =>
  budgetOf({
    asOf: ASOF,
    until: day('2027-11-23'),
    credentials: [aCosted()],
    lines: [],
    subscriptions: [],
    fees: [],
    ...fields,
  });

test('the figure of an earned credential counts only where nothing else is recorded', () => {
  const earned = aCosted({ lifecycle: 'earned', figure: usd(300_00), issuedOn: day('2024-05-01') });
  expect(costOf(earned, [], [], ASOF).figureCounts).toBe('as-spent');
  expect(budget({ credentials: [earned] }).totals).toMatchObject([{ spent: 300_00, open: 0 }]);
  const paid = budget({ credentials: [earned], lines: [aLine({ money: usd(120_00) })] });
  expect(paid.totals).toMatchObject([{ spent: 120_00, open: 0 }]);
});

test('of what is under way the figure is the plan: payments fill it, what is left is open', () => {
  const credential = aCosted({ figure: usd(300_00) });
  const lines = [
    aLine({ money: usd(100_00) }),
    aLine({ money: usd(50_00), paidOn: null }),
    // Of another currency: it does not fill it.
    aLine({ money: eur(20_00) }),
  ];
  expect(costOf(credential, lines, [], ASOF)).toMatchObject({
    figureCounts: 'as-open',
    ofFigure: usd(150_00),
    toFinish: [usd(200_00)],
  });
  expect(budget({ credentials: [credential], lines }).totals).toMatchObject([
    { currency: 'EUR', spent: 20_00 },
    { currency: 'USD', spent: 100_00, committed: 50_00, open: 150_00, toCome: 200_00 },
  ]);
});

test('payments beyond the figure leave nothing open', () => {
  const lines = [aLine({ money: usd(400_00) })];
  expect(costOf(aCosted({ figure: usd(300_00) }), lines, [], ASOF).toFinish).toEqual([]);
});

test('shares of a subscription fill the figure too, and what is to come of them is to be paid', () => {
  const shares = [
    {
      subscriptionId: uuid(1),
      currency: 'USD',
      burnt: 60_00,
      toCome: 40_00,
      payer: 'self' as const,
    },
  ];
  expect(costOf(aCosted({ figure: usd(147_00) }), [], shares, ASOF)).toMatchObject({
    ofFigure: usd(47_00),
    ofSubscriptions: [usd(40_00)],
    toFinish: [usd(87_00)],
  });
});

test('a stated share is no payment of its own', () => {
  const lines = [aLine({ kind: 'subscription', subscriptionId: uuid(77), money: usd(30_00) })];
  expect(budget({ lines }).totals).toEqual([]);
});

test('what was given up asks for nothing more', () => {
  const abandoned = aCosted({ lifecycle: 'abandoned', figure: usd(300_00) });
  expect(costOf(abandoned, [], [], ASOF)).toMatchObject({ figureCounts: 'no', toFinish: [] });
});

test('who pays: aid, an employer and others are kept apart from the holder’s own', () => {
  const lines = [
    aLine({ money: usd(10_00), reimbursed: 4_00, reimbursedOn: '2026-06-01' }),
    aLine({ money: usd(20_00), payer: 'aid' }),
    aLine({ money: usd(30_00), payer: 'employer', payerName: 'Acme' }),
    aLine({ money: usd(40_00), payer: 'other' }),
  ];
  expect(budget({ lines }).totals).toMatchObject([
    { spent: 10_00, reimbursed: 4_00, net: 6_00, aid: 20_00, byOthers: 70_00 },
  ]);
  const byTrack = (mode: CostedCredential['mode'], paidBy: string | null = null) =>
    budget({ credentials: [aCosted({ figure: usd(99_00), mode, paidBy })] });
  expect(byTrack('aid').totals).toEqual([]);
  expect(byTrack('employer-paid').toFinish).toMatchObject([{ payer: 'employer' }]);
  expect(byTrack(null, 'Me').totals).toMatchObject([{ open: 99_00 }]);
  expect(byTrack(null, 'Acme Inc').totals).toEqual([]);
});

const coursera: BudgetSubscription = {
  id: uuid(5),
  title: 'Coursera Plus',
  currency: 'USD',
  payer: 'self',
  payments: ['2026-10-15', '2026-11-15', '2026-12-15', '2027-01-15'].map((on) => ({
    on: day(on),
    through: day(on),
    amount: 49_00,
    aid: 10_00,
  })),
  sharesByCredential: new Map(),
};

test('committed: payments of subscriptions and fees up to the day, soonest first', () => {
  const fees = [
    { credentialId: uuid(9), title: 'PMP', on: day('2026-12-01'), money: usd(60_00), paid: false },
    { credentialId: uuid(9), title: 'PMP', on: day('2026-02-01'), money: usd(55_00), paid: true },
  ];
  const found = budget({
    until: day('2026-12-31'),
    subscriptions: [coursera],
    fees,
    lines: [aLine({ paidOn: null, money: usd(5_00) })],
  });
  expect(found.totals).toMatchObject([{ spent: 153_00, aid: 20_00, committed: 114_00, open: 0 }]);
  expect(found.committed.map(({ on, what }) => [on, what])).toEqual([
    ['2026-12-01', 'fee'],
    ['2026-12-15', 'subscription'],
    [null, 'cost'],
  ]);
  expect(found.undated.committed).toEqual([usd(5_00)]);
  expect(found.byKind).toContainEqual({ kind: 'subscription', spent: [usd(98_00)] });
});

test('months run from the first payment, a year back at most, to that of the last day', () => {
  const lines = [aLine({ paidOn: '2026-08-09' }), aLine({ paidOn: '2019-01-01' })];
  const { months } = budget({ until: day('2026-12-31'), lines, subscriptions: [coursera] });
  expect(months.map(({ month }) => month)).toEqual([
    '2026-08',
    '2026-09',
    '2026-10',
    '2026-11',
    '2026-12',
  ]);
  expect(months.at(-1)).toEqual({
    month: '2026-12',
    spent: [],
    reimbursed: [],
    committed: [usd(49_00)],
  });
});

test('spending by year has what years past have', () => {
  const lines = [
    aLine({ paidOn: '2019-01-01' }),
    aLine({ paidOn: '2026-02-01', money: eur(7_00) }),
  ];
  const { byYear } = spendingOf({
    asOf: ASOF,
    until: ASOF,
    credentials: [aCosted()],
    lines,
    subscriptions: [],
    fees: [],
  });
  expect([...byYear]).toEqual([
    ['2019', [usd(100_00)]],
    ['2026', [eur(7_00)]],
  ]);
});

const anyLine = fc
  .record({
    owner: fc.nat({ max: 3 }),
    amount: fc.nat({ max: 500_00 }),
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
    offset: fc.option(fc.integer({ min: -400, max: 300 })),
    payer: fc.constantFrom('self', 'employer', 'aid', 'other'),
    back: fc.nat({ max: 100 }),
  })
  .map(({ owner, amount, currency, offset, payer, back }) =>
    aLine({
      credentialId: uuid(1000 + owner),
      money: { amount, currency },
      paidOn: offset === null ? null : addDays(ASOF, offset),
      payer,
      reimbursed: Math.floor((amount * back) / 100),
    }),
  );
const anyFigure = fc.option(
  fc.record({ amount: fc.nat({ max: 900_00 }), currency: fc.constantFrom('USD', 'EUR') }),
);

test('nothing counts twice: each currency’s sums are those of its payments, and of open figures', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { maxLength: 12 }),
      fc.tuple(anyFigure, anyFigure, anyFigure, anyFigure),
      (lines, figures) => {
        const credentials = figures.map((figure, index) =>
          aCosted({ id: uuid(1000 + index), figure, lifecycle: index % 2 ? 'planned' : 'earned' }),
        );
        const { totals, months, undated } = budget({ credentials, lines });
        for (const currency of ['USD', 'EUR', 'JPY']) {
          const sum = (list: readonly CostLine[]) =>
            list.reduce(
              (all, { money }) => all + (money.currency === currency ? money.amount : 0),
              0,
            );
          const own = lines.filter(({ payer }) => payer === 'self');
          const isMade = ({ paidOn }: CostLine) => paidOn !== null && paidOn <= ASOF;
          let [spent, open] = [sum(own.filter(isMade)), 0];
          figures.forEach((figure, index) => {
            if (figure?.currency !== currency) return;
            const mine = lines.filter(({ credentialId }) => credentialId === uuid(1000 + index));
            if (index % 2) open += Math.max(0, figure.amount - sum(mine));
            else if (mine.every(({ money }) => money.amount === 0)) spent += figure.amount;
          });
          const row = totals.find((total) => total.currency === currency);
          expect([row?.spent ?? 0, row?.open ?? 0]).toEqual([spent, open]);
          expect(row?.committed ?? 0).toBe(sum(own.filter((line) => !isMade(line))));
          expect(row?.aid ?? 0).toBe(
            sum(lines.filter((line) => line.payer === 'aid' && isMade(line))),
          );
          expect(row?.net ?? 0).toBeGreaterThanOrEqual(0);
          const inMonths = [...months.map((month) => month.committed), undated.committed].flat();
          expect(
            inMonths
              .filter((money) => money.currency === currency)
              .reduce((all, { amount }) => all + amount, 0),
          ).toBe(row?.committed ?? 0);
        }
      },
    ),
    propertyRuns(300),
  );
});
