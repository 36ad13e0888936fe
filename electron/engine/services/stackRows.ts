import type { OfferLine } from '#shared/domain/creditOffer.ts';
import { first, last, type PartialDate } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { StackIndex } from '#shared/domain/stackMatch.ts';
import { leafTitle } from '#shared/domain/stackNodeView.ts';
import { leavesOf } from '#shared/domain/stackResult.ts';
import type { Reported } from '#shared/domain/stackReport.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { StoredStack } from '../repositories/stackRepository.ts';

type Summary = ProcedureOutput<'stacks.list'>['items'][number];
type Lane = ProcedureOutput<'stacks.lanes'>[number];

/** One line of the list of stacks. */
export function summaryOf(
  { id, draft }: StoredStack,
  { result, report }: Reported,
  offers: readonly OfferLine[],
): Summary {
  const { title, kind, target, grants, options } = draft;
  const issuers = new Set(leavesOf(result).flatMap(({ credential }) => credential?.issuer ?? []));
  const [issuer] = issuers;
  return {
    id,
    title,
    kind,
    target,
    provider: options.provider ?? (issuers.size === 1 ? (issuer ?? null) : null),
    award: grants?.award ?? null,
    institution: grants?.institution ?? null,
    progress: report.progress,
    complete: report.complete,
    done: report.done,
    of: report.of,
    remainingHours: report.remainingHours,
    remainingCost: report.remainingCost,
    forecast: report.forecast,
    onTarget: report.onTarget,
    nextStep: report.nextSteps[0]?.title ?? null,
    atRisk: report.atRisk.map((part) => part.title),
    lapsed: report.lapsed.map((part) => part.title),
    retiring: report.retirement?.courses.map((course) => course.title) ?? [],
    creditsAccepted: offers.reduce((sum, { accepted }) => sum + accepted, 0),
    creditsOffered: offers.reduce<number | null>(
      (most, { credits }) => (credits === null ? most : Math.max(most ?? 0, credits)),
      null,
    ),
  };
}

/** A stack as a lane of the timeline, its leaves as bars. */
export function lanesOf(
  { id, draft, names }: StoredStack,
  { result, report }: Reported,
  index: StackIndex,
): Lane {
  const forecasts = new Map(report.nextSteps.map(({ path, forecast }) => [path, forecast]));
  const bars = leavesOf(result).map((leaf): Lane['bars'][number] => {
    const { credential, path, progress } = leaf;
    return {
      credentialId: credential?.id ?? null,
      title: leafTitle(leaf, names),
      status: credential === null ? null : index.statusOf(credential).status,
      start: day(credential?.issued ?? credential?.started ?? null, first),
      end: day(credential?.expires ?? null, last) ?? forecasts.get(path) ?? null,
      progress,
    };
  });
  const starts = bars.flatMap(({ start }) => start ?? []).toSorted();
  return {
    stackId: id,
    title: draft.title,
    kind: draft.kind,
    progress: report.progress,
    complete: report.complete,
    start: starts[0] ?? null,
    forecast: report.forecast,
    target: draft.target,
    bars,
  };
}

const day = (date: PartialDate | null, toDay: (date: PartialDate) => PlainDate): PlainDate | null =>
  date === null ? null : toDay(date);
