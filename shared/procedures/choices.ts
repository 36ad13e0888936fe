import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import { choicesPatchSchema, choicesSchema } from '#shared/domain/ledgerChoices.ts';
import { policySourceSchema } from '#shared/domain/policy.ts';
import type { Contract } from '#shared/procedures/contract.ts';

const choicesOutput = z.strictObject({
  credentialId: idSchema,
  policyId: z.string(),
  /** What the holder chose; what is not chosen is not there. */
  chosen: choicesSchema,
  /** Whether anything can be chosen at all. */
  canChoose: z.boolean(),
  /** Rows of the policy's table of states, as its source has them. */
  states: z.array(
    z.strictObject({
      state: z.string(),
      /** What is worked out differently once it is chosen, in words. */
      applied: z.array(z.string()),
      /** The source's own words that cannot be worked out, to stand beside it. */
      words: z.array(z.string()),
      /** A policy of the catalogue for this state alone, which says more. */
      ownPolicyId: z.string().nullable(),
    }),
  ),
  /** Other totals, by what the holder is. */
  totals: z.array(
    z.strictObject({
      by: z.enum(['role', 'degree', 'term']),
      when: z.string(),
      unit: z.string(),
      total: z.number(),
    }),
  ),
  /** Other complete ways to meet the requirement. */
  alternatives: z.array(
    z.strictObject({
      text: z.string(),
      /** What is worked out differently; empty where it asks for no units and cannot be chosen. */
      applied: z.array(z.string()),
      /** What it takes besides units, e.g. `1 professional-level exam`. */
      besides: z.array(z.string()),
      canChoose: z.boolean(),
      fromMemory: z.boolean(),
    }),
  ),
  /** What a further one of a kind adds, e.g. 15 SEU for each further track. */
  extras: z.strictObject({ what: z.string(), unit: z.string(), each: z.number() }).nullable(),
  /** What the total is asked once for each of, e.g. `registration category held`. */
  perHeld: z.string().nullable(),
  source: policySourceSchema,
});

export const choiceProcedures = {
  /** What a holder can choose of a credential's policy, and what is chosen. */
  'ledger.choices': { input: z.strictObject({ id: idSchema }), output: choicesOutput },
  /** Chooses; what is not named stays, null takes a choice back. One change. */
  'ledger.setChoices': {
    input: z.strictObject({ id: idSchema, choices: choicesPatchSchema }),
    output: choicesOutput,
  },
} as const satisfies Record<string, Contract>;
