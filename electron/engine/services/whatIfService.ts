import type { Settings } from '#shared/domain/settings.ts';
import { compareMoves, whatIf, type WhatIfOffer } from '#shared/domain/stackWhatIf.ts';
import { isValid } from '#shared/domain/status.ts';
import { textKey } from '#shared/domain/textKey.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { StackCredentialQueries } from '../repositories/stackCredentials.ts';
import type { CreditService } from './creditService.ts';
import type { StackWorld, StackWorldService } from './stackWorld.ts';

type Parts = Readonly<{
  worlds: StackWorldService;
  creditService: CreditService;
  queries: StackCredentialQueries;
  settings: () => Settings;
}>;

export type WhatIfService = ReturnType<typeof createWhatIfService>;

/** "What if I finished this next": what it moves in stacks, credits and wanted skills (C4). */
export function createWhatIfService({ worlds, creditService, queries, settings }: Parts) {
  return {
    moves: ({
      asOf,
      stackId,
      skills,
      sort,
      limit,
    }: ParsedInput<'stacks.whatIf'>): ProcedureOutput<'stacks.whatIf'> => {
      const world = worlds.load(asOf);
      const { leadDays } = settings();
      const held =
        skills.length === 0
          ? []
          : queries
              .skilled(leadDays, asOf)
              .filter((credential) => isValid(world.index.statusOf(credential).status));
      const stacks = world.stacks
        .filter(({ id }) => stackId === null || id === stackId)
        .map((stored) => {
          const { result, blockedBy } = world.report(stored);
          const { id, draft, names } = stored;
          const surroundings = world.surroundingsOf(stored);
          return { id, title: draft.title, draft, result, surroundings, names, blockedBy };
        });
      return whatIf({
        stacks,
        offers: offersOf(world, creditService),
        wanted: skills,
        heldSkills: new Set(held.flatMap((credential) => credential.skills.map(textKey))),
        others: skills.length === 0 || stackId !== null ? [] : queries.open(leadDays, asOf),
      })
        .toSorted(compareMoves(sort))
        .slice(0, limit)
        .map((move) => ({
          ...move,
          stacks: [...move.stacks],
          credits: move.credits.map(({ id, title, credits, system }) => ({
            offerId: id,
            title,
            credits,
            system,
          })),
          closes: [...move.closes],
          blockedBy: [...move.blockedBy],
        }));
    },
  };
}

/** Offers that are not complete, with what of them is missing. */
function offersOf(world: StackWorld, creditService: CreditService): WhatIfOffer[] {
  return creditService.casesIn(world).flatMap(({ id, fields, complete, courses }) => {
    if (complete || fields.credits === null) return [];
    const stored = world.stacks.find((stack) => stack.id === fields.stackId);
    const open = new Set(courses.flatMap((course) => (course.complete ? [] : [course.key])));
    const missing = [
      ...(stored && !world.report(stored).result.complete ? [stored.id] : []),
      ...fields.credentialIds.filter((named) => open.has(named)),
    ];
    const { title, credits, of, system } = fields;
    return [{ id, title, credits, of, system, missing }];
  });
}
