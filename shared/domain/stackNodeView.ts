import { last } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { StackIndex } from '#shared/domain/stackMatch.ts';
import type { Prerequisites } from '#shared/domain/stackOrder.ts';
import type { Plan } from '#shared/domain/stackPlan.ts';
import { gradePercent } from '#shared/domain/stackProgress.ts';
import {
  isLeafResult,
  type GroupResult,
  type LeafResult,
  type NodeResult,
} from '#shared/domain/stackResult.ts';
import type { Leaf } from '#shared/domain/stackTree.ts';
import type { GroupView, LeafView, NodeView, Path } from '#shared/domain/stackView.ts';

/** What the nodes of one stack are shown with. */
export type NodeFacts = Readonly<{
  index: StackIndex;
  plan: Plan;
  prerequisites: Prerequisites;
  /** When each planned leaf would be done. */
  forecasts: ReadonlyMap<Path, PlainDate | null>;
  atRisk: ReadonlySet<Path>;
  /** Titles of credentials that may be gone, by id. */
  names: ReadonlyMap<string, string>;
  byPath: ReadonlyMap<Path, NodeResult>;
}>;

const GONE = 'Removed credential';

/** What a leaf is called: the credential that it found, else what the stack or its rule calls it. */
export function leafTitle(
  { credential, node }: Readonly<{ credential: LeafResult['credential']; node: Leaf }>,
  names: ReadonlyMap<string, string>,
): string {
  if (credential !== null) return credential.title;
  if (node.title !== undefined) return node.title;
  if ('credentialId' in node) return names.get(node.credentialId) ?? GONE;
  const { title, abbreviation, policy, tag, issuer, kind } = node.match;
  const what = title ?? abbreviation ?? policy ?? tag ?? kind ?? '';
  return issuer === undefined ? what : what === '' ? issuer : `${what}, ${issuer}`;
}

/** What a group is called where a sentence needs a name. */
function nodeTitle(result: NodeResult, names: ReadonlyMap<string, string>): string {
  if (isLeafResult(result)) return leafTitle(result, names);
  const { title, children } = result.node;
  return title ?? (result.path === '' ? 'the whole' : `${children.length} parts`);
}

/** Titles of what a node waits for and is not complete. */
export function blockedBy(path: Path, { prerequisites, byPath, names }: NodeFacts): string[] {
  return (prerequisites.get(path) ?? []).flatMap((at) => {
    const before = byPath.get(at);
    return before === undefined || before.complete ? [] : [nodeTitle(before, names)];
  });
}

/** A node of the tree with everything that a screen shows of it. */
export function viewNode(result: NodeResult, facts: NodeFacts): NodeView {
  return isLeafResult(result) ? viewLeaf(result, facts) : viewGroup(result, facts);
}

function common(result: NodeResult, facts: NodeFacts) {
  return {
    path: result.path,
    key: result.node.key ?? null,
    after: result.node.after ?? [],
    blockedBy: result.complete ? [] : blockedBy(result.path, facts),
    progress: result.progress,
    complete: result.complete,
    hours: result.hours === null ? null : Math.round(result.hours * 100) / 100,
    hoursLeft: facts.plan.hoursLeft.get(result.path) ?? null,
  };
}

function viewGroup(result: GroupResult, facts: NodeFacts): GroupView {
  const { rule, n, of, title } = result.node;
  return {
    type: 'group',
    title: title ?? null,
    ...common(result, facts),
    rule,
    n: n ?? null,
    of: of ?? null,
    done: rule === 'sum' ? result.earned : result.children.filter((item) => item.complete).length,
    children: result.children.map((child) => viewNode(child, facts)),
  };
}

function viewLeaf(result: LeafResult, facts: NodeFacts): LeafView {
  const { node, credential, state } = result;
  return {
    type: 'leaf',
    title: leafTitle(result, facts.names),
    ...common(result, facts),
    credentialId: credential?.id ?? ('credentialId' in node ? node.credentialId : null),
    match: 'match' in node ? node.match : null,
    candidates: result.candidates,
    role: node.role ?? 'course',
    verifiedRequired: node.verified ?? false,
    minGrade: node.minGrade ?? null,
    state,
    reason: reasonOf(result),
    status: credential === null ? null : facts.index.statusOf(credential).status,
    kind: credential?.kind ?? null,
    issuer: credential?.issuer ?? null,
    verifiedTrack: credential?.verifiedTrack ?? null,
    grade: credential?.grade ?? null,
    issued: credential?.issued ?? null,
    expires: credential?.expires ?? null,
    target: credential?.target ?? null,
    hoursFrom: result.hoursFrom,
    cost: credential?.cost ?? null,
    estimate: node.estimate ?? null,
    atRisk: facts.atRisk.has(result.path),
    planned: facts.plan.steps.includes(result),
    forecast: facts.forecasts.get(result.path) ?? null,
    retires: node.retires ?? null,
    teachOut: node.teachOut ?? null,
  };
}

/** Why a leaf does not count although there is something; null where its state says enough. */
function reasonOf({ state, node, credential }: LeafResult): string | null {
  switch (state) {
    case 'audit':
      return 'It is on the audit track; only the verified one counts here.';
    case 'grade':
      return Number.isNaN(gradePercent(credential?.grade ?? null))
        ? `Its grade is not known in percent; at least ${node.minGrade}% is asked.`
        : `Its grade is ${credential?.grade}; at least ${node.minGrade}% is asked.`;
    case 'double':
      return 'It counts in another stack already, and the rule for the two allows no more.';
    case 'removed':
      return 'The credential that was meant is in the trash or gone.';
    case 'lapsed':
      if (credential?.lifecycle === 'revoked') return 'It was revoked.';
      return credential?.expires ? `It ended on ${last(credential.expires)}.` : null;
    case 'scheduled':
      return credential?.issued ? `It begins on ${credential.issued}.` : null;
    case 'complete':
    case 'in-progress':
    case 'open':
      return null;
  }
}
