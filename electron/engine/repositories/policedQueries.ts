import { idSchema, type Id } from '#shared/domain/credential.ts';
import { choicesSchema, type LedgerChoices } from '#shared/domain/ledgerChoices.ts';
import { partialDateSchema, type PartialDate } from '#shared/domain/partialDate.ts';
import type { Database } from '../database.ts';
import type { Cell } from '../rowStore.ts';
import type { CycleRepository, StoredCycle } from './cycleRepository.ts';

type Dependent = Readonly<{
  subject: 'evidence' | 'cycle' | 'allocation' | 'fee_payment' | 'cost_line' | 'track';
  id: string;
}>;

type PolicedRow = Readonly<{
  id: string;
  title: string;
  abbreviation: string | null;
  issuer: string | null;
  policy_id: string | null;
  issued: string | null;
  expires: string | null;
  lead_days: number | null;
  ledger_choices: string | null;
}>;

/** What recertification needs of a credential. */
export type PolicedCredential = Readonly<{
  id: Id;
  title: string;
  abbreviation: string | null;
  issuer: string | null;
  policyId: string | null;
  issued: PartialDate | null;
  expires: PartialDate | null;
  leadDays: number | null;
  choices: LedgerChoices;
}>;

/** What a holder chose, as the column keeps it. */
export const parseChoices = (text: Cell): LedgerChoices =>
  text === null ? {} : choicesSchema.parse(JSON.parse(String(text)));

function toPoliced(row: PolicedRow): PolicedCredential {
  return {
    id: idSchema.parse(row.id),
    title: row.title,
    abbreviation: row.abbreviation,
    issuer: row.issuer,
    policyId: row.policy_id,
    issued: partialDateSchema.nullable().parse(row.issued),
    expires: partialDateSchema.nullable().parse(row.expires),
    leadDays: row.lead_days,
    choices: parseChoices(row.ledger_choices),
  };
}

const SELECT_HELD = `
  SELECT c.id, c.title, c.abbreviation, i.name AS issuer, c.policy_id, c.issued, c.expires, c.lead_days, c.ledger_choices
    FROM credential c LEFT JOIN issuer i ON i.id = c.issuer_id
   WHERE c.trashed_at IS NULL AND c.lifecycle = 'earned'`;

/** What recertification asks of credentials; part of the credential repository. */
export function createPolicedQueries(db: Database, cycles: CycleRepository) {
  // Two statements: one that fits both would read every record for either.
  const policed = db.prepare<[], PolicedRow>(
    `${SELECT_HELD} AND c.policy_id IS NOT NULL ORDER BY c.seq`,
  );
  const one = db.prepare<[string], PolicedRow>(`${SELECT_HELD} AND c.id = ?`);

  const dependents = db.prepare<{ id: string }, Dependent>(
    // Links before the story that they name; a story of its own goes with its credential.
    `SELECT 'story_link' AS subject, id FROM story_link WHERE credential_id = :id OR story_id = :id
      UNION ALL SELECT 'story', id FROM story WHERE id = :id
      UNION ALL SELECT 'postnominal', id FROM postnominal WHERE id = :id
      UNION ALL SELECT 'evidence', id FROM evidence WHERE credential_id = :id
      UNION ALL SELECT 'cycle', id FROM cycle WHERE credential_id = :id
      UNION ALL SELECT 'allocation', id FROM allocation WHERE credential_id = :id
      UNION ALL SELECT 'fee_payment', id FROM fee_payment WHERE credential_id = :id
      UNION ALL SELECT 'cost_line', id FROM cost_line WHERE credential_id = :id
      UNION ALL SELECT 'track', id FROM track WHERE id = :id`,
  );

  return {
    /** Earned credentials that are under a policy; with an id that one only, policy or not. */
    policed: (id: Id | null): PolicedCredential[] =>
      (id === null ? policed.all() : one.all(id)).map(toPoliced),

    /** Records that belong to a credential and go with it. */
    dependents: (id: Id): Dependent[] => dependents.all({ id }),

    /** Whether cycles were recorded for it. */
    isRenewed: (id: Id): boolean => cycles.ofMany([id]).size > 0,

    /** Its recorded cycles, oldest first. */
    recordedCycles: (id: Id): readonly StoredCycle[] => cycles.ofMany([id]).get(id) ?? [],
  };
}
