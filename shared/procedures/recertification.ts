import { z } from 'zod';
import { credentialSchema, idSchema, moneySchema } from '#shared/domain/credential.ts';
import { choicesSchema } from '#shared/domain/ledgerChoices.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { policySchema, policySourceSchema } from '#shared/domain/policy.ts';
import { routeKindSchema, verifiedSchema } from '#shared/domain/policyParts.ts';
import type { Contract } from '#shared/procedures/contract.ts';

const policySummarySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  abbreviation: z.string().nullable(),
  issuer: z.string(),
  cycleMonths: z.int().nullable(),
  units: z.array(z.strictObject({ unit: z.string(), total: z.number() })),
  asOf: z.string(),
  verified: verifiedSchema,
  /** Shipped, a changed copy of a shipped one, or the holder's own. */
  origin: z.enum(['catalogue', 'changed', 'own']),
  /** Credentials that are under it. */
  used: z.int(),
});

const proposalSchema = z.strictObject({
  credentialId: idSchema,
  title: z.string(),
  start: partialDateSchema,
  end: partialDateSchema.nullable(),
  oldEnd: partialDateSchema.nullable(),
  reason: z.string(),
  verified: verifiedSchema,
});

const renewInputSchema = z.strictObject({
  id: idSchema,
  on: plainDateSchema,
  /** Null: the first route that the policy names. */
  method: routeKindSchema.nullable().default(null),
  /** An end that the body gave, in place of the computed one. */
  expires: partialDateSchema.nullable().default(null),
  /** Accepts everything that the renewal graph proposes. */
  cascade: z.boolean().default(false),
});

export const recertificationProcedures = {
  'policies.list': { input: z.strictObject({}), output: z.array(policySummarySchema) },
  'policies.get': {
    input: z.strictObject({ id: z.string().max(200) }),
    output: z.strictObject({ policy: policySchema, origin: policySummarySchema.shape.origin }),
  },
  /** Adds a policy of the holder's own, or changes a shipped one (kept under its id). */
  'policies.put': { input: z.strictObject({ policy: z.unknown() }), output: policySummarySchema },
  /** Takes a policy of the holder's own away; a changed copy falls back to the shipped one. */
  'policies.remove': {
    input: z.strictObject({ id: z.string().max(200) }),
    output: z.strictObject({ removed: z.boolean() }),
  },
  /** Policies that a title, abbreviation or issuer suggest, best first; never applied unasked. */
  'policies.match': {
    input: z.strictObject({
      title: z.string().max(1000),
      abbreviation: z.string().max(60).nullable().default(null),
      issuer: z.string().max(500).nullable().default(null),
      issued: partialDateSchema.nullable().default(null),
    }),
    output: z.array(
      z.strictObject({
        policy: policySummarySchema,
        score: z.number(),
        /** The expiry that it computes, or why it computes none. */
        expires: partialDateSchema.nullable(),
        reason: z.string(),
      }),
    ),
  },
  /** The expiry that a policy computes for an issue date, or why it computes none. */
  'policies.expiry': {
    input: z.strictObject({ id: z.string().max(200), issued: partialDateSchema.nullable() }),
    output: z.strictObject({ expires: partialDateSchema.nullable(), reason: z.string() }),
  },
  /** Begins the next cycle. What else it renews is proposed, and accepted with `cascade`. */
  'renewals.renew': {
    input: renewInputSchema.extend({
      asOf: plainDateSchema,
      /** Accepts these of the proposals, in the same change; `cascade` accepts all. */
      accept: z.array(idSchema).max(10_000).default([]),
    }),
    output: z.strictObject({
      credential: credentialSchema,
      reason: z.string(),
      warnings: z.array(z.string()),
      proposals: z.array(proposalSchema),
      accepted: z.int(),
    }),
  },
  /** Accepts what the renewal graph proposed for a renewal; one change. */
  'renewals.accept': {
    input: z.strictObject({
      proposals: z.array(
        proposalSchema.pick({ credentialId: true, start: true, end: true, reason: true }).extend({
          on: plainDateSchema,
        }),
      ),
    }),
    output: z.strictObject({ accepted: z.int() }),
  },
  /** "If I renew by R on D": what it would do; nothing is written (domain.md section 3). */
  'renewals.simulate': {
    input: renewInputSchema,
    output: z.strictObject({
      refusal: z.string().nullable(),
      start: partialDateSchema.nullable(),
      end: partialDateSchema.nullable(),
      reason: z.string().nullable(),
      warnings: z.array(z.string()),
      cost: moneySchema.nullable(),
      hours: z.number().nullable(),
      proposals: z.array(proposalSchema),
    }),
  },
  /**
   * "If I pass X on D", for a policy that is not held yet: what it would hold until, what it costs
   * to keep and what it renews of the held ones; nothing is written.
   */
  'renewals.simulateNew': {
    input: z.strictObject({
      policyId: z.string().max(200),
      on: plainDateSchema,
      /** State whose row of the policy's table applies. */
      state: choicesSchema.shape.state.unwrap().nullable().default(null),
    }),
    output: z.strictObject({
      policyId: z.string(),
      name: z.string(),
      /** Why nothing comes of it; null when it can be passed that day. */
      refusal: z.string().nullable(),
      start: partialDateSchema.nullable(),
      /** Null: it does not end, or the reason says why no end is known. */
      end: partialDateSchema.nullable(),
      reason: z.string().nullable(),
      /** Fees of its first cycle, by day. */
      fees: z.array(
        z.strictObject({
          due: plainDateSchema,
          per: z.enum(['cycle', 'year']),
          price: moneySchema,
          note: z.string().nullable(),
          fromMemory: z.boolean(),
        }),
      ),
      /** Their sums, per currency. The price of the first exam is in no policy. */
      cost: z.array(moneySchema),
      units: z.array(z.strictObject({ unit: z.string(), total: z.number(), hours: z.number() })),
      /** Clock hours that the units of its first cycle take; 0 where it asks for none. */
      hours: z.number(),
      proposals: z.array(proposalSchema),
      source: policySourceSchema,
    }),
  },
  /** Every way to renew, side by side, as it stands on a day. */
  'renewals.routes': {
    input: z.strictObject({ id: idSchema, on: plainDateSchema }),
    output: z.array(
      z.strictObject({
        kind: routeKindSchema,
        method: z.string(),
        title: z.string().nullable(),
        opens: plainDateSchema.nullable(),
        closes: plainDateSchema.nullable(),
        refusal: z.string().nullable(),
        newEnd: partialDateSchema.nullable(),
        cost: moneySchema.nullable(),
        hours: z.number().nullable(),
      }),
    ),
  },
} as const satisfies Record<string, Contract>;
