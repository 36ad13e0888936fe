import { z } from 'zod';
import type { Id } from '#shared/domain/credential.ts';
import {
  noChoice,
  postnominalRankSchema,
  type PostnominalChoice,
} from '#shared/domain/postnominal.ts';
import {
  emptySharingDetails,
  sharingDetailsSchema,
  type SharingDetails,
} from '#shared/domain/sharingDetails.ts';
import type { WritableDb } from '../changes.ts';
import type { Database } from '../database.ts';

type ChoiceRow = Readonly<{
  id: string;
  shown: 0 | 1 | null;
  letters: string | null;
  rank: string | null;
  place: number | null;
}>;

/** Row of `setting` that keeps who the outputs speak of; no setting of the window. */
const DETAILS_ID = 'sharingDetails';

export type SharingRepository = ReturnType<typeof createSharingRepository>;

/** What the holder said about letters, findings and the signature. */
export function createSharingRepository(db: Database) {
  const choices = db.prepare<[], ChoiceRow>(
    'SELECT id, shown, letters, rank, place FROM postnominal',
  );
  const choice = db.prepare<[string], ChoiceRow>(
    'SELECT id, shown, letters, rank, place FROM postnominal WHERE id = ?',
  );
  const dismissed = db.prepare<[], string>('SELECT id FROM dismissed_finding').pluck();
  const details = db.prepare<[string], string>('SELECT value FROM setting WHERE id = ?').pluck();

  const read = (): SharingDetails => {
    const stored = details.get(DETAILS_ID);
    return stored === undefined
      ? emptySharingDetails
      : sharingDetailsSchema.parse({
          ...emptySharingDetails,
          ...z.record(z.string(), z.unknown()).parse(JSON.parse(stored)),
        });
  };

  return {
    choices: (): ReadonlyMap<string, PostnominalChoice> =>
      new Map(choices.all().map((row) => [row.id, toChoice(row)])),
    choice: (id: Id): PostnominalChoice => {
      const row = choice.get(id);
      return row === undefined ? noChoice : toChoice(row);
    },
    /** Writes a choice; one that says nothing any more is no row. */
    setChoice: (
      tx: WritableDb,
      id: Id,
      { shown, letters, rank, place }: PostnominalChoice,
    ): void => {
      if (shown === null && letters === null && rank === null && place === null)
        tx.remove('postnominal', id);
      else
        tx.put('postnominal', {
          id,
          shown: shown === null ? null : Number(shown),
          letters,
          rank,
          place,
        });
    },
    dismissed: (): ReadonlySet<string> => new Set(dismissed.all()),
    details: read,
    setDetails: (tx: WritableDb, changed: SharingDetails): void =>
      tx.put('setting', { id: DETAILS_ID, value: JSON.stringify(changed) }),
  };
}

const toChoice = (row: ChoiceRow): PostnominalChoice => ({
  shown: row.shown === null ? null : row.shown === 1,
  letters: row.letters,
  rank: row.rank === null ? null : postnominalRankSchema.parse(row.rank),
  place: row.place,
});
