import { isLeafResult, type NodeResult } from '#shared/domain/stackResult.ts';
import type { Reported } from '#shared/domain/stackReport.ts';
import type { StackDraft } from '#shared/domain/stackTree.ts';

/**
 * A stack as `stack show --json` prints it and `stack add` and `stack edit` read it (cli.md): keys in
 * one order, options only where there are some, so that the same stack always gives the same bytes.
 */
export function toStackFile(
  id: string,
  { title, kind, target, grants, options, root }: StackDraft,
  { result, report }: Reported,
): Record<string, unknown> {
  return {
    id,
    title,
    kind,
    target,
    grants,
    ...(Object.keys(options).length === 0 ? {} : { options }),
    root: withProgress(result, root),
    report: {
      progress: report.progress,
      complete: report.complete,
      nextSteps: report.nextSteps.map((step) => ({
        credentialId: step.credentialId,
        title: step.title,
        hours: step.hours,
        cost: step.cost,
      })),
      remainingHours: report.remainingHours,
      remainingCost: report.remainingCost,
      forecast: report.forecast,
      atRisk: report.atRisk.map(({ credentialId, expires }) => ({ credentialId, expires })),
    },
  };
}

function withProgress(result: NodeResult, node: object): Record<string, unknown> {
  if (isLeafResult(result)) return { ...node, progress: result.progress };
  return {
    ...node,
    children: result.children.map((child) => withProgress(child, child.node)),
    progress: result.progress,
  };
}
