import { expect, test } from 'vitest';
import type { CostFields } from '#shared/domain/cost.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { aCredential, openTestEngine, TODAY } from '../../support/engine.ts';

test('what was paid for a course is no longer left to pay for the stack, and the budget agrees', async () => {
  using engine = openTestEngine();
  const { id } = await engine.call('credentials.create', {
    fields: aCredential({
      title: 'Course',
      lifecycle: 'in-progress',
      hours: 40,
      cost: { amount: 300_00, currency: 'USD' },
    }),
    asOf: TODAY,
  });
  const { id: stackId } = await engine.call('stacks.create', {
    asOf: TODAY,
    file: { title: 'Stack', root: { rule: 'all', children: [{ credentialId: id }] } },
  });
  const pay = (fields: Partial<CostFields>) =>
    engine.call('costs.add', {
      fields: {
        credentialId: id,
        kind: 'course',
        money: { amount: 100_00, currency: 'USD' },
        paidOn: TODAY,
        ...fields,
      },
      asOf: TODAY,
    });
  const sums = async () => {
    const { report } = await engine.call('stacks.get', { id: stackId, asOf: TODAY });
    const budget = await engine.call('budget.get', { asOf: TODAY });
    return { left: report.remainingCost, paid: report.paid, budget: budget.toFinish[0]?.money };
  };
  const usd = (dollars: number) => [{ amount: dollars * 100, currency: 'USD' }];

  expect(await sums()).toEqual({ left: usd(300), paid: [], budget: usd(300) });
  await pay({});
  expect(await sums()).toEqual({ left: usd(200), paid: usd(100), budget: usd(200) });
  // A payment that is fixed for later is part of what the figure leaves open.
  await pay({
    paidOn: plainDateSchema.parse('2027-02-01'),
    money: { amount: 250_00, currency: 'USD' },
  });
  expect(await sums()).toEqual({ left: usd(250), paid: usd(100), budget: usd(250) });
});
