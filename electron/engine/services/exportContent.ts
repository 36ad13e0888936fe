import { AppError } from '#shared/appError.ts';
import type { Credential, Id } from '#shared/domain/credential.ts';
import { lineText, toSections, type AcceptedCredit, type Section } from '#shared/domain/line.ts';
import {
  compareBy,
  outgoingStatuses,
  selectOutgoing,
  validStatuses,
  type LeftOut,
} from '#shared/domain/order.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { ResumeOptions } from '#shared/domain/profile.ts';
import { relevanceTo } from '#shared/domain/relevance.ts';
import { sentFactNameSchema, type SentFact } from '#shared/domain/sentFact.ts';

/** What other parts of the portfolio know of what goes out, for a day. */
export type OutgoingFacts = Readonly<{
  /** The courses of each program that a stack lists, in its order. */
  courses: ReadonlyMap<Id, readonly Id[]>;
  /** Credit that an institution has accepted for a credential. */
  credit: ReadonlyMap<Id, AcceptedCredit>;
  /** The credentials of a stack. @throws AppError not_found */
  membersOf: (stack: Id) => ReadonlySet<Id>;
  /** Whether the body lets a candidate state the month in which the title is expected. */
  mayExpect: (credential: Credential) => boolean;
}>;

/** Without stacks or rule books nothing of this is known. */
export const noFacts: OutgoingFacts = {
  courses: new Map(),
  credit: new Map(),
  membersOf: () => {
    throw new AppError('not_found', 'There is no such stack.', { path: 'options.stack' });
  },
  mayExpect: () => true,
};

export type Outgoing = Readonly<{
  sections: readonly Section[];
  /** One for each line, in order. */
  kept: readonly Credential[];
  leftOut: readonly LeftOut[];
}>;

/**
 * Chooses, orders and words what goes out (domain.md section 7, features.md H1 to H6). Courses that
 * are printed beneath their program have no line of their own.
 * @param all every credential outside the trash, with its status on `asOf`
 */
export function outgoingContent(
  all: readonly Credential[],
  options: ResumeOptions,
  facts: OutgoingFacts,
  asOf: PlainDate,
): Outgoing {
  const relevance = relevanceTo(options.job);
  const chosen = options.relevantOnly
    ? all.filter((credential) => credential.pinned || relevance(credential) > 0)
    : all;
  const { kept, leftOut } = selectOutgoing(chosen, {
    statuses: outgoingStatuses(options),
    ids: options.ids,
    tags: options.tag,
    skills: options.skill,
    members: options.stack.length === 0 ? null : unionOf(options.stack.map(facts.membersOf)),
    hidden: options.hidden,
    degrees: options.degrees,
    compare: compareBy(options.order, { manual: options.manual, relevance }),
  });
  const courses: ReadonlyMap<Id, readonly Credential[]> = options.courses
    ? coursesBeneath(all, kept, options, facts)
    : new Map();
  const beneath = unionOf([...courses.values()].map((each) => new Set(each.map(({ id }) => id))));
  const lined = kept.filter(({ id }) => !beneath.has(id));
  const sections = toSections(lined, {
    ...options,
    asOf,
    context: {
      courses,
      credit: options.credit ? facts.credit : new Map(),
      mayExpect: facts.mayExpect,
    },
  });
  const byId = new Map(lined.map((each) => [each.id, each]));
  const inOrder = sections.flatMap(({ lines }) => lines.flatMap(({ id }) => byId.get(id) ?? []));
  return { sections, kept: inOrder, leftOut };
}

/** Only courses that are held, and not hidden, are said of a program that goes out itself. */
function coursesBeneath(
  all: readonly Credential[],
  kept: readonly Credential[],
  { hidden }: ResumeOptions,
  facts: OutgoingFacts,
): Map<Id, Credential[]> {
  const byId = new Map(all.map((each) => [each.id, each]));
  const notShown = new Set(hidden);
  const lists = kept.flatMap(({ id }): [Id, Credential[]][] => {
    const courses = (facts.courses.get(id) ?? []).flatMap((course) => byId.get(course) ?? []);
    const held = courses.filter(
      (course) => course.id !== id && validStatuses.has(course.status) && !notShown.has(course.id),
    );
    return held.length === 0 ? [] : [[id, held]];
  });
  // A program that is itself a part of another stays a line.
  const programs = new Set(lists.map(([id]) => id));
  return new Map(
    lists.map(([id, courses]) => [id, courses.filter((each) => !programs.has(each.id))]),
  );
}

function unionOf(sets: readonly ReadonlySet<Id>[]): ReadonlySet<Id> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** The line of each credential as running text. */
export function linesById(sections: readonly Section[]): ReadonlyMap<Id, string> {
  return new Map(
    sections.flatMap(({ lines }) => lines.map((line): [Id, string] => [line.id, lineText(line)])),
  );
}

/** What an output states of whom, as the ledger of copies keeps it (features.md H12). */
export function statedFacts({ sections, kept }: Outgoing): SentFact[] {
  const byId = new Map(kept.map((each) => [each.id, each]));
  return sections.flatMap(({ lines }) =>
    lines.flatMap(({ id, parts }) => {
      const credential = byId.get(id);
      if (credential === undefined) return [];
      const held: SentFact[] = validStatuses.has(credential.status)
        ? [{ credentialId: id, fact: 'held', value: credential.title.slice(0, 4000) }]
        : [];
      return [
        ...held,
        ...parts.flatMap(({ fact, text }): SentFact[] => {
          const name = sentFactNameSchema.safeParse(fact);
          return name.success
            ? [{ credentialId: id, fact: name.data, value: text.slice(0, 4000) }]
            : [];
        }),
      ];
    }),
  );
}
