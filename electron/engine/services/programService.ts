import { namedPrograms, pathways, programTypes } from '#shared/catalog/catalog.ts';
import { AppError } from '#shared/appError.ts';
import type { Id } from '#shared/domain/credential.ts';
import type { Policy } from '#shared/domain/policy.ts';
import {
  hoursOf,
  partsOf,
  type ProgramFacts,
  type ProgramPart,
} from '#shared/domain/programParts.ts';
import {
  isProgramUnconfirmed,
  partCredential,
  programCredential,
  programKind,
  programName,
  programStack,
  programStackKind,
  programVerified,
  programWarnings,
} from '#shared/domain/programStack.ts';
import { compareLasting, type StackIndex } from '#shared/domain/stackMatch.ts';
import type { Match, StackNode } from '#shared/domain/stackTree.ts';
import { textKey } from '#shared/domain/textKey.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { WritableDb, Writer } from '../changes.ts';
import type { CredentialService } from './credentialService.ts';
import type { PolicyService } from './policyService.ts';
import type { StackService } from './stackService.ts';
import type { StackWorldService } from './stackWorld.ts';

type Parts = Readonly<{
  writer: Writer;
  credentialService: CredentialService;
  policies: PolicyService;
  stackService: StackService;
  worlds: StackWorldService;
}>;
type Summary = ProcedureOutput<'programs.list'>[number];
type Start = ParsedInput<'stacks.fromCatalogue'>;

export type ProgramService = ReturnType<typeof createProgramService>;

/** The catalogue of programs, and stacks that begin from it (features.md B3, C1). */
export function createProgramService(parts: Parts) {
  const { writer, credentialService, policies, stackService, worlds } = parts;

  /** @throws AppError not_found */
  const find = (id: string): ProgramFacts => {
    const facts = allPrograms().find((item) => item.id === id);
    if (facts) return facts;
    throw new AppError(
      'not_found',
      `There is no program "${id}". "laurel stack catalogue" names them.`,
      { path: 'programId' },
    );
  };

  /** Parts whose policy is not theirs alone are found by their title instead. */
  const partsFor = (facts: ProgramFacts, courses: readonly string[] = []): ProgramPart[] =>
    partsOf(facts, courses).map((part) => {
      const policy = part.policyId === null ? undefined : policies.find(part.policyId)?.policy;
      return policy && isOwn(part.title, policy) ? part : { ...part, policyId: null };
    });

  /**
   * Puts a program's stack within a command, with a planned credential for each part that nothing in
   * the record fits.
   */
  const start = (
    tx: WritableDb,
    input: Start,
  ): Readonly<{ id: Id; added: number; reused: number }> => {
    const facts = find(input.programId);
    const own = partsFor(facts, input.courses);
    const { index } = worlds.load(input.asOf, lookupTree(own));
    let [added, reused] = [0, 0];
    const used = new Set<Id>();
    const ids = own.map((part): Id | null => {
      if (!input.plan || part.choices.length > 0) return null;
      const known = part.named ? heldFor(part, index, used) : null;
      if (known) reused += 1;
      else added += 1;
      const id = known ?? credentialService.insert(tx, partCredential(facts, part));
      used.add(id);
      return id;
    });
    const draft = programStack(facts, own, ids, input.title ?? programName(facts));
    return { id: stackService.insert(tx, { ...draft, target: input.target }), added, reused };
  };

  return {
    start,

    list: (query: string): Summary[] => {
      const words = textKey(query).split(' ').filter(Boolean);
      return allPrograms()
        .map((facts) => summaryOf(facts, partsFor(facts)))
        .filter((item) => {
          const text = textKey([item.name, item.issuer, item.platform, item.id].join(' '));
          return query.trim() === '' || words.every((word) => text.includes(word));
        });
    },

    get: (id: string): ProcedureOutput<'programs.get'> => {
      const facts = find(id);
      const own = partsFor(facts);
      const name = programName(facts);
      const draft = programStack(facts, own, [], name);
      return {
        ...summaryOf(facts, own),
        credential: programCredential(facts),
        parts: own.map(({ title, named, role, estimate }) => ({ title, named, role, estimate })),
        file: { ...draft },
        type: facts.type,
        pathway: facts.pathway,
        warnings: programWarnings(facts),
      };
    },

    fromCatalogue: (input: Start): ProcedureOutput<'stacks.fromCatalogue'> => {
      const title = input.title ?? programName(find(input.programId));
      const { id, added, reused } = writer.run(`Added stack ${title}`, (tx) => start(tx, input));
      return { ...stackService.get(id, input.asOf), added, reused };
    },
  };
}

/** Every entry of the three lists, with what the others add to it. */
function allPrograms(): ProgramFacts[] {
  const types = new Map(programTypes().map((type) => [type.id, type]));
  const paths = new Map(pathways().map((pathway) => [pathway.id, pathway]));
  return [
    ...namedPrograms().map((named): ProgramFacts => ({
      id: named.id,
      origin: 'program',
      named,
      type: (named.typeId === null ? undefined : types.get(named.typeId)) ?? null,
      pathway: (named.pathwayId === null ? undefined : paths.get(named.pathwayId)) ?? null,
    })),
    ...pathways().map((pathway): ProgramFacts => {
      const isOne = pathway.kind === 'university-credit' || pathway.kind === 'informal-stack';
      const named = isOne
        ? namedPrograms().find(({ pathwayId }) => pathwayId === pathway.id)
        : undefined;
      return {
        id: pathway.id,
        origin: 'pathway',
        named: named ?? null,
        type: (named?.typeId ? types.get(named.typeId) : undefined) ?? null,
        pathway,
      };
    }),
    ...programTypes().map((type): ProgramFacts => ({
      id: type.id,
      origin: 'type',
      named: null,
      type,
      pathway: null,
    })),
  ];
}

function summaryOf(facts: ProgramFacts, own: readonly ProgramPart[]): Summary {
  const { named, type } = facts;
  const hours = hoursOf(named, type);
  const months = type?.months ?? null;
  return {
    id: facts.id,
    name: facts.origin === 'pathway' ? (facts.pathway?.name ?? '') : programName(facts),
    origin: facts.origin,
    kind: programKind(facts),
    stackKind: programStackKind(facts),
    issuer: named?.issuer ?? null,
    platform: named ? named.platform : (type?.platform ?? null),
    courses: own.every((part) => part.named) || named?.courses ? own.length : null,
    hours: hours === null ? null : [hours.min, hours.max],
    months: months === null ? null : [months.min, months.max],
    costLow: type?.cost.low ?? null,
    costHigh: type?.cost.high ?? null,
    costModel: type?.cost.model ?? null,
    verified: programVerified(facts),
    unconfirmed: isProgramUnconfirmed(facts),
  };
}

/** Whether a policy is of the credential that a part names, and not of a whole family. */
function isOwn(title: string, { abbreviation }: Policy): boolean {
  return abbreviation !== null && `${textKey(title)} `.startsWith(`${textKey(abbreviation)} `);
}

/** Rules that would find a part in the record, the most telling first. */
function lookups({ title, match, policyId }: ProgramPart): Match[] {
  return [
    ...(match === null ? [] : [match]),
    ...(policyId === null ? [] : [{ policy: policyId }]),
    { title },
    { abbreviation: title.slice(0, 60) },
  ];
}

const lookupTree = (parts: readonly ProgramPart[]): StackNode => ({
  rule: 'any',
  children: parts.flatMap((part) => lookups(part).map((match) => ({ match }))),
});

/** A credential of the record that the part means; each serves one part. */
function heldFor(part: ProgramPart, index: StackIndex, used: ReadonlySet<Id>): Id | null {
  for (const match of lookups(part)) {
    const [best] = index
      .find(match)
      .filter(({ id }) => !used.has(id))
      .toSorted(compareLasting);
    if (best) return best.id;
  }
  return null;
}
