import { first, last, type PartialDate } from '#shared/domain/partialDate.ts';
import { addDays, addMonthsToDay, LAST_YEAR, type PlainDate } from '#shared/domain/plainDate.ts';

type Cycle = Readonly<{ start: PartialDate; end: PartialDate | null }>;
type WithProofs = Readonly<{
  on: PlainDate;
  proofs: readonly unknown[];
  allocations: readonly Readonly<{ credentialId: string }>[];
}>;

/** How long the proofs of one cycle are to be kept (features.md D9). */
export type Retention = Readonly<{
  /** Once they may be deleted, without those that serve another credential too. */
  proofs: number;
  /** The first day on which they may be deleted. */
  deletableFrom: PlainDate;
  /** Whether that day has come. */
  isOver: boolean;
}>;

/**
 * The proofs of a cycle, kept through so many months after its end.
 * @param proofMonths as the policy says
 * @returns null without a proof to name, or for a cycle that does not end
 */
export function retentionOf(
  { start, end }: Cycle,
  activities: readonly WithProofs[],
  proofMonths: number,
  asOf: PlainDate,
): Retention | null {
  if (end === null) return null;
  const [from, to] = [first(start), last(end)];
  // Beyond the last year there are no days to name.
  const years = Number(to.slice(0, 4)) + Math.ceil((proofMonths + 1) / 12);
  if (years > LAST_YEAR) return null;
  const deletableFrom = addDays(addMonthsToDay(to, proofMonths), 1);
  const isOver = deletableFrom <= asOf;
  const proofs = activities
    .filter((activity) => from <= activity.on && activity.on <= to)
    .filter((activity) => !isOver || !servesSeveral(activity))
    .reduce((sum, activity) => sum + activity.proofs.length, 0);
  return proofs === 0 ? null : { proofs, deletableFrom, isOver };
}

/** Whether another credential asks for the proofs of an activity too, perhaps for longer. */
export function servesSeveral({ allocations }: Pick<WithProofs, 'allocations'>): boolean {
  return new Set(allocations.map(({ credentialId }) => credentialId)).size > 1;
}

/**
 * The day on which a cycle is the one that is looked at: the day of the screens, but within it, since
 * the ledger takes the latest cycle that has begun.
 * @param cycles oldest first; @param place of the cycle among them
 */
export function dayWithin(cycles: readonly Cycle[], place: number, asOf: PlainDate): PlainDate {
  const next = cycles[place + 1];
  if (next === undefined) return asOf;
  const lastDay = addDays(first(next.start), -1);
  return lastDay < asOf ? lastDay : asOf;
}
