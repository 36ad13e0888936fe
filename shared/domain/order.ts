import type { Credential, Id, Kind } from '#shared/domain/credential.ts';
import { comparePartialDates, first, type PartialDate } from '#shared/domain/partialDate.ts';
import type { OrderMode } from '#shared/domain/profile.ts';
import type { Status } from '#shared/domain/status.ts';
import { textKey } from '#shared/domain/textKey.ts';

/** Held, and good to be shown as held (domain.md section 2). */
export const validStatuses: ReadonlySet<Status> = new Set(['active', 'expiring']);

/** Under way: goes out with the month in which it is expected. */
const underWay: readonly Status[] = ['in-progress', 'scheduled'];

/** Once held; goes out only when asked for, and then says that it has expired. */
const lapsed: readonly Status[] = ['grace', 'suspended', 'expired'];

/** Ranks of domain.md section 7: valid before in progress; what is no longer held comes last. */
const rankOfStatus: Readonly<Record<Status, number>> = {
  active: 0,
  expiring: 0,
  'in-progress': 1,
  scheduled: 1,
  grace: 2,
  suspended: 2,
  expired: 2,
  planned: 3,
  revoked: 4,
  abandoned: 4,
};

/** Which credentials an output may hold. A list that is empty, and null, hold back none. */
export type Selection = Readonly<{
  statuses: ReadonlySet<Status>;
  ids: readonly Id[] | null;
  tags: readonly string[];
  degrees: boolean;
  skills?: readonly string[];
  /** The members of the stacks that were asked for. */
  members?: ReadonlySet<Id> | null;
  /** Held back in this output; the record stays as it is. */
  hidden?: readonly Id[];
  /** The order; that of domain.md section 7 when none is given. */
  compare?: (a: Credential, b: Credential) => number;
}>;

export type LeftOut = Readonly<{ id: Id; title: string; status: Status }>;

/**
 * Statuses that go out: what is valid, and what else was asked for. Revoked, abandoned and
 * planned credentials are not among them.
 */
export function outgoingStatuses(
  asked: Readonly<{ inProgress: boolean; expired: boolean }>,
): ReadonlySet<Status> {
  return new Set([
    ...validStatuses,
    ...(asked.inProgress ? underWay : []),
    ...(asked.expired ? lapsed : []),
  ]);
}

/**
 * Parts credentials into those that go out, in order, and those whose status keeps them back.
 * What the user did not choose (by id, tag, skill, stack or kind) is in neither; nor is anything in the trash.
 */
export function selectOutgoing(
  credentials: readonly Credential[],
  selection: Selection,
): Readonly<{ kept: Credential[]; leftOut: LeftOut[] }> {
  const ids = selection.ids === null ? null : new Set(selection.ids);
  const members = selection.members ?? null;
  const hidden = new Set(selection.hidden);
  const isTagged = anyWordOf(selection.tags);
  const isSkilled = anyWordOf(selection.skills ?? []);
  const chosen = credentials.filter(
    (credential) =>
      credential.trashedAt === null &&
      (ids === null || ids.has(credential.id)) &&
      (members === null || members.has(credential.id)) &&
      !hidden.has(credential.id) &&
      isTagged(credential.tags) &&
      isSkilled(credential.skills) &&
      (selection.degrees || credential.kind !== 'degree'),
  );
  const sorted = chosen.toSorted(selection.compare ?? compareOutgoing);
  return {
    kept: sorted.filter(({ status }) => selection.statuses.has(status)),
    leftOut: sorted
      .filter(({ status }) => !selection.statuses.has(status))
      .map(({ id, title, status }) => ({ id, title, status })),
  };
}

/**
 * The order of what goes out (domain.md section 7): pinned first, then by the rank of the status,
 * then by issue date, newest first; what is under way by the day it is expected, soonest first.
 * Undated ones come last, equals by title, then by id, so that the order never depends on chance.
 */
export function compareOutgoing(a: Credential, b: Credential): number {
  return (
    Number(b.pinned) - Number(a.pinned) ||
    rankOfStatus[a.status] - rankOfStatus[b.status] ||
    undatedLast(a.issued, b.issued, newestFirst) ||
    undatedLast(a.target, b.target, comparePartialDates) ||
    compareText(a.title, b.title) ||
    compareText(a.id, b.id)
  );
}

/** What the orders other than newest first go by. */
export type OrderFacts = Readonly<{
  /** The order of `manual`; what is not in it comes after. */
  manual: readonly Id[];
  /** How much a credential has to do with the job, as from relevanceTo. */
  relevance: (credential: Credential) => number;
}>;

/**
 * The comparison of an order (features.md H5). Manual is what the user arranged, whatever is
 * pinned or valid; the others keep pinned ones first and valid ones before those that are not.
 */
export function compareBy(
  mode: OrderMode,
  { manual, relevance }: OrderFacts,
): (a: Credential, b: Credential) => number {
  const leading = (a: Credential, b: Credential) =>
    Number(b.pinned) - Number(a.pinned) || rankOfStatus[a.status] - rankOfStatus[b.status];
  switch (mode) {
    case 'newest':
      return compareOutgoing;
    case 'licence-first':
      return (a, b) =>
        leading(a, b) || rankOfKind(a.kind) - rankOfKind(b.kind) || compareOutgoing(a, b);
    case 'relevance': {
      const scores = new Map<Id, number>();
      const scoreOf = (credential: Credential) => {
        const known = scores.get(credential.id) ?? relevance(credential);
        scores.set(credential.id, known);
        return known;
      };
      return (a, b) => leading(a, b) || scoreOf(b) - scoreOf(a) || compareOutgoing(a, b);
    }
    case 'manual': {
      const places = new Map([...new Set(manual)].map((id, place) => [id, place]));
      const placeOf = ({ id }: Credential) => places.get(id) ?? places.size;
      return (a, b) => placeOf(a) - placeOf(b) || compareOutgoing(a, b);
    }
  }
}

/** A licence is what the law asks for, a certification what a body keeps up; then all else. */
function rankOfKind(kind: Kind): number {
  if (kind === 'license') return 0;
  return kind === 'certification' ? 1 : 2;
}

/** Whether some of the words are among those asked for; case and accents do not matter. */
function anyWordOf(asked: readonly string[]): (words: readonly string[]) => boolean {
  const keys = new Set(asked.map(textKey));
  return (words) => keys.size === 0 || words.some((word) => keys.has(textKey(word)));
}

function undatedLast(
  a: PartialDate | null,
  b: PartialDate | null,
  compare: (a: PartialDate, b: PartialDate) => number,
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}

/** By first day, newest first; of one first day the finer date comes first (domain.md section 1). */
function newestFirst(a: PartialDate, b: PartialDate): number {
  return compareText(first(b), first(a)) || b.length - a.length;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
