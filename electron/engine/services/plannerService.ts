import { AppError } from '#shared/appError.ts';
import { allocateActivities, type Candidate, type Choice } from '#shared/domain/allocator.ts';
import type { Id } from '#shared/domain/credential.ts';
import { versionFor } from '#shared/domain/cycle.ts';
import { openFees } from '#shared/domain/fee.ts';
import { computeLedgers } from '#shared/domain/ledger.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { planRenewals } from '#shared/domain/planner.ts';
import {
  planModel,
  TICKS_PER_HOUR,
  type OpenCycle,
  type PlanModel,
} from '#shared/domain/plannerModel.ts';
import { stateOf } from '#shared/domain/plannerNeed.ts';
import { renewalLoad } from '#shared/domain/renewalLoad.ts';
import { fromHundredths, unitsOfClockHours } from '#shared/domain/units.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type {
  ActivityRepository,
  ActivitySummary,
  DatedAllocation,
} from '../repositories/activityRepository.ts';
import type { FeeRepository } from '../repositories/feeRepository.ts';
import type { HeldService } from './heldService.ts';

type Parts = Readonly<{
  held: HeldService;
  activities: ActivityRepository;
  fees: FeeRepository;
}>;
type May = ParsedInput<'planner.allocate'>['may'][number];
type HeldCycle = Readonly<Omit<OpenCycle, 'allocations'>> &
  Readonly<{ id: Id; allocations: readonly DatedAllocation[] }>;
type Change = ProcedureOutput<'planner.allocate'>['changes'][number];

export type PlannerService = ReturnType<typeof createPlannerService>;

/** What the open cycles still ask for: planned, allocated, and by month. Writes nothing. */
export function createPlannerService({ held, activities, fees }: Parts) {
  /** The latest cycle of every held credential that has an end. */
  const latestCycles = (asOf: PlainDate): HeldCycle[] => {
    const dated = activities.allAllocations();
    return held.all().flatMap(({ credential, policy, cycles }) => {
      const [previous = null, cycle] = [cycles.at(-2), cycles.at(-1)];
      if (!cycle || cycle.end === null) return [];
      const allocations = dated.get(credential.id) ?? [];
      const ledger = computeLedgers({
        policy,
        cycles: cycles.filter(({ end }) => end !== null),
        allocations,
        asOf,
        choices: credential.choices,
      }).at(-1);
      if (!ledger) return [];
      const { id, title } = credential;
      return [{ id, credentialId: id, title, policy, cycle, previous, ledger, allocations }];
    });
  };

  return {
    plan: (until: PlainDate, asOf: PlainDate): ProcedureOutput<'planner.plan'> => {
      const ids = new Map<string, Id>();
      const plan = planRenewals(
        latestCycles(asOf).flatMap((open) => {
          const model = open.ledger.cycle.end <= until ? planModel(open, asOf) : null;
          ids.set(open.credentialId, open.id);
          return model ? [{ model, state: stateOf(model, open.allocations) }] : [];
        }),
      );
      const known = <T extends Readonly<{ credentialId: string }>>(item: T) => ({
        ...item,
        credentialId: idOf(ids, item.credentialId),
      });
      return {
        until,
        hours: fromHundredths(plan.hours),
        hoursApart: fromHundredths(plan.hoursApart),
        items: plan.items.map((item) => ({
          ...item,
          hours: fromHundredths(item.hours),
          counts: item.counts.map((count) => ({
            ...known(count),
            units: fromHundredths(count.units),
          })),
        })),
        perCredential: plan.perCredential.map((item) => ({
          ...known(item),
          need: item.need.map((need) => ({ ...need, units: fromHundredths(need.units) })),
        })),
        binding: plan.binding.map((item) => ({
          ...known(item),
          hours: fromHundredths(item.hours),
        })),
      };
    },

    /**
     * @throws AppError not_found for an unknown activity
     * @throws AppError refused when a credential has no open cycle
     * @throws AppError invalid_input for a unit or category that its policy has not
     */
    allocate: (asOf: PlainDate, may: readonly May[]): ProcedureOutput<'planner.allocate'> => {
      const byId = activities.summaries();
      const open = latestCycles(asOf).flatMap((cycle) => {
        const model = planModel(cycle, asOf);
        return model ? [{ ...cycle, model }] : [];
      });
      const mayBy = Map.groupBy(may, ({ credentialId }) => credentialId);
      const known = new Set(open.map(({ id }) => id));
      for (const { activityId, credentialId } of may) {
        if (!byId.has(activityId))
          throw new AppError('not_found', `There is no activity ${activityId}.`, { path: 'may' });
        if (!known.has(credentialId))
          throw new AppError(
            'refused',
            `${credentialId} has no cycle for which units can still be earned.`,
            { path: 'may' },
          );
      }
      const tasks = open.map(({ id, title, model, allocations }) => {
        const pairs = pairsOf(allocations, mayBy.get(id) ?? [], byId);
        const choosing = pairs.flatMap((pair) => {
          const choices = choicesOf(model, pair);
          return choices ? [{ ...pair, choices }] : [];
        });
        const chosen = new Set(choosing.map(({ activity }) => activity));
        const fixed = pairs
          .filter(({ activity }) => !chosen.has(activity))
          .flatMap(({ now }) => now);
        return { id, title, model, choosing, state: stateOf(model, fixed) };
      });
      const results = allocateActivities(
        tasks.map(({ model, state, choosing }) => ({
          model,
          state,
          candidates: choosing.map(({ activity, choices }): Candidate => ({
            activityId: activity.id,
            on: activity.on,
            choices,
          })),
        })),
      );
      return {
        hoursBefore: hoursOf(results.reduce((sum, { before }) => sum + before, 0)),
        hoursAfter: hoursOf(results.reduce((sum, { left }) => sum + left, 0)),
        isProven: results.every(({ isProven }) => isProven),
        changes: tasks.flatMap(({ id, title, choosing }, at) =>
          choosing.flatMap(({ activity, choices }, index): Change[] => {
            const pick = results[at]?.chosen[index] ?? 0;
            const becomes = choices[pick] ?? null;
            if (pick === 0 || becomes === null) return [];
            const was = choices[0] ?? null;
            return [
              {
                activityId: activity.id,
                activity: activity.title,
                on: activity.on,
                credentialId: id,
                title,
                was: was && { ...was, units: fromHundredths(was.units) },
                becomes: { ...becomes, units: fromHundredths(becomes.units) },
              },
            ];
          }),
        ),
      };
    },

    load: (asOf: PlainDate): ProcedureOutput<'renewals.load'> => {
      const payments = fees.all();
      const paidOf = (id: Id) => new Set((payments.get(id) ?? []).map(({ due }) => due));
      const cycles = latestCycles(asOf).map((open) => {
        const model = planModel(open, asOf);
        return {
          paid: paidOf(open.id),
          policy: versionFor(open.policy, open.cycle.start),
          cycle: open.ledger.cycle,
          planned: model && { model, state: stateOf(model, open.allocations) },
        };
      });
      const earlier = held
        .all()
        .flatMap(({ credential, policy, cycles: own }) =>
          openFees(policy, own, asOf).flatMap(({ due, fee, isFollowed }) =>
            isFollowed && fee.per === 'year' && !paidOf(credential.id).has(due)
              ? [{ on: due, price: fee.price }]
              : [],
          ),
        );
      return {
        months: renewalLoad(cycles, asOf, earlier).map(({ month, hours, money }) => ({
          month,
          hours: fromHundredths(hours),
          money: [...money],
        })),
      };
    },
  };
}

/** An activity and a credential: how it counts now, and what was said of how it may. */
type Pair = Readonly<{
  activity: ActivitySummary;
  now: readonly DatedAllocation[];
  may: May | null;
}>;

/** Newest first, so that the same portfolio gets the same answer. */
function pairsOf(
  existing: readonly DatedAllocation[],
  may: readonly May[],
  byId: ReadonlyMap<string, ActivitySummary>,
): Pair[] {
  const said = new Map<string, May>(may.map((item) => [item.activityId, item]));
  const now = Map.groupBy(existing, ({ activityId }) => activityId);
  const ids = new Set([...now.keys(), ...said.keys()]);
  return [...ids]
    .flatMap((id): Pair[] => {
      const activity = byId.get(id);
      return activity ? [{ activity, now: now.get(id) ?? [], may: said.get(id) ?? null }] : [];
    })
    .toSorted(({ activity: a }, { activity: b }) => {
      if (a.on !== b.on) return a.on < b.on ? 1 : -1;
      return a.id < b.id ? 1 : -1;
    });
}

/** Ways in which it may count, what is first; null where there is nothing to choose. */
function choicesOf(model: PlanModel, { activity, now, may }: Pair): (Choice | null)[] | null {
  // Split over several categories by hand: not one activity in one category, so left alone.
  if (now.length > 1) return null;
  const [first] = now;
  const is = first ? { unit: first.unit, category: first.category, units: first.units } : null;
  if (may === null && (is === null || is.category !== null)) return null;
  const unit = may?.unit ?? is?.unit ?? null;
  const requirement = model.requirements[model.placeOf({ unit, category: null }).requirement];
  if (!requirement) return null;
  if (may?.unit != null && may.unit !== requirement.unit)
    throw new AppError('invalid_input', `${model.title} has no unit "${may.unit}".`, {
      path: 'may',
    });
  const names = requirement.names.filter((name) => name !== null);
  const categories = may?.categories ?? names;
  for (const category of categories) {
    if (category !== null && !names.includes(category))
      throw new AppError('invalid_input', `${model.title} has no category "${category}".`, {
        path: 'may',
      });
  }
  const isSame = is !== null && (may?.unit ?? is.unit) === is.unit;
  if (!isSame && activity.hours === null) return null;
  const units = isSame ? is.units : unitsOfClockHours(activity.hours ?? 0, requirement.conversion);
  return [is, ...categories.map((category) => ({ unit, category, units }))];
}

function hoursOf(ticks: number): number {
  return fromHundredths(Math.ceil(ticks / (TICKS_PER_HOUR / 100)));
}

function idOf(ids: ReadonlyMap<string, Id>, id: string): Id {
  const found = ids.get(id);
  if (found === undefined) throw new AppError('internal', 'A plan names a credential not held');
  return found;
}
