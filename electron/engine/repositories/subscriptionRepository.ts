import { z } from 'zod';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import { partialDateSchema, type PartialDate } from '#shared/domain/partialDate.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { lifecycleSchema, type Lifecycle } from '#shared/domain/status.ts';
import {
  subscriptionFieldsSchema,
  type SubscriptionFields,
} from '#shared/domain/subscriptionFields.ts';
import type { WritableDb } from '../changes.ts';
import type { Database } from '../database.ts';

type SubscriptionRow = Readonly<{
  id: string;
  platform_id: string;
  platform: string;
  plan: string | null;
  price_minor: number;
  currency: string;
  starts: string;
  ends: string | null;
  trial_ends: string | null;
  pauses: string;
  price_changes: string;
  aid_percent: number;
  payer: string;
  covers: string | null;
  note: string | null;
  created_at: string;
}>;

type CoveredRow = Readonly<{
  id: string;
  title: string;
  lifecycle: string;
  started: string | null;
  issued: string | null;
  hours: number | null;
}>;

export type StoredSubscription = SubscriptionFields &
  Readonly<{ id: Id; platformId: string; knownSince: PlainDate }>;

/** A credential that a subscription is for, as far as its share goes. */
export type CoveredCredential = Readonly<{
  id: Id;
  title: string;
  lifecycle: Lifecycle;
  started: PartialDate | null;
  issued: PartialDate | null;
  hours: number | null;
}>;

const optionalDate = partialDateSchema.nullable();
const json = z.string().transform((text): unknown => JSON.parse(text));

const SELECT = `SELECT s.id, s.platform_id, p.name AS platform, s.plan, s.price_minor, s.currency,
    s.starts, s.ends, s.trial_ends, s.pauses, s.price_changes, s.aid_percent, s.payer, s.covers,
    s.note, s.created_at
  FROM subscription s JOIN platform p ON p.id = s.platform_id`;

const COVERED = `SELECT c.id, c.title, c.lifecycle, c.started, c.issued, c.hours FROM credential c
  WHERE c.trashed_at IS NULL AND c.lifecycle IN ('in-progress', 'earned', 'revoked')`;

export type SubscriptionRepository = ReturnType<typeof createSubscriptionRepository>;

/** Platforms paid by the month, and the credentials that they are for. */
export function createSubscriptionRepository(db: Database) {
  const all = db.prepare<[], SubscriptionRow>(`${SELECT} ORDER BY s.starts DESC, s.id`);
  const byId = db.prepare<[string], SubscriptionRow>(`${SELECT} WHERE s.id = ?`);
  // By year: of an issue date of any precision, the year says whether it may lie within.
  const onPlatform = db.prepare<{ platformId: string; year: string }, CoveredRow>(
    `${COVERED} AND c.platform_id = :platformId
        AND (c.lifecycle = 'in-progress' OR c.issued >= :year) ORDER BY c.title_key, c.seq`,
  );
  const named = db.prepare<[string], CoveredRow>(
    `${COVERED} AND c.id IN (SELECT value FROM json_each(?)) ORDER BY c.title_key, c.seq`,
  );

  return {
    /** Latest start first. */
    all: (): StoredSubscription[] => all.all().map(toSubscription),
    find: (id: Id): StoredSubscription | undefined => {
      const row = byId.get(id);
      return row && toSubscription(row);
    },

    /** Held or under way, and on the platform or named; those issued before it began are left out. */
    covered: ({ credentialIds, platformId, from }: StoredSubscription): CoveredCredential[] => {
      const rows =
        credentialIds === null
          ? onPlatform.all({ platformId, year: from.slice(0, 4) })
          : named.all(JSON.stringify(credentialIds));
      return rows.map((row) => ({
        id: idSchema.parse(row.id),
        title: row.title,
        lifecycle: lifecycleSchema.parse(row.lifecycle),
        started: optionalDate.parse(row.started),
        issued: optionalDate.parse(row.issued),
        hours: row.hours,
      }));
    },

    put: (tx: WritableDb, id: Id, platformId: string, fields: SubscriptionFields): void =>
      tx.put('subscription', {
        id,
        platform_id: platformId,
        plan: fields.plan,
        price_minor: fields.price.amount,
        currency: fields.price.currency,
        starts: fields.from,
        ends: fields.until,
        trial_ends: fields.trialEnds,
        pauses: JSON.stringify(fields.pauses),
        price_changes: JSON.stringify(fields.priceChanges),
        aid_percent: fields.aidPercent,
        payer: fields.payer,
        covers: fields.credentialIds === null ? null : JSON.stringify(fields.credentialIds),
        note: fields.note,
        created_at: tx.get('subscription', id)?.['created_at'] ?? tx.at,
        updated_at: tx.at,
      }),
  };
}

function toSubscription(row: SubscriptionRow): StoredSubscription {
  const fields = subscriptionFieldsSchema.parse({
    platform: row.platform,
    plan: row.plan,
    price: { amount: row.price_minor, currency: row.currency },
    from: row.starts,
    until: row.ends,
    trialEnds: row.trial_ends,
    pauses: json.parse(row.pauses),
    priceChanges: json.parse(row.price_changes),
    aidPercent: row.aid_percent,
    payer: row.payer,
    credentialIds: row.covers === null ? null : json.parse(row.covers),
    note: row.note,
  });
  return {
    ...fields,
    id: idSchema.parse(row.id),
    platformId: row.platform_id,
    knownSince: plainDateSchema.parse(row.created_at.slice(0, 10)),
  };
}
