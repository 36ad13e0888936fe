import { AppError } from '#shared/appError.ts';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import type { OfferFields } from '#shared/domain/creditOffer.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { StackSubject } from '#shared/domain/reminderSubject.ts';
import { toStackFile } from '#shared/domain/stackFile.ts';
import { compareLasting } from '#shared/domain/stackMatch.ts';
import { prerequisitesOf } from '#shared/domain/stackOrder.ts';
import { leavesOf } from '#shared/domain/stackResult.ts';
import type { Reported } from '#shared/domain/stackReport.ts';
import { matchSchema, parseStackFile, type StackDraft } from '#shared/domain/stackTree.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { WritableDb, Writer } from '../changes.ts';
import type { CreditRepository } from '../repositories/creditRepository.ts';
import type { StackRepository, StoredStack } from '../repositories/stackRepository.ts';
import type { CreditService } from './creditService.ts';
import { lanesOf, summaryOf } from './stackRows.ts';
import { namedIds, type StackWorld, type StackWorldService } from './stackWorld.ts';

type Parts = Readonly<{
  writer: Writer;
  stacks: StackRepository;
  credits: CreditRepository;
  creditService: CreditService;
  worlds: StackWorldService;
}>;
type View = ProcedureOutput<'stacks.get'>;

export type StackService = ReturnType<typeof createStackService>;

/** Stacks: kept, changed, and reported for any day (domain.md section 4). */
export function createStackService({ writer, stacks, credits, creditService, worlds }: Parts) {
  /** @throws AppError not_found */
  const find = (id: Id): StoredStack => {
    const stored = stacks.find(id);
    if (!stored) throw new AppError('not_found', `There is no stack ${id}.`);
    return stored;
  };

  const viewOf = (world: StackWorld, stored: StoredStack, weeklyHours: number | null): View => {
    const { view, report } = world.report(stored, weeklyHours);
    const { title, kind, target, grants, options } = stored.draft;
    return {
      id: stored.id,
      title,
      kind,
      target,
      grants,
      options,
      root: view(),
      report,
      offers: creditService.linesOf(world).filter(({ stackId }) => stackId === stored.id),
      createdAt: stored.createdAt,
      updatedAt: stored.updatedAt,
    };
  };

  const get = (id: Id, asOf: PlainDate, weeklyHours: number | null = null): View =>
    viewOf(worlds.load(asOf), find(id), weeklyHours);

  /**
   * Reads a stack file and proves what its parts say of one another.
   * @param own the stack that the file is of, where there is one
   */
  const read = (raw: unknown, own: Id | null): StackDraft => {
    const draft = parseStackFile(raw);
    prerequisitesOf(draft.root);
    for (const { stackId } of draft.options.doubleCount ?? []) {
      if (stackId === own)
        throw new AppError('invalid_input', 'A stack has no rule for counting twice with itself.', {
          path: 'options.doubleCount',
        });
      const other = stacks.find(stackId)?.draft;
      if (own !== null && other?.options.doubleCount?.some((rule) => rule.stackId === own))
        throw new AppError(
          'conflict',
          `"${other.title}" has a rule for counting twice with this stack already. Change it there.`,
          { path: 'options.doubleCount' },
        );
    }
    return draft;
  };

  /** Puts a stack, and its offer of credit into the ledger where it has none there yet. */
  const put = (tx: WritableDb, id: Id, draft: StackDraft): void => {
    const ids = [...namedIds(draft.root)];
    const before = stacks.find(id)?.names;
    const titles = stacks.credentialTitles(ids);
    const names = ids.flatMap((named): Array<[string, string]> => {
      const title = titles.get(named) ?? before?.get(named);
      return title === undefined ? [] : [[named, title]];
    });
    stacks.put(tx, id, draft, new Map(names));
    const offer = offerOf(id, draft);
    const isKnown = credits.offers().some(({ fields }) => fields.stackId === id);
    if (offer && !isKnown) credits.putOffer(tx, tx.newId(), offer);
  };

  /** Puts a new stack within a command. @returns its id */
  const insert = (tx: WritableDb, draft: StackDraft): Id => {
    const id = idSchema.parse(tx.newId());
    put(tx, id, draft);
    return id;
  };

  return {
    find,
    get,
    insert,
    read,

    create: ({ file, asOf }: ParsedInput<'stacks.create'>): View => {
      const draft = read(file, null);
      return get(
        writer.run(`Added stack ${draft.title}`, (tx) => insert(tx, draft)),
        asOf,
      );
    },

    update: ({ id, file, asOf }: ParsedInput<'stacks.update'>): View => {
      find(id);
      const draft = read(file, id);
      writer.run(`Changed stack ${draft.title}`, (tx) => put(tx, id, draft));
      return get(id, asOf);
    },

    /** Offers go along; credit that was accepted is a fact and stays, with the courses of that day. */
    remove: (ids: readonly Id[], asOf: PlainDate): number => {
      const chosen = [...new Set(ids)].map(find);
      const [only] = chosen;
      const label =
        chosen.length === 1 && only
          ? `Removed stack ${only.draft.title}`
          : `Removed ${chosen.length} stacks`;
      const world = worlds.load(asOf);
      const accepted = new Set(credits.acceptances().map(({ offerId }) => offerId));
      writer.run(label, (tx) => {
        for (const stored of chosen) {
          for (const { id, fields } of credits.offers()) {
            if (fields.stackId !== stored.id) continue;
            if (accepted.has(id)) {
              const courses = leavesOf(world.report(stored).result).flatMap(
                ({ complete, credential }) => (complete && credential ? [credential.id] : []),
              );
              const credentialIds = [...new Set([...fields.credentialIds, ...courses])];
              credits.putOffer(tx, id, { ...fields, stackId: null, credentialIds });
            } else tx.remove('credit_offer', id);
          }
          tx.remove('stack', stored.id);
        }
      });
      return chosen.length;
    },

    list: ({ asOf, weeklyHours }: ParsedInput<'stacks.list'>): ProcedureOutput<'stacks.list'> => {
      const world = worlds.load(asOf);
      const lines = Map.groupBy(creditService.linesOf(world), ({ stackId }) => stackId);
      const items = world.stacks.map((stored) =>
        summaryOf(stored, world.report(stored, weeklyHours), lines.get(stored.id) ?? []),
      );
      return { asOf, items };
    },

    file: (id: Id, asOf: PlainDate): Record<string, unknown> => {
      const stored = find(id);
      return toStackFile(stored.id, stored.draft, worlds.load(asOf).report(stored));
    },

    preview: ({
      file,
      asOf,
      weeklyHours,
    }: ParsedInput<'stacks.preview'>): ProcedureOutput<'stacks.preview'> => {
      const draft = read(file, null);
      const { view, report } = worlds.load(asOf, draft.root).reportDraft(draft, weeklyHours);
      return { root: view(), report };
    },

    match: ({
      match,
      asOf,
      limit,
    }: ParsedInput<'stacks.match'>): ProcedureOutput<'stacks.match'> => {
      const rule = matchSchema.safeParse(match);
      if (!rule.success)
        throw new AppError('invalid_input', rule.error.issues[0]?.message ?? 'That is no rule.', {
          path: 'match',
        });
      const { index } = worlds.load(asOf, { match: rule.data });
      return index
        .find(rule.data)
        .toSorted(compareLasting)
        .slice(0, limit)
        .map((credential) => ({
          credentialId: credential.id,
          title: credential.title,
          status: index.statusOf(credential).status,
        }));
    },

    /**
     * The stack that a person names: full id, unique prefix of it (6 or more characters), or title.
     * @throws AppError not_found, ambiguous
     */
    resolve: (ref: string): Id => {
      const text = ref.trim();
      const byPrefix = /^[0-9a-f-]{6,36}$/i.test(text)
        ? stacks.idsByPrefix(text.toLowerCase())
        : [];
      const ids = byPrefix.length > 0 ? byPrefix : stacks.idsByTitle(text);
      const [id, other] = ids;
      if (id === undefined) throw new AppError('not_found', `No stack is called "${ref}".`);
      if (other !== undefined)
        throw new AppError('ambiguous', `More than one stack is called "${ref}". Give its id.`, {
          details: ids,
        });
      return id;
    },

    ofCredential: (credentialId: Id, asOf: PlainDate): ProcedureOutput<'stacks.ofCredential'> => {
      const world = worlds.load(asOf);
      return world.stacks.flatMap((stored) =>
        leavesOf(world.report(stored).result)
          .filter(({ credential }) => credential?.id === credentialId)
          .map(({ path, complete, progress }) => ({
            stackId: stored.id,
            title: stored.draft.title,
            path,
            counts: complete,
            progress,
          })),
      );
    },

    /** Credentials that a stack's leaves found, in the tree's order; for outputs limited to a stack. */
    credentialIdsOf: (id: Id, asOf: PlainDate): Id[] => {
      const { result } = worlds.load(asOf).report(find(id));
      return [...new Set(leavesOf(result).flatMap(({ credential }) => credential?.id ?? []))];
    },

    lanes: (asOf: PlainDate): ProcedureOutput<'stacks.lanes'> => {
      const world = worlds.load(asOf);
      return world.stacks.map((stored) => lanesOf(stored, world.report(stored), world.index));
    },

    /** Every stack with its report; for budgets and plans. */
    reports: (asOf: PlainDate): ReadonlyArray<Readonly<{ stored: StoredStack }> & Reported> => {
      const world = worlds.load(asOf);
      return world.stacks.map((stored) => ({ stored, ...world.report(stored) }));
    },

    /** What reminders are about: earned parts without which a stack would fall back. */
    riskSubjects: (asOf: PlainDate): StackSubject[] => {
      const world = worlds.load(asOf);
      return world.stacks.flatMap((stored) => {
        const { report } = world.report(stored);
        return report.atRisk
          .filter(({ breaks }) => breaks)
          .map(({ credentialId, title, expires }): StackSubject => ({
            subjectId: stored.id,
            title: stored.draft.title,
            knownSince: asOf,
            kind: 'stack-at-risk',
            credentialId,
            credentialTitle: title,
            expires,
            neededUntil: report.neededUntil ?? asOf,
          }));
      });
    },
  };
}

/** The offer of credit that a stack's grants state; null where they name no degree. */
function offerOf(id: Id, { title, grants }: StackDraft): OfferFields | null {
  if (grants?.institution === undefined || grants.degree === undefined) return null;
  return {
    title,
    institution: grants.institution,
    degree: grants.degree,
    credits: grants.credits ?? null,
    of: grants.of ?? null,
    system: grants.system ?? 'usCredits',
    stackId: id,
    credentialIds: [],
    admissionRequired: true,
    admittedOn: null,
    minGrade: null,
    deadline: null,
    countsOnce: true,
    conditions: grants.conditions ?? [],
    source: grants.source ?? null,
    asOf: grants.asOf ?? null,
    verified: grants.verified ?? null,
    note: [grants.award, grants.note].filter(Boolean).join(' '),
  };
}
