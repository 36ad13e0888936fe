import type { Id } from '#shared/domain/credential.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Settings } from '#shared/domain/settings.ts';
import { createStackIndex, wantedKeys, type StackIndex } from '#shared/domain/stackMatch.ts';
import { evaluate, type Surroundings } from '#shared/domain/stackProgress.ts';
import { leavesOf, type NodeResult } from '#shared/domain/stackResult.ts';
import { reportStack, type Reported } from '#shared/domain/stackReport.ts';
import { isGroup, type StackDraft, type StackNode } from '#shared/domain/stackTree.ts';
import type { StackReport } from '#shared/domain/stackView.ts';
import { issuerKey } from '#shared/domain/textKey.ts';
import type { CreditRepository } from '../repositories/creditRepository.ts';
import type { StackCredentialQueries, Wanted } from '../repositories/stackCredentials.ts';
import type { StackRepository, StoredStack } from '../repositories/stackRepository.ts';
import type { WordRepository } from '../repositories/wordRepository.ts';

type Parts = Readonly<{
  stacks: StackRepository;
  credits: CreditRepository;
  queries: StackCredentialQueries;
  words: WordRepository;
  settings: () => Settings;
}>;

/** A stack with how far it is, every credential counting wherever it is named. */
type RawStack = Readonly<{ stored: StoredStack; raw: NodeResult; counts: ReadonlySet<Id> }>;

export type StackWorld = Readonly<{
  asOf: PlainDate;
  index: StackIndex;
  stacks: readonly StoredStack[];
  /** @param weeklyHours another pace than the stack's or the setting's; null: theirs */
  report: (stored: StoredStack, weeklyHours?: number | null) => Reported;
  /** The same for a stack that is not stored. */
  reportDraft: (draft: StackDraft, weeklyHours?: number | null) => Reported;
  surroundingsOf: (stored: StoredStack) => Surroundings;
}>;

export type StackWorldService = ReturnType<typeof createStackWorldService>;

/** Stacks and the credentials that they may find, read once and judged for one day. */
export function createStackWorldService({ stacks, credits, queries, words, settings }: Parts) {
  /** Every name of an issuer leads to its record; one that has none finds nothing. */
  const issuerKeys = () => {
    const known = new Map<string, string>();
    return (name: string): string => {
      const key = known.get(name) ?? words.findIssuer(name) ?? `no issuer ${issuerKey(name)}`;
      known.set(name, key);
      return key;
    };
  };

  /** @param extra a tree that is not stored, to be judged among the others */
  const load = (asOf: PlainDate, extra: StackNode | null = null): StackWorld => {
    const stored = stacks.all();
    const { leadDays, weeklyHours: setting } = settings();
    const keyOf = issuerKeys();
    const wanted = emptyWanted();
    for (const { draft } of stored) collect(draft.root, wanted, keyOf);
    if (extra !== null) collect(extra, wanted, keyOf);
    for (const { fields } of credits.offers())
      for (const id of fields.credentialIds) wanted.ids.add(id);
    const index = createStackIndex(queries.wanted(wanted, leadDays, asOf), asOf, keyOf);
    const raws = stored.map((item): RawStack => {
      const raw = evaluate(item.draft.root, { index });
      return { stored: item, raw, counts: countedIds(raw) };
    });
    const places = placesOf(raws);
    const rawOf = new Map(raws.map((raw) => [raw.stored.id, raw]));
    const reports = new Map<string, Reported>();
    const titles = new Map(stored.map(({ id, draft }) => [id, draft.title]));

    const sharedOf = (id: Id | null, options: StackDraft['options'], raw: NodeResult) => {
      const own = [...countedIds(raw)];
      const rules = new Map(options.doubleCount?.map((rule) => [rule.stackId, rule.atMost]));
      const others = new Map<Id, Id[]>();
      for (const credentialId of own) {
        for (const other of places.get(credentialId) ?? []) {
          if (other !== id) others.set(other, [...(others.get(other) ?? []), credentialId]);
        }
      }
      return [...others].map(([stackId, credentialIds]): StackReport['shared'][number] => {
        const atMost = rules.get(stackId) ?? null;
        return {
          stackId,
          title: titles.get(stackId) ?? '',
          credentialIds,
          atMost,
          notCounted: atMost === null ? [] : credentialIds.slice(atMost),
        };
      });
    };

    const reportOf = (
      draft: StackDraft,
      raw: NodeResult,
      id: Id | null,
      names: ReadonlyMap<string, string>,
      weeklyHours: number | null,
    ): Reported => {
      const shared = sharedOf(id, draft.options, raw);
      const excluded = excludedBy(shared);
      return reportStack({
        draft,
        asOf,
        surroundings: { index, excluded },
        ...(excluded.size === 0 ? { result: raw } : {}),
        weeklyHours: weeklyHours ?? draft.options.weeklyHours ?? setting,
        names,
        shared,
      });
    };

    return {
      asOf,
      index,
      stacks: stored,
      report: (item, weeklyHours = null) => {
        const key = `${item.id} ${weeklyHours}`;
        const known = reports.get(key);
        if (known) return known;
        const raw = rawOf.get(item.id)?.raw ?? evaluate(item.draft.root, { index });
        const made = reportOf(item.draft, raw, item.id, item.names, weeklyHours);
        reports.set(key, made);
        return made;
      },
      reportDraft: (draft, weeklyHours = null) =>
        reportOf(
          draft,
          evaluate(draft.root, { index }),
          null,
          stacks.credentialTitles([...namedIds(draft.root)]),
          weeklyHours,
        ),
      surroundingsOf: (item) => {
        const raw = rawOf.get(item.id)?.raw;
        const shared = raw ? sharedOf(item.id, item.draft.options, raw) : [];
        return { index, excluded: excludedBy(shared) };
      },
    };
  };

  return { load };
}

function excludedBy(shared: StackReport['shared']): ReadonlySet<string> {
  return new Set(shared.flatMap(({ notCounted }) => notCounted));
}

/** Credentials that count, in the tree's order. */
function countedIds(raw: NodeResult): Set<Id> {
  return new Set(
    leavesOf(raw).flatMap(({ complete, credential }) =>
      complete && credential ? [credential.id] : [],
    ),
  );
}

function placesOf(raws: readonly RawStack[]): ReadonlyMap<Id, readonly Id[]> {
  const places = new Map<Id, Id[]>();
  for (const { stored, counts } of raws) {
    for (const id of counts) {
      const own = places.get(id);
      if (own) own.push(stored.id);
      else places.set(id, [stored.id]);
    }
  }
  return places;
}

type WantedSets = { readonly [K in keyof Wanted]: Set<string> };

const emptyWanted = (): WantedSets => ({
  ids: new Set(),
  titleKeys: new Set(),
  policyIds: new Set(),
  issuerIds: new Set(),
  kinds: new Set(),
  abbreviations: new Set(),
  tags: new Set(),
});

const setOf = {
  policy: 'policyIds',
  title: 'titleKeys',
  abbreviation: 'abbreviations',
  tag: 'tags',
  issuer: 'issuerIds',
  kind: 'kinds',
} as const;

function collect(node: StackNode, wanted: WantedSets, keyOf: (name: string) => string): void {
  if (isGroup(node)) for (const child of node.children) collect(child, wanted, keyOf);
  else if ('credentialId' in node) wanted.ids.add(node.credentialId);
  else {
    const [telling] = wantedKeys(node.match, keyOf);
    if (telling) wanted[setOf[telling[0]]].add(telling[1]);
  }
}

/** Credentials that a tree names by id. */
export function namedIds(node: StackNode): Set<Id> {
  if (isGroup(node)) return new Set(node.children.flatMap((child) => [...namedIds(child)]));
  return new Set('credentialId' in node ? [node.credentialId] : []);
}
