import type { Id, Kind, NewCredential } from '#shared/domain/credential.ts';
import type { ProgramFacts, ProgramPart } from '#shared/domain/programParts.ts';
import type { Verified } from '#shared/domain/policyParts.ts';
import type { Pathway } from '#shared/domain/program.ts';
import type { Grants, Leaf, Match, StackDraft, StackNode } from '#shared/domain/stackTree.ts';
import type { StackKind } from '#shared/domain/stackTree.ts';

const kindOfType: Readonly<Record<string, Kind>> = {
  'edx-xseries': 'xseries',
  'edx-professional-certificate': 'professional-certificate',
  'edx-micromasters': 'micromasters',
  'edx-microbachelors': 'microbachelors',
  'edx-executive-education': 'university-certificate',
  'edx-verified-course': 'course-certificate',
  'coursera-specialization': 'specialization',
  'coursera-professional-certificate': 'professional-certificate',
  'coursera-mastertrack': 'mastertrack',
  'google-career-certificate': 'professional-certificate',
  'udacity-nanodegree': 'nanodegree',
  'linkedin-learning-path': 'learning-path',
  'hubspot-certification': 'certification',
  'microsoft-learn': 'badge',
  'microsoft-certification': 'certification',
  'trailhead-superbadge': 'badge',
  'salesforce-certification': 'certification',
  'digital-badge': 'badge',
  'industry-certification': 'certification',
  'professional-license': 'license',
  bootcamp: 'bootcamp',
  'university-certificate': 'university-certificate',
  degree: 'degree',
};

export function programName({ named, type, pathway }: ProgramFacts): string {
  return named?.name ?? pathway?.name ?? type?.name ?? '';
}

/** Kind of the credential that a program ends in. */
export function programKind({ named, type, pathway }: ProgramFacts): Kind {
  if (named) return named.kind;
  if (type) return kindOfType[type.id] ?? 'other';
  if (pathway?.kind === 'university-credit') return 'degree';
  return pathway?.kind === 'vendor-stack' || pathway?.kind === 'prerequisite'
    ? 'certification'
    : 'other';
}

const stackKindOfPathway: Readonly<Record<Pathway['kind'], StackKind>> = {
  'university-credit': 'pathway',
  'credit-recommendation': 'pathway',
  'vendor-stack': 'program',
  prerequisite: 'program',
  'informal-stack': 'curated',
};

export function programStackKind({ named, pathway, origin }: ProgramFacts): StackKind {
  if (origin === 'pathway' && pathway) return stackKindOfPathway[pathway.kind];
  return named?.stackKind ?? 'program';
}

/** How far the facts were checked: the weakest of what they rest on. */
export function programVerified({ named, type, pathway, origin }: ProgramFacts): Verified {
  if (origin === 'pathway') return pathway?.verified ?? 'memory';
  return named?.verified ?? (type?.fromMemory === false ? 'partly' : 'memory');
}

/** What must be said with the facts, since they are weak. */
export function programWarnings(facts: ProgramFacts): string[] {
  const { named, type, pathway } = facts;
  const isUnconfirmed = isProgramUnconfirmed(facts);
  return [
    ...(isUnconfirmed ? ['Unconfirmed: no source says that this program exists.'] : []),
    ...(programVerified(facts) === 'memory' && !isUnconfirmed
      ? ['From memory: no source was checked.']
      : []),
    ...(type?.fromMemory === true && type.notes?.includes('memory') !== true
      ? ['Some figures of this sort of program are from memory.']
      : []),
    ...[named?.note, type?.notes, pathway?.notes].flatMap((note) => note ?? []),
  ];
}

/** No source confirms it: said wherever it is shown. */
export function isProgramUnconfirmed({ named, pathway }: ProgramFacts): boolean {
  return named?.unconfirmed ?? pathway?.id === 'michigan-data-science';
}

/** Fields of one credential, as the form that adds it begins. */
export function programCredential(facts: ProgramFacts): NewCredential {
  const { named, type } = facts;
  const platform = named ? named.platform : (type?.platform ?? null);
  return {
    title: programName(facts),
    kind: programKind(facts),
    issuer: named?.issuer ?? type?.platform ?? 'Unknown',
    platform,
    lifecycle: 'planned',
    ...(named?.abbreviation ? { abbreviation: named.abbreviation } : {}),
    ...(named?.hours ? { hours: named.hours } : {}),
    ...(named?.policyId ? { policyId: named.policyId } : {}),
    notes: provenance(facts),
  };
}

/** Fields of the planned credential of one part. */
export function partCredential(facts: ProgramFacts, part: ProgramPart): NewCredential {
  const { named, pathway } = facts;
  const isCourse = named?.stackKind === 'program' || pathway?.kind === 'university-credit';
  const kind: Kind =
    part.role === 'exam' || part.role === 'capstone'
      ? 'assessment'
      : isCourse || facts.origin === 'type'
        ? 'course-certificate'
        : 'certification';
  return {
    title: part.title,
    kind,
    issuer: named?.issuer ?? facts.type?.platform ?? 'Unknown',
    platform: named?.platform ?? null,
    lifecycle: 'planned',
    ...(part.policyId === null ? {} : { policyId: part.policyId }),
    notes: provenance(facts),
  };
}

function provenance(facts: ProgramFacts): string {
  const { named, type, pathway } = facts;
  const source = named?.source ?? pathway?.source ?? type?.sources.join(' ; ') ?? 'memory';
  const asOf = named?.asOf ?? type?.figuresAsOf ?? null;
  return [
    `From the catalogue: ${programName(facts)}.`,
    `Source: ${source}${asOf === null ? '' : `, as of ${asOf}`}.`,
    ...(isProgramUnconfirmed(facts) ? ['Unconfirmed.'] : []),
  ].join(' ');
}

/** What the program leads to, as the stack says it. */
export function programGrants({ named, type, pathway }: ProgramFacts): Grants | null {
  if (pathway === null)
    return type?.creditStatement
      ? { award: type.creditStatement, source: type.sources.join(' ; '), verified: 'partly' }
      : null;
  const us = pathway.credits?.us ?? null;
  const ects = pathway.credits?.ects ?? null;
  const exact = [us, ects].find((range) => range !== null && range.min === range.max);
  return {
    award: pathway.grants,
    ...(named?.institution ? { institution: named.institution } : {}),
    ...(named?.degree ? { degree: named.degree } : {}),
    ...(exact ? { credits: exact.min } : {}),
    ...(named?.ofCredits ? { of: named.ofCredits } : {}),
    ...(us !== null || ects !== null ? { system: us === null ? 'ects' : 'usCredits' } : {}),
    source: pathway.source,
    ...(named?.asOf ? { asOf: named.asOf } : {}),
    verified: pathway.verified,
    note: pathway.notes,
  };
}

/**
 * The stack of a program.
 * @param ids the credential of each part, where one is planned or held; others are found by a rule
 */
export function programStack(
  facts: ProgramFacts,
  parts: readonly ProgramPart[],
  ids: ReadonlyArray<Id | null>,
  title: string,
): StackDraft {
  const { named } = facts;
  const children = parts.map((part, at) => nodeOf(facts, part, ids[at] ?? null));
  const isFinal = (at: number) => ['exam', 'capstone'].includes(parts[at]?.role ?? 'other');
  const courses = children.filter((_, at) => !isFinal(at));
  const finals = children.filter((_, at) => isFinal(at));
  const isProgram = programStackKind(facts) !== 'curated';
  const isOrdered = isProgram && courses.length > 0 && finals.length > 0;
  const root: StackNode = {
    rule: 'all',
    children: isOrdered
      ? [grouped(courses), ...finals.map((final): StackNode => ({ ...final, after: ['courses'] }))]
      : children,
  };
  return {
    title,
    kind: programStackKind(facts),
    target: null,
    grants: programGrants(facts),
    options: {
      programId: facts.id,
      ...(named && named.stackKind !== 'curated' ? { provider: named.issuer } : {}),
    },
    root,
  };
}

/** What the exam waits for, under one key. */
function grouped(courses: readonly StackNode[]): StackNode {
  const [only] = courses;
  return courses.length === 1 && only
    ? { ...only, key: 'courses' }
    : { rule: 'all', title: 'Courses', key: 'courses', children: [...courses] };
}

function nodeOf({ named }: ProgramFacts, part: ProgramPart, id: Id | null): StackNode {
  const common: Omit<Leaf, 'credentialId' | 'match'> = {
    title: part.title,
    ...(part.role === 'course' ? {} : { role: part.role }),
    ...(named?.verifiedTrack === true && part.role === 'course' ? { verified: true } : {}),
    ...(named?.minGrade ? { minGrade: named.minGrade } : {}),
    ...(part.estimate === null ? {} : { estimate: part.estimate }),
  };
  if (id !== null) return { credentialId: id, ...common };
  if (part.choices.length > 0)
    return {
      rule: 'any',
      title: part.title,
      children: part.choices.map((title) => leafFor({ abbreviation: title }, { ...common, title })),
    };
  return leafFor(
    part.match ?? (part.policyId ? { policy: part.policyId } : { title: part.title }),
    common,
  );
}

const leafFor = (match: Match, common: Omit<Leaf, 'credentialId' | 'match'>): Leaf => ({
  match,
  ...common,
});
