import type { PlainDate } from '#shared/domain/plainDate.ts';
import { leafTitle } from '#shared/domain/stackNodeView.ts';
import type { LeafResult } from '#shared/domain/stackResult.ts';
import type { StackDraft } from '#shared/domain/stackTree.ts';
import type { Path, StackReport } from '#shared/domain/stackView.ts';

type Ahead = Readonly<{
  forecasts: ReadonlyMap<Path, PlainDate | null>;
  asOf: PlainDate;
  names: ReadonlyMap<string, string>;
}>;
type Course = NonNullable<StackReport['retirement']>['courses'][number];

/**
 * When the program ends and which of the steps ahead that puts at risk (features.md C7): those not
 * yet begun on the last day to enrol, and those not done on the last day of teaching. Null where
 * neither the stack nor a part has such a day.
 */
export function retirementOf(
  { options }: StackDraft,
  steps: readonly LeafResult[],
  ahead: Ahead,
): StackReport['retirement'] {
  const { retirement } = options;
  const isNamed = steps.some(({ node }) => node.retires ?? node.teachOut);
  if (retirement === undefined && !isNamed) return null;
  let begins: PlainDate | null = ahead.asOf;
  const courses = steps.flatMap((leaf): Course[] => {
    const starts = leaf.state === 'in-progress' ? null : begins;
    begins = ahead.forecasts.get(leaf.path) ?? null;
    const enrolBy = earlier(leaf.node.retires, retirement?.lastEnrolment);
    const teachOut = earlier(leaf.node.teachOut, retirement?.teachOutUntil);
    const risk =
      (leaf.state === 'in-progress' ? null : tooLateToEnrol(enrolBy, starts, ahead.asOf)) ??
      tooLateToFinish(teachOut, begins, ahead.asOf);
    return risk === null ? [] : [{ path: leaf.path, title: leafTitle(leaf, ahead.names), ...risk }];
  });
  return {
    lastEnrolment: retirement?.lastEnrolment ?? null,
    teachOutUntil: retirement?.teachOutUntil ?? null,
    source: retirement?.source ?? null,
    asOf: retirement?.asOf ?? null,
    courses,
  };
}

type Risk = Pick<Course, 'by' | 'reason'>;

function tooLateToEnrol(
  by: PlainDate | undefined,
  starts: PlainDate | null,
  asOf: PlainDate,
): Risk | null {
  if (by === undefined) return null;
  if (by < asOf) return { by, reason: `Enrolment ended on ${by}, and it is not begun.` };
  if (starts === null || starts <= by) return null;
  return { by, reason: `It would be begun on ${starts}, after the last day to enrol, ${by}.` };
}

function tooLateToFinish(
  by: PlainDate | undefined,
  done: PlainDate | null,
  asOf: PlainDate,
): Risk | null {
  if (by === undefined) return null;
  if (by < asOf) return { by, reason: `Teaching ended on ${by}, and it is not done.` };
  if (done === null)
    return { by, reason: `Teaching ends on ${by}, and nothing says when it would be done.` };
  if (done <= by) return null;
  return { by, reason: `It would be done on ${done}, after teaching ends on ${by}.` };
}

function earlier(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
