import type { Money } from '#shared/domain/money.ts';
import type { NamedProgram } from '#shared/domain/namedProgram.ts';
import type { Pathway, ProgramType } from '#shared/domain/program.ts';
import type { Estimate, Match, Role } from '#shared/domain/stackTree.ts';

/** What the catalogue knows of one program, from whichever of its three lists. */
export type ProgramFacts = Readonly<{
  id: string;
  origin: 'type' | 'program' | 'pathway';
  named: NamedProgram | null;
  type: ProgramType | null;
  pathway: Pathway | null;
}>;

/** One part of the stack that the program makes. */
export type ProgramPart = Readonly<{
  title: string;
  /** False: a name like "Course 1 of 5", for the holder to change. */
  named: boolean;
  role: Role;
  /** Policy of the credential, where it is under one. */
  policyId: string | null;
  /** How it is found where it is not planned; null: by its title. */
  match: Match | null;
  estimate: Estimate | null;
  /** Other titles that would do in its place. */
  choices: readonly string[];
}>;

/** Courses of a program of which the catalogue does not say how many it has. */
const UNKNOWN_COURSES = 1;

/**
 * The parts of a program, with the share that each has in its hours and cost. Where the catalogue
 * knows no names, they are called "Course 1 of 5": no title is made up.
 * @param courses names that the holder gives, in place of those
 */
export function partsOf(facts: ProgramFacts, courses: readonly string[] = []): ProgramPart[] {
  const bare = courses.length > 0 ? givenParts(facts, courses) : catalogueParts(facts);
  return bare.map((part) => ({ ...part, estimate: estimateOf(facts, bare.length) }));
}

type BarePart = Omit<ProgramPart, 'estimate'>;

const plain = (title: string, named = true): BarePart => ({
  title,
  named,
  role: 'course',
  policyId: null,
  match: null,
  choices: [],
});

/** The holder's courses, then what the catalogue names besides courses, such as an exam. */
function givenParts({ named }: ProgramFacts, courses: readonly string[]): BarePart[] {
  const others = named?.parts.filter(({ role }) => role !== 'course') ?? [];
  return [
    ...courses.map((title) => plain(title)),
    ...others.map((part): BarePart => ({ ...plain(part.title), ...part })),
  ];
}

function catalogueParts({ named, type, pathway }: ProgramFacts): BarePart[] {
  if (named) {
    const parts = named.parts.map((part): BarePart => ({ ...plain(part.title), ...part }));
    const isComplete = parts.some(({ role }) => role === 'course' || role === 'other');
    if (isComplete) return parts;
    const count = named.courses ?? type?.courses?.min ?? UNKNOWN_COURSES;
    return [...numbered(count), ...parts];
  }
  if (pathway) return pathway.requires.map((item) => requiredPart(item, pathway));
  return numbered(type?.courses?.min ?? UNKNOWN_COURSES);
}

function numbered(count: number): BarePart[] {
  return Array.from({ length: count }, (_, at) => plain(`Course ${at + 1} of ${count}`, false));
}

function requiredPart(
  { title, policyId }: Pathway['requires'][number],
  { anyOf, kind }: Pathway,
): BarePart {
  const choices = anyOf.find(([head]) => head !== undefined && title.includes(head)) ?? [];
  const isExam = /\b(exam|review board|capstone)\b/i.test(title);
  return {
    ...plain(title),
    role: isExam ? 'exam' : kind === 'university-credit' ? 'course' : 'other',
    policyId: choices.length > 0 ? null : policyId,
    choices,
  };
}

/** An even share of the program's hours and cost, with where the figures come from. */
function estimateOf({ named, type, pathway }: ProgramFacts, parts: number): Estimate | null {
  const hours = hoursOf(named, type);
  const cost = type === null ? null : costOf(type, parts);
  if (hours === null && cost === null) return null;
  const share = (value: number) => Math.round((value / parts) * 100) / 100;
  const isShared = parts > 1 && (hours !== null || cost?.isShared === true);
  return {
    ...(hours === null ? {} : { hours: [share(hours.min), share(hours.max)] as [number, number] }),
    ...(cost === null ? {} : { low: cost.low, high: cost.high }),
    ...(isShared ? { note: `An even share of what the whole takes, by ${parts} parts.` } : {}),
    source: named?.hours
      ? named.source
      : (type?.sources.join(' ; ') ?? pathway?.source ?? 'memory'),
    ...(type?.figuresAsOf ? { asOf: type.figuresAsOf } : {}),
    verified: type?.fromMemory === false ? 'partly' : 'memory',
  };
}

export function hoursOf(
  named: NamedProgram | null,
  type: ProgramType | null,
): Readonly<{ min: number; max: number }> | null {
  if (named?.hours) return { min: named.hours, max: named.hours };
  return type?.hours ?? null;
}

type Cost = Readonly<{ low: Money; high: Money; isShared: boolean }>;

/** What one part costs: the whole price by the parts, or the price of a course or an exam. */
function costOf({ cost, months }: ProgramType, parts: number): Cost | null {
  const { low, high, model } = cost;
  const by = (money: Money, factor: number): Money => ({
    ...money,
    amount: Math.round(money.amount * factor),
  });
  switch (model) {
    case 'per course':
    case 'per exam':
      return { low, high, isShared: false };
    case 'per program':
      return { low: by(low, 1 / parts), high: by(high, 1 / parts), isShared: true };
    case 'subscription monthly':
      if (months === null) return null;
      return {
        low: by(low, Math.ceil(months.min) / parts),
        high: by(high, Math.ceil(months.max) / parts),
        isShared: true,
      };
    case 'per cycle':
      return null;
  }
}
