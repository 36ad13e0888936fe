import type { Id } from '#shared/domain/credential.ts';
import { currencyDigits, type Money } from '#shared/domain/money.ts';
import type { StackCredential } from '#shared/domain/stackMatch.ts';
import { leafTitle } from '#shared/domain/stackNodeView.ts';
import { costOf, leafHoursLeft } from '#shared/domain/stackPlan.ts';
import { evaluate, type Surroundings } from '#shared/domain/stackProgress.ts';
import { leavesOf, type LeafResult, type NodeResult } from '#shared/domain/stackResult.ts';
import type { StackDraft } from '#shared/domain/stackTree.ts';
import type { LeafState, Path } from '#shared/domain/stackView.ts';
import { textKey } from '#shared/domain/textKey.ts';

export type WhatIfStack = Readonly<{
  id: Id;
  title: string;
  draft: StackDraft;
  result: NodeResult;
  surroundings: Surroundings;
  names: ReadonlyMap<string, string>;
  blockedBy: (path: Path) => readonly string[];
}>;

/** An offer that would be complete once these stacks and credentials are. */
export type WhatIfOffer = Readonly<{
  id: Id;
  title: string;
  credits: number;
  /** Credits of the whole degree. */
  of: number | null;
  system: 'usCredits' | 'ects' | 'ace' | 'other';
  /** What is not complete of it: stack ids and credential ids. */
  missing: readonly string[];
}>;

export type WhatIfMove = Readonly<{
  credentialId: Id | null;
  title: string;
  gain: number;
  stacks: readonly Readonly<{
    stackId: Id;
    title: string;
    from: number;
    to: number;
    completes: boolean;
  }>[];
  credits: readonly WhatIfOffer[];
  closes: readonly string[];
  hours: number | null;
  cost: Money | null;
  perHour: number | null;
  perMoney: number | null;
  blockedBy: readonly string[];
}>;

export type WhatIfInput = Readonly<{
  stacks: readonly WhatIfStack[];
  offers: readonly WhatIfOffer[];
  /** Skills that are wanted, and those that something held has. */
  wanted: readonly string[];
  heldSkills: ReadonlySet<string>;
  /** Credentials under way or planned that may serve in no stack. */
  others: readonly StackCredential[];
}>;

type Place = Readonly<{ stack: WhatIfStack; leaf: LeafResult }>;

/** What may still be done about a leaf; of the others nothing more is to be learnt. */
const improvable: ReadonlySet<LeafState> = new Set([
  'open',
  'in-progress',
  'lapsed',
  'audit',
  'grade',
]);

/**
 * What each next course would move if it were earned (features.md C4). Its gain is the sum of what
 * every stack moves (0 to 1 each), of the credits whose offer it completes as a share of the degree
 * (of 100 where the degree's size is not known), and of the wanted skills that it closes as a share
 * of all wanted ones.
 */
export function whatIf(input: WhatIfInput): WhatIfMove[] {
  const places = new Map<string, Place[]>();
  for (const stack of input.stacks) {
    for (const leaf of leavesOf(stack.result)) {
      if (!improvable.has(leaf.state)) continue;
      const key = courseKey(leaf);
      places.set(key, [...(places.get(key) ?? []), { stack, leaf }]);
    }
  }
  const moves = [...places.values()].map((own) => moveOf(own, input));
  const inStacks = new Set(
    [...places.values()].flatMap((own) => own[0]?.leaf.credential?.id ?? []),
  );
  const alone = input.others
    .filter(({ id }) => !inStacks.has(id))
    .map((credential) => aloneMove(credential, input));
  return [...moves, ...alone].filter(({ gain }) => gain > 0);
}

/** The same for the same course in two stacks. */
export function courseKey({ credential, node }: LeafResult): string {
  if (credential !== null) return credential.id;
  return 'credentialId' in node ? node.credentialId : `match ${JSON.stringify(node.match)}`;
}

function moveOf(places: readonly Place[], input: WhatIfInput): WhatIfMove {
  const [firstPlace] = places;
  const leaf = firstPlace?.leaf;
  const stacks = [...Map.groupBy(places, ({ stack }) => stack)].map(([stack, own]) => {
    const assumedLeaves = new Map(own.map((place) => [place.leaf.path, true]));
    const after = evaluate(stack.draft.root, { ...stack.surroundings, assumedLeaves });
    return {
      stackId: stack.id,
      title: stack.title,
      from: stack.result.progress,
      to: after.progress,
      completes: after.complete && !stack.result.complete,
    };
  });
  const credential = leaf?.credential ?? null;
  const done = new Set<string>(
    stacks.flatMap(({ stackId, completes }) => (completes ? [stackId] : [])),
  );
  if (credential) done.add(credential.id);
  const hours = leaf ? leafHoursLeft(leaf) : null;
  const blocked = places.flatMap((place) => place.stack.blockedBy(place.leaf.path));
  return worth(
    {
      credentialId: credential?.id ?? null,
      title: leaf && firstPlace ? leafTitle(leaf, firstPlace.stack.names) : '',
      stacks: stacks.filter(({ from, to }) => to > from),
      hours: hours === null ? null : Math.round(hours * 100) / 100,
      cost: leaf ? costOf(leaf) : null,
      blockedBy: [...new Set(blocked)],
    },
    done,
    credential,
    input,
  );
}

function aloneMove(credential: StackCredential, input: WhatIfInput): WhatIfMove {
  const { id, title, hours, progress, lifecycle, cost } = credential;
  const share = lifecycle === 'in-progress' ? (progress ?? 0) / 100 : 0;
  return worth(
    {
      credentialId: id,
      title,
      stacks: [],
      hours: hours === null ? null : Math.round(hours * (1 - share) * 100) / 100,
      cost,
      blockedBy: [],
    },
    new Set([id]),
    credential,
    input,
  );
}

type Bare = Omit<WhatIfMove, 'gain' | 'credits' | 'closes' | 'perHour' | 'perMoney'>;

function worth(
  bare: Bare,
  done: ReadonlySet<string>,
  credential: StackCredential | null,
  { offers, wanted, heldSkills }: WhatIfInput,
): WhatIfMove {
  const credits = offers.filter(
    ({ missing }) => missing.length > 0 && missing.every((id) => done.has(id)),
  );
  const own = new Set(credential?.skills.map(textKey));
  const closes = wanted.filter(
    (skill) => own.has(textKey(skill)) && !heldSkills.has(textKey(skill)),
  );
  const gain =
    bare.stacks.reduce((sum, { from, to }) => sum + to - from, 0) +
    credits.reduce((sum, offer) => sum + offer.credits / (offer.of ?? 100), 0) +
    (wanted.length === 0 ? 0 : closes.length / wanted.length);
  const { hours, cost } = bare;
  const money = cost === null ? 0 : cost.amount / 10 ** currencyDigits(cost.currency);
  return {
    ...bare,
    gain: round(gain),
    credits,
    closes,
    perHour: hours === null || hours === 0 ? null : round(gain / hours),
    perMoney: money === 0 ? null : round(gain / money),
  };
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The order of a list of moves; what is free comes first by money, what is not known last. */
export function compareMoves(
  by: 'perHour' | 'perMoney' | 'gain',
): (a: WhatIfMove, b: WhatIfMove) => number {
  const rate = (move: WhatIfMove): number => {
    if (by === 'gain') return move.gain;
    if (by === 'perMoney' && move.cost?.amount === 0) return Number.MAX_VALUE;
    return move[by] ?? -1;
  };
  return (a, b) => rate(b) - rate(a) || b.gain - a.gain || (a.title < b.title ? -1 : 1);
}
