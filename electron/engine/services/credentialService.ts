import { AppError } from '#shared/appError.ts';
import {
  idSchema,
  type Credential,
  type CredentialPatch,
  type Id,
  type NewCredential,
} from '#shared/domain/credential.ts';
import { first, last } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { textKey, uniqueWords } from '#shared/domain/textKey.ts';
import type { WritableDb, Writer } from '../changes.ts';
import type { CredentialRepository } from '../repositories/credentialRepository.ts';
import type { WordRepository } from '../repositories/wordRepository.ts';
import type { Row } from '../rowStore.ts';
import type { PolicyService } from './policyService.ts';
import { patchRow, rowOfNew } from './credentialFields.ts';

type Parts = Readonly<{
  writer: Writer;
  credentials: CredentialRepository;
  words: WordRepository;
  policies: PolicyService;
  nextPlace: () => number;
}>;

export type Bulk = Readonly<{
  ids: readonly Id[];
  patch: CredentialPatch;
  addTags: readonly string[];
  removeTags: readonly string[];
  addSkills: readonly string[];
  removeSkills: readonly string[];
}>;

export type CredentialService = ReturnType<typeof createCredentialService>;

/** Every change to credentials, each one undoable command. */
export function createCredentialService({
  writer,
  credentials,
  words,
  policies,
  nextPlace,
}: Parts) {
  const rowOf = (tx: WritableDb, id: Id): Row => {
    const row = tx.get('credential', id);
    if (!row) throw new AppError('not_found', `There is no credential ${id}.`);
    return row;
  };

  /** Puts a new credential; several may be put in one command. */
  const insert = (tx: WritableDb, fields: CredentialPatch, more: Row = {}): Id => {
    assertDates({
      issued: fields.issued,
      expires: fields.expires,
      neverExpires: fields.neverExpires ?? false,
    });
    const id = idSchema.parse(tx.newId());
    const row = { ...rowOfNew(tx, words, fields), seq: nextPlace(), id, ...more };
    tx.put('credential', fields.policyId ? { ...row, ...policies.cellsFor(row, undefined) } : row);
    return id;
  };

  const update = (tx: WritableDb, id: Id, patch: CredentialPatch): void => {
    const before = rowOf(tx, id);
    const patched = patchRow(tx, words, before, patch);
    const touchesPolicy = POLICY_FIELDS.some((field) => patch[field] !== undefined);
    const row =
      (touchesPolicy && patched['policy_id'] !== before['policy_id']) ||
      (touchesPolicy && patched['policy_id'] !== null)
        ? { ...patched, ...policies.cellsFor(patched, before, credentials.isRenewed(id)) }
        : patched;
    assertDates({
      issued: row['issued'],
      expires: row['expires'],
      neverExpires: row['never_expires'] === 1,
    });
    tx.put('credential', row);
    correctCycles(tx, id, before, row);
  };

  /** A corrected issue date or expiry corrects the recorded cycle that it came from. */
  const correctCycles = (tx: WritableDb, id: Id, before: Row, row: Row): void => {
    if (row['issued'] === before['issued'] && row['expires'] === before['expires']) return;
    const cycles = credentials.recordedCycles(id);
    const [oldest, latest] = [cycles[0], cycles.at(-1)];
    if (oldest && row['issued'] !== before['issued'] && oldest.start === before['issued']) {
      tx.put('cycle', { ...tx.get('cycle', oldest.id), starts: row['issued'] ?? oldest.start });
    }
    if (latest && row['expires'] !== before['expires']) {
      tx.put('cycle', { ...tx.get('cycle', latest.id), ends: row['expires'] ?? null });
    }
  };

  const setTrashed = (label: string, ids: readonly Id[], trashed: boolean) =>
    writer.run(label, (tx) => {
      let changed = 0;
      for (const id of ids) {
        const row = rowOf(tx, id);
        if ((row['trashed_at'] !== null) === trashed) continue;
        tx.put('credential', { ...row, trashed_at: trashed ? tx.at : null, updated_at: tx.at });
        changed += 1;
      }
      return changed;
    });

  return {
    insert,
    update,

    create: (fields: NewCredential): Id =>
      writer.run(`Added ${fields.title}`, (tx) => insert(tx, fields)),

    /** Works out anew what policies say of every credential under one; renewed ones stay as they are. */
    recompute: (tx: WritableDb): void => {
      for (const { id } of credentials.policed(null)) {
        const row = rowOf(tx, id);
        if (credentials.isRenewed(id)) continue;
        tx.put('credential', { ...row, ...policies.cellsFor(row, row) });
      }
    },

    /** @throws AppError not_found, invalid_date */
    change: (id: Id, patch: CredentialPatch): void => {
      const title = patch.title ?? titleOf(writer, id);
      writer.run(`Changed ${title}`, (tx) => update(tx, id, patch));
    },

    changeMany: ({ ids, patch, addTags, removeTags, addSkills, removeSkills }: Bulk): number =>
      writer.run(countLabel('Changed', ids.length), (tx) => {
        for (const id of ids) {
          const row = rowOf(tx, id);
          update(tx, id, {
            ...patch,
            ...(addTags.length + removeTags.length > 0
              ? { tags: withWords(row['tags'], addTags, removeTags) }
              : {}),
            ...(addSkills.length + removeSkills.length > 0
              ? { skills: withWords(row['skills'], addSkills, removeSkills) }
              : {}),
          });
        }
        return ids.length;
      }),

    trash: (ids: readonly Id[]): number =>
      setTrashed(labelOf(writer, 'Moved to trash:', ids), ids, true),
    restore: (ids: readonly Id[]): number =>
      setTrashed(labelOf(writer, 'Restored', ids), ids, false),

    /** @throws AppError refused for a credential that is not in the trash */
    purge: (ids: readonly Id[]): number =>
      writer.run(labelOf(writer, 'Removed for good:', ids), (tx) => {
        for (const id of ids) {
          const row = rowOf(tx, id);
          if (row['trashed_at'] === null) {
            throw new AppError(
              'refused',
              `${String(row['title'])} is not in the trash. Move it there first.`,
            );
          }
          for (const { subject, id: child } of credentials.dependents(id))
            tx.remove(subject, child);
          tx.remove('credential', id);
        }
        return ids.length;
      }),

    /**
     * The credential that a person names: full id, unique prefix of it (6 or more characters),
     * unique abbreviation or title.
     * @throws AppError not_found, ambiguous
     */
    resolve: (ref: string, trashed: boolean): Id => {
      const text = ref.trim();
      const prefix = text.toLowerCase();
      const byPrefix = /^[0-9a-f-]{6,36}$/.test(prefix)
        ? credentials.idsByPrefix(prefix, trashed)
        : [];
      const ids =
        byPrefix.length > 0 ? byPrefix : credentials.idsByName(textKey(text), text, trashed);
      const [id, other] = ids;
      if (id === undefined) {
        throw new AppError(
          'not_found',
          `No credential ${trashed ? 'in the trash ' : ''}is called "${ref}".`,
        );
      }
      if (other !== undefined) {
        throw new AppError(
          'ambiguous',
          `More than one credential is called "${ref}". Give its id.`,
          { details: ids },
        );
      }
      return id;
    },

    get: (id: Id, asOf: PlainDate, leadDays: number): Credential =>
      credentials.get(id, asOf, leadDays),
  };
}

/** A change to one of these changes what a policy computes. */
const POLICY_FIELDS = ['policyId', 'issued', 'expires', 'neverExpires', 'lifecycle'] as const;

/** Dates that contradict each other are refused: nothing can be valid before it was issued. */
function assertDates(
  fields: Readonly<{ issued: unknown; expires: unknown; neverExpires: boolean }>,
): void {
  const { issued, expires, neverExpires } = fields as Pick<
    CredentialPatch,
    'issued' | 'expires'
  > & {
    neverExpires: boolean;
  };
  if (expires && neverExpires) {
    throw new AppError(
      'invalid_input',
      'A credential that does not expire has no expiry date. Clear one of the two.',
      { path: 'expires' },
    );
  }
  if (issued && expires && last(expires) < first(issued)) {
    throw new AppError(
      'invalid_date',
      `It would expire (${expires}) before it was issued (${issued}). Check the two dates.`,
      { path: 'expires' },
    );
  }
}

function withWords(stored: unknown, add: readonly string[], remove: readonly string[]): string[] {
  const now: unknown = JSON.parse(String(stored));
  const gone = new Set(remove.map(textKey));
  const words = [...(Array.isArray(now) ? now.map(String) : []), ...add];
  return uniqueWords(words.filter((word) => !gone.has(textKey(word))));
}

const countLabel = (verb: string, count: number): string =>
  `${verb} ${count} ${count === 1 ? 'credential' : 'credentials'}`;

const titleOf = (writer: Writer, id: Id): string => {
  const row = writer.rows.get('credential', id);
  if (!row) throw new AppError('not_found', `There is no credential ${id}.`);
  return String(row['title']);
};

function labelOf(writer: Writer, verb: string, ids: readonly Id[]): string {
  const [only, other] = ids;
  return only !== undefined && other === undefined
    ? `${verb} ${titleOf(writer, only)}`
    : countLabel(verb, ids.length);
}
