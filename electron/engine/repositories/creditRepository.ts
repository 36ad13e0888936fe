import { acceptanceSchema, offerFieldsSchema } from '#shared/domain/creditOffer.ts';
import type { Acceptance, OfferFields } from '#shared/domain/creditOffer.ts';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import type { WritableDb } from '../changes.ts';
import type { Database } from '../database.ts';

type OfferRow = Readonly<{
  id: string;
  title: string;
  institution: string;
  degree: string;
  credits: number | null;
  of_credits: number | null;
  system: string;
  stack_id: string | null;
  credential_ids: string;
  admission_required: 0 | 1;
  admitted_on: string | null;
  min_grade: number | null;
  deadline: string | null;
  counts_once: 0 | 1;
  conditions: string;
  source: string | null;
  as_of: string | null;
  verified: string | null;
  note: string | null;
}>;

export type StoredOffer = Readonly<{ id: Id; fields: OfferFields }>;

const COLUMNS = `id, title, institution, degree, credits, of_credits, system, stack_id, credential_ids,
  admission_required, admitted_on, min_grade, deadline, counts_once, conditions, source, as_of,
  verified, note`;

export type CreditRepository = ReturnType<typeof createCreditRepository>;

/** Offers of credit towards a degree, and what of them was accepted. */
export function createCreditRepository(db: Database) {
  const all = db.prepare<[], OfferRow>(`SELECT ${COLUMNS} FROM credit_offer ORDER BY id`);
  const byId = db.prepare<[string], OfferRow>(`SELECT ${COLUMNS} FROM credit_offer WHERE id = ?`);
  const acceptances = db.prepare<[], object>(
    'SELECT id, offer_id AS offerId, credits, accepted_on AS "on", note FROM credit_acceptance ORDER BY id',
  );
  const acceptanceById = db.prepare<[string], object>(
    'SELECT id, offer_id AS offerId, credits, accepted_on AS "on", note FROM credit_acceptance WHERE id = ?',
  );

  return {
    offers: (): StoredOffer[] => all.all().map(toOffer),
    findOffer: (id: Id): StoredOffer | undefined => {
      const row = byId.get(id);
      return row && toOffer(row);
    },
    acceptances: (): Acceptance[] => acceptances.all().map((row) => acceptanceSchema.parse(row)),
    findAcceptance: (id: Id): Acceptance | undefined => {
      const row = acceptanceById.get(id);
      return row && acceptanceSchema.parse(row);
    },

    putOffer: (tx: WritableDb, id: string, fields: OfferFields): void =>
      tx.put('credit_offer', {
        id,
        title: fields.title,
        institution: fields.institution,
        degree: fields.degree,
        credits: fields.credits,
        of_credits: fields.of,
        system: fields.system,
        stack_id: fields.stackId,
        credential_ids: JSON.stringify(fields.credentialIds),
        admission_required: fields.admissionRequired ? 1 : 0,
        admitted_on: fields.admittedOn,
        min_grade: fields.minGrade,
        deadline: fields.deadline,
        counts_once: fields.countsOnce ? 1 : 0,
        conditions: JSON.stringify(fields.conditions),
        source: fields.source,
        as_of: fields.asOf,
        verified: fields.verified,
        note: fields.note,
        created_at: tx.get('credit_offer', id)?.['created_at'] ?? tx.at,
        updated_at: tx.at,
      }),

    putAcceptance: (tx: WritableDb, { id, offerId, credits, on, note }: Acceptance): void =>
      tx.put('credit_acceptance', {
        id,
        offer_id: offerId,
        credits,
        accepted_on: on,
        note,
        created_at: tx.at,
      }),
  };
}

function toOffer(row: OfferRow): StoredOffer {
  const {
    id,
    of_credits: of,
    stack_id: stackId,
    credential_ids: credentialIds,
    admission_required: admissionRequired,
    admitted_on: admittedOn,
    min_grade: minGrade,
    counts_once: countsOnce,
    conditions,
    as_of: asOf,
    ...rest
  } = row;
  return {
    id: idSchema.parse(id),
    fields: offerFieldsSchema.parse({
      ...rest,
      of,
      stackId,
      credentialIds: JSON.parse(credentialIds),
      admissionRequired: admissionRequired === 1,
      admittedOn,
      minGrade,
      countsOnce: countsOnce === 1,
      conditions: JSON.parse(conditions),
      asOf,
    }),
  };
}
