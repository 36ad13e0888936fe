import type { EngineParts } from '../parts.ts';
import type { Handlers } from './bind.ts';

type Names = Extract<
  keyof typeof import('#shared/procedures.ts').procedures,
  `stacks.${string}` | `programs.${string}` | `credits.${string}`
>;

/** Routes of stacks, of the catalogue that they begin from, and of credit towards a degree. */
export function stackRoutes(parts: EngineParts): Handlers<Names> {
  const { stackService: stacks, creditService: credits, programs, whatIfs, today } = parts;

  return {
    'stacks.list': stacks.list,
    'stacks.get': ({ id, asOf, weeklyHours }) => stacks.get(id, asOf, weeklyHours),
    'stacks.file': ({ id, asOf }) => stacks.file(id, asOf),
    'stacks.resolve': ({ ref }) => ({ id: stacks.resolve(ref) }),
    'stacks.create': stacks.create,
    'stacks.update': stacks.update,
    'stacks.remove': ({ ids }) => ({ removed: stacks.remove(ids, today()) }),
    'stacks.preview': stacks.preview,
    'stacks.match': stacks.match,
    'stacks.ofCredential': ({ credentialId, asOf }) => stacks.ofCredential(credentialId, asOf),
    'stacks.lanes': ({ asOf }) => stacks.lanes(asOf),
    'stacks.whatIf': whatIfs.moves,
    'programs.list': ({ query }) => programs.list(query),
    'programs.get': ({ id }) => programs.get(id),
    'stacks.fromCatalogue': programs.fromCatalogue,
    'credits.ledger': ({ asOf }) => credits.ledger(asOf),
    'credits.putOffer': credits.putOffer,
    'credits.removeOffer': ({ id }) => ({ removed: credits.removeOffer(id) }),
    'credits.admit': credits.admit,
    'credits.accept': credits.accept,
    'credits.removeAcceptance': ({ id }) => ({ removed: credits.removeAcceptance(id) }),
    'credits.path': credits.path,
  };
}
