import { z } from 'zod';
import { policyCatalogSchema, type Policy, type PolicyCatalog } from '#shared/domain/policy.ts';
import {
  pathwaySchema,
  programTypeSchema,
  type Pathway,
  type ProgramType,
} from '#shared/domain/program.ts';
import { namedProgramSchema, type NamedProgram } from '#shared/domain/namedProgram.ts';
import pathwaysFile from './pathways.json' with { type: 'json' };
import policiesFile from './policies.json' with { type: 'json' };
import programsFile from './programs.json' with { type: 'json' };
import programTypesFile from './programTypes.json' with { type: 'json' };

/** The policies that ship, with the words that explain them (domain.md section 3). Parsed once. */
export const policyCatalog: () => PolicyCatalog = once(() =>
  policyCatalogSchema.parse(policiesFile),
);

/** Sorts of program as platforms sell them. Parsed once. */
export const programTypes: () => readonly ProgramType[] = once(() =>
  z.array(programTypeSchema).parse(programTypesFile),
);

/** What sets of credentials lead to. Parsed once. */
export const pathways: () => readonly Pathway[] = once(() =>
  z.array(pathwaySchema).parse(pathwaysFile),
);

/** Programs that are offered under their own names. Parsed once. */
export const namedPrograms: () => readonly NamedProgram[] = once(() =>
  z.array(namedProgramSchema).parse(programsFile),
);

/** A shipped policy by its id; undefined where there is none. */
export function findPolicy(id: string): Policy | undefined {
  return policiesById().get(id);
}

const policiesById = once(() => new Map(policyCatalog().policies.map((item) => [item.id, item])));

/** Parsing takes some milliseconds: only who asks pays, and only once. */
function once<T>(make: () => T): () => T {
  let made: Readonly<{ value: T }> | undefined;
  return () => (made ??= { value: make() }).value;
}
