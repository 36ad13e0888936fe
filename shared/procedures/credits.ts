import { z } from 'zod';
import { creditSystemSchema, idSchema, moneySchema } from '#shared/domain/credential.ts';
import {
  acceptanceSchema,
  offerFieldsSchema,
  offerLineSchema,
} from '#shared/domain/creditOffer.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { Contract } from '#shared/procedures/contract.ts';

const degreeKey = { institution: z.string().max(500), degree: z.string().max(500) };

export const creditProcedures = {
  /** Offered and accepted credit of every degree (features.md C3). */
  'credits.ledger': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.array(
      z.strictObject({
        ...degreeKey,
        system: creditSystemSchema,
        /** Credits of the whole degree; null where no offer says. */
        of: z.number().nullable(),
        /** What the offers that still stand come to, each course counted once. */
        offered: z.number(),
        accepted: z.number(),
        /** `of` less `accepted`. */
        needed: z.number().nullable(),
        admittedOn: plainDateSchema.nullable(),
        offers: z.array(offerLineSchema),
      }),
    ),
  },
  /** Adds an offer, or puts it in place of the one that has the id. */
  'credits.putOffer': {
    input: z.strictObject({
      id: idSchema.nullable().default(null),
      fields: offerFieldsSchema,
      asOf: plainDateSchema,
    }),
    output: offerLineSchema,
  },
  'credits.removeOffer': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ removed: z.boolean() }),
  },
  /** Records that the institution admitted the holder to the degree; null takes it back. */
  'credits.admit': {
    input: z.strictObject({
      id: idSchema,
      on: plainDateSchema.nullable(),
      asOf: plainDateSchema,
    }),
    output: offerLineSchema,
  },
  /** Records credit that the institution accepted. Refused while the offer's conditions fail. */
  'credits.accept': {
    input: acceptanceSchema.pick({ offerId: true, on: true }).extend({
      /** Null: what the offer says. */
      credits: z.number().positive().max(10_000).nullable().default(null),
      note: z.string().max(4000).nullable().default(null),
      asOf: plainDateSchema,
    }),
    output: offerLineSchema,
  },
  'credits.removeAcceptance': {
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ removed: z.boolean() }),
  },
  /** The cheapest or quickest way to so many credits of a degree, accepted ones counted. */
  'credits.path': {
    input: z.strictObject({
      ...degreeKey,
      credits: z.number().positive().max(10_000),
      by: z.enum(['cost', 'hours']).default('cost'),
      asOf: plainDateSchema,
    }),
    output: z.strictObject({
      /** False: all offers together do not reach it. */
      reached: z.boolean(),
      /** Accepted already. */
      accepted: z.number(),
      /** With the offers taken; every one of them still has to be accepted. */
      credits: z.number(),
      hours: z.number().nullable(),
      cost: z.array(moneySchema),
      offers: z.array(
        z.strictObject({
          offerId: idSchema,
          title: z.string(),
          credits: z.number(),
          hours: z.number().nullable(),
          cost: z.array(moneySchema),
          /** Courses still to be finished for it. */
          courses: z.array(z.string()),
        }),
      ),
      /** Offers that cannot be taken, and why. */
      left: z.array(z.strictObject({ offerId: idSchema, title: z.string(), reason: z.string() })),
    }),
  },
} as const satisfies Record<string, Contract>;
