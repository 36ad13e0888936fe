import { AppError } from '#shared/appError.ts';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import {
  factsInText,
  keepFacts,
  liesOf,
  type FactLie,
  type NowFacts,
} from '#shared/domain/sentCopy.ts';
import type { SentFact } from '#shared/domain/sentFact.ts';
import { asRead, putRight } from '#shared/domain/sentText.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { SentCopy } from '#shared/procedures/copies.ts';
import type { WritableDb, Writer } from '../changes.ts';
import type {
  KeptRecipe,
  SentCopyRepository,
  StoredCopy,
} from '../repositories/sentCopyRepository.ts';
import type { Outgoing } from './outgoing.ts';
import { canonicalLocale } from './outputLocale.ts';
import type { PostnominalService } from './postnominalService.ts';

/** Calls a procedure by its name, as a port does. */
export type Caller = (name: string, input: unknown) => Promise<unknown>;

type Parts = Readonly<{
  writer: Writer;
  copies: SentCopyRepository;
  outgoing: Outgoing;
  postnominals: PostnominalService;
  call: Caller;
}>;
type Stale = ProcedureOutput<'copies.stale'>['items'][number];
type Recorded = ParsedInput<'copies.record'>;

/** Calls that make a text and change nothing: only they are made again. */
const MAKERS: ReadonlySet<string> = new Set([
  'sharing.post',
  'sharing.headline',
  'sharing.signature',
  'sharing.story',
  'sharing.rehearsal',
  'sharing.raise',
  'sharing.portfolio',
  'exports.resume',
  'exports.csv',
]);

const EVERY_COPY = 1_000_000;

export type CopyService = ReturnType<typeof createCopyService>;

/** The ledger of what left the app, and which of it has become untrue (features.md H12). */
export function createCopyService({ writer, copies, outgoing, postnominals, call }: Parts) {
  const nowOn = (asOf: PlainDate): ((id: Id) => NowFacts) => {
    const known = new Map<Id, NowFacts>();
    return (id) => {
      const found = known.get(id);
      if (found !== undefined) return found;
      const credential = outgoing.find(id, asOf);
      const now: NowFacts = {
        credential,
        letters: credential === null ? null : postnominals.lettersOf(credential),
      };
      known.set(id, now);
      return now;
    };
  };

  /** The text of a call that makes one; null when there is none, or it cannot be made today. */
  const makeAgain = async (
    { procedure, input }: Pick<KeptRecipe, 'procedure' | 'input'>,
    asOf: PlainDate,
  ): Promise<string | null> => {
    if (!MAKERS.has(procedure)) return null;
    try {
      const given: unknown = JSON.parse(input);
      const made = await call(procedure, { ...(typeof given === 'object' ? given : {}), asOf });
      return typeof made === 'object' &&
        made !== null &&
        'text' in made &&
        typeof made.text === 'string'
        ? made.text
        : null;
    } catch (error) {
      // What can no longer be said (a post on something expired, say) is refused, and goes.
      if (error instanceof AppError || error instanceof SyntaxError) return null;
      throw error;
    }
  };

  const stale = async (stored: StoredCopy, lies: FactLie[], asOf: PlainDate): Promise<Stale> => {
    const { copy, facts, recipe } = stored;
    const again = recipe?.faithful === true ? await makeAgain(recipe, asOf) : null;
    const text = copy.text;
    const corrected = again ?? (text === null ? null : putRight(text, copy.format, facts, lies));
    return {
      copy,
      lies,
      corrected,
      correctedBy: again !== null ? 'made-again' : corrected === null ? null : 'replaced',
    };
  };

  const withLies = (asOf: PlainDate, removed: boolean, limit: number) => {
    const nowOf = nowOn(asOf);
    return copies.list(removed, limit).map((stored) => ({
      stored,
      lies:
        stored.copy.state === 'removed'
          ? []
          : liesOf(stored.facts, nowOf, { asOf, locale: stored.copy.locale }),
    }));
  };

  /** @throws AppError not_found */
  const find = (id: Id): StoredCopy => {
    const found = copies.find(id);
    if (found === undefined) throw new AppError('not_found', `There is no copy ${id}.`);
    return found;
  };

  return {
    /** Remembers a copy. @throws AppError invalid_input for facts of a credential that is not there */
    record: async (input: Recorded): Promise<SentCopy> => {
      const locale = canonicalLocale(input.locale);
      const nowOf = nowOn(input.asOf);
      const read = asRead(input.text ?? '', input.format);
      const named = new Set(input.facts.map(({ credentialId }) => credentialId));
      const facts: SentFact[] = [
        ...input.facts,
        ...input.ids
          .filter((id) => !named.has(id))
          .flatMap((id) => factsInText(read, nowOf(id), locale)),
      ];
      const unknown = facts.find(({ credentialId }) => nowOf(credentialId).credential === null);
      if (unknown !== undefined)
        throw new AppError(
          'not_found',
          `There is no credential ${unknown.credentialId} outside the trash.`,
          {
            path: 'facts',
          },
        );
      const recipe: KeptRecipe | null =
        input.recipe === null || !MAKERS.has(input.recipe.procedure)
          ? null
          : {
              ...input.recipe,
              faithful:
                input.text !== null && (await makeAgain(input.recipe, input.asOf)) === input.text,
            };
      const remember = (tx: WritableDb): Id => {
        const made = idSchema.parse(tx.newId());
        tx.put('sent_copy', {
          id: made,
          output: input.output,
          format: input.format,
          place: input.place,
          how: input.how,
          file: input.file,
          locale,
          body: input.text,
          facts: JSON.stringify(keepFacts(facts, nowOf)),
          recipe: recipe === null ? null : JSON.stringify(recipe),
          state: 'out',
          as_of: input.asOf,
          sent_at: tx.at,
          updated_at: tx.at,
        });
        return made;
      };
      // Not a change to take back: undo after copying means what was done before, and redo stays.
      const id = writer.run(`Remembered what went to ${input.place}`, remember, {
        undoable: false,
      });
      return find(id).copy;
    },

    list: ({
      asOf,
      removed,
      limit,
    }: ParsedInput<'copies.list'>): ProcedureOutput<'copies.list'> => ({
      items: withLies(asOf, removed, limit).map(({ stored, lies }) => ({
        ...stored.copy,
        lies: lies.length,
      })),
    }),

    stale: async (asOf: PlainDate): Promise<Stale[]> =>
      Promise.all(
        withLies(asOf, false, EVERY_COPY)
          .filter(({ lies }) => lies.length > 0)
          .map(({ stored, lies }) => stale(stored, lies, asOf)),
      ),

    staleCount: (asOf: PlainDate): ProcedureOutput<'copies.staleCount'> => {
      const untrue = withLies(asOf, false, EVERY_COPY).filter(({ lies }) => lies.length > 0);
      return {
        copies: untrue.length,
        facts: untrue.reduce((sum, { lies }) => sum + lies.length, 0),
      };
    },

    /** @throws AppError not_found */
    mark: async ({ id, as, asOf }: ParsedInput<'copies.mark'>): Promise<SentCopy> => {
      const stored = find(id);
      const nowOf = nowOn(asOf);
      const lies = liesOf(stored.facts, nowOf, { asOf, locale: stored.copy.locale });
      const { corrected } = await stale(stored, lies, asOf);
      writer.run(`Marked the copy in ${stored.copy.place} as ${words[as]}`, (tx) => {
        const row = tx.get('sent_copy', id) ?? {};
        const resolved =
          as === 'resolved'
            ? {
                body: corrected,
                facts: JSON.stringify(keepFacts(nowTrue(stored, lies), nowOf)),
                as_of: asOf,
              }
            : {};
        tx.put('sent_copy', {
          ...row,
          ...resolved,
          state: as === 'removed' ? 'removed' : 'out',
          updated_at: tx.at,
        });
      });
      return find(id).copy;
    },
  };
}

const words = { resolved: 'put right', removed: 'taken out', out: 'out again' } as const;

/** The facts that the corrected text states: what is no longer held has left it. */
function nowTrue({ facts }: StoredCopy, lies: readonly FactLie[]): SentFact[] {
  const gone = new Set(
    lies
      .filter(({ fact, now }) => fact === 'held' && now === null)
      .map(({ credentialId }) => credentialId),
  );
  return facts
    .filter(({ credentialId }) => !gone.has(credentialId))
    .flatMap(({ credentialId, fact, value }) => {
      const lie = lies.find(
        (each) => each.credentialId === credentialId && each.fact === fact && each.shown === value,
      );
      if (lie === undefined) return [{ credentialId, fact, value }];
      return lie.now === null ? [] : [{ credentialId, fact, value: lie.now }];
    });
}
