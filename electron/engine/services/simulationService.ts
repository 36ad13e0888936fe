import { versionFor } from '#shared/domain/cycle.ts';
import { feesOfCycle } from '#shared/domain/fee.ts';
import { sumMoney } from '#shared/domain/moneySums.ts';
import { last } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { conversionOf } from '#shared/domain/plannerModel.ts';
import type { Policy } from '#shared/domain/policy.ts';
import { policyFor, stateOf } from '#shared/domain/policyChoices.ts';
import { proposeRenewals } from '#shared/domain/renewalGraph.ts';
import { clockHoursOfUnits, fromHundredths, toHundredths } from '#shared/domain/units.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { HeldCredential, HeldService } from './heldService.ts';
import type { PolicyService } from './policyService.ts';
import { latestCycle, toHeld, toProposal } from './renewalService.ts';

type Parts = Readonly<{ held: HeldService; policies: PolicyService }>;

export type SimulationService = ReturnType<typeof createSimulationService>;

/** "If I pass X on day D", for what is not held yet (domain.md section 3, renewal simulator). */
export function createSimulationService({ held, policies }: Parts) {
  return {
    /**
     * What passing a policy's credential for the first time would do; writes nothing.
     * @throws AppError not_found for an unknown policy
     */
    simulateNew: (
      policyId: string,
      on: PlainDate,
      state: string | null,
    ): ProcedureOutput<'renewals.simulateNew'> => {
      const stated = policies.get(policyId).policy;
      const all = held.all();
      const policy = policyFor(stated, state === null ? {} : { state });
      const name = policy.abbreviation ?? policy.name;
      const refusal = refusalOfNew(stated, all, on, state);
      const nothing = {
        policyId,
        name,
        source: policy.source,
        start: null,
        end: null,
        reason: null,
      };
      if (refusal !== null)
        return { ...nothing, refusal, fees: [], cost: [], units: [], hours: 0, proposals: [] };

      const { end, reason } = policies.expiryOf(policy, on);
      const rules = versionFor(policy, on);
      const requirements = rules.requirements.filter((item) => item.mandatory);
      const units = requirements.map((requirement) => ({
        unit: requirement.unit,
        total: requirement.total,
        hours: fromHundredths(
          clockHoursOfUnits(toHundredths(requirement.total), conversionOf(requirement)),
        ),
      }));
      const fees = (end === null ? [] : feesOfCycle(rules, { start: on, end: last(end) })).flatMap(
        ({ due, fee: { per, price, note, fromMemory } }) =>
          per === 'late' ? [] : [{ due, per, price, note, fromMemory }],
      );
      const proposals = proposeRenewals(
        {
          credentialId: null,
          title: policy.name,
          policy,
          by: 'earned',
          on,
          newStart: on,
          newEnd: end,
        },
        all.map(toHeld),
        policies.person(),
      );
      return {
        ...nothing,
        refusal: null,
        start: on,
        end,
        reason,
        fees,
        cost: sumMoney(fees.map(({ price }) => price)),
        units,
        hours: units.reduce((sum, { hours }) => sum + hours, 0),
        proposals: proposals.map((proposal) => toProposal(proposal, all)),
      };
    },
  };
}

/** Why passing it would come to nothing; null when it can be passed. */
function refusalOfNew(
  policy: Policy,
  all: readonly HeldCredential[],
  on: PlainDate,
  state: string | null,
): string | null {
  if (state !== null && !stateOf(policy, state))
    return `${policy.abbreviation ?? policy.name} has no rules for ${state}.`;
  const own = all.find((item) => {
    const { end } = latestCycle(item);
    return item.policy.id === policy.id && (end === null || last(end) >= on);
  });
  return own
    ? `You hold ${own.credential.title} until ${latestCycle(own).end ?? 'further notice'}. Simulate its renewal instead.`
    : null;
}
