import { z } from 'zod';
import { creditSystemSchema, idSchema, moneySchema } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { stackKindSchema } from '#shared/domain/stackTree.ts';
import { nodeViewSchema, stackReportSchema, stackViewSchema } from '#shared/domain/stackView.ts';
import { statusSchema } from '#shared/domain/status.ts';
import type { Contract } from '#shared/procedures/contract.ts';

/** Another pace than the stack's or the setting's, hours a week; for trying out. */
const weeklyHours = z.number().min(0).max(168).nullable().default(null);
const ids = z.array(idSchema).min(1).max(1000);

const summarySchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  kind: stackKindSchema,
  target: partialDateSchema.nullable(),
  /** Who gives it: what the stack says, else the one issuer of its parts, else null. */
  provider: z.string().nullable(),
  award: z.string().nullable(),
  institution: z.string().nullable(),
  ...stackReportSchema.pick({
    progress: true,
    complete: true,
    done: true,
    of: true,
    remainingHours: true,
    remainingCost: true,
    forecast: true,
    onTarget: true,
  }).shape,
  /** Titles of the first of the next steps, of what is at risk, and of what has lapsed. */
  nextStep: z.string().nullable(),
  atRisk: z.array(z.string()),
  lapsed: z.array(z.string()),
  /** Parts that the end of the program puts at risk. */
  retiring: z.array(z.string()),
  /** Credits accepted so far through its offers, and offered by the largest of them. */
  creditsAccepted: z.number(),
  creditsOffered: z.number().nullable(),
});

export const stackProcedures = {
  'stacks.list': {
    input: z.strictObject({ asOf: plainDateSchema, weeklyHours }),
    output: z.strictObject({ asOf: plainDateSchema, items: z.array(summarySchema) }),
  },
  'stacks.get': {
    input: z.strictObject({ id: idSchema, asOf: plainDateSchema, weeklyHours }),
    output: stackViewSchema,
  },
  /** The stack as `stack show --json` prints it and a stack file holds it (cli.md). */
  'stacks.file': {
    input: z.strictObject({ id: idSchema, asOf: plainDateSchema }),
    output: z.record(z.string(), z.unknown()),
  },
  /** The stack that a person names: id, unique prefix of 6 or more characters, unique title. */
  'stacks.resolve': {
    input: z.strictObject({ ref: z.string().min(1).max(1000) }),
    output: z.strictObject({ id: idSchema }),
  },
  /** `file` is a stack file; what is wrong in it is said by its place. */
  'stacks.create': {
    input: z.strictObject({ file: z.unknown(), asOf: plainDateSchema }),
    output: stackViewSchema,
  },
  /** Puts the file in place of the stack; its offers of credit stay. */
  'stacks.update': {
    input: z.strictObject({ id: idSchema, file: z.unknown(), asOf: plainDateSchema }),
    output: stackViewSchema,
  },
  'stacks.remove': {
    input: z.strictObject({ ids }),
    output: z.strictObject({ removed: z.int() }),
  },
  /** What a stack that is being built would report; nothing is written. */
  'stacks.preview': {
    input: z.strictObject({ file: z.unknown(), asOf: plainDateSchema, weeklyHours }),
    output: z.strictObject({ root: nodeViewSchema, report: stackReportSchema }),
  },
  /** Credentials that a rule to match by would find, best first. */
  'stacks.match': {
    input: z.strictObject({
      match: z.unknown(),
      asOf: plainDateSchema,
      limit: z.int().min(1).max(500).default(20),
    }),
    output: z.array(
      z.strictObject({ credentialId: idSchema, title: z.string(), status: statusSchema }),
    ),
  },
  /** Stacks that a credential serves in. */
  'stacks.ofCredential': {
    input: z.strictObject({ credentialId: idSchema, asOf: plainDateSchema }),
    output: z.array(
      z.strictObject({
        stackId: idSchema,
        title: z.string(),
        path: z.string(),
        counts: z.boolean(),
        progress: z.number(),
      }),
    ),
  },
  /** Stacks as lanes of the timeline: each leaf a bar from its start to its end. */
  'stacks.lanes': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.array(
      z.strictObject({
        stackId: idSchema,
        title: z.string(),
        kind: stackKindSchema,
        progress: z.number(),
        complete: z.boolean(),
        start: plainDateSchema.nullable(),
        forecast: plainDateSchema.nullable(),
        target: partialDateSchema.nullable(),
        bars: z.array(
          z.strictObject({
            credentialId: idSchema.nullable(),
            title: z.string(),
            status: statusSchema.nullable(),
            start: plainDateSchema.nullable(),
            end: plainDateSchema.nullable(),
            progress: z.number(),
          }),
        ),
      }),
    ),
  },
  /**
   * Which next course moves most (features.md C4), the most per hour first. `skills` are those that
   * are wanted, e.g. by job descriptions; a gap closes when the course has one that nothing held has.
   */
  'stacks.whatIf': {
    input: z.strictObject({
      asOf: plainDateSchema,
      stackId: idSchema.nullable().default(null),
      skills: z.array(z.string().max(200)).max(5000).default([]),
      sort: z.enum(['perHour', 'perMoney', 'gain']).default('perHour'),
      limit: z.int().min(1).max(500).default(20),
    }),
    output: z.array(
      z.strictObject({
        credentialId: idSchema.nullable(),
        title: z.string(),
        /** Sum of what every stack moves, each 0 to 1. */
        gain: z.number(),
        stacks: z.array(
          z.strictObject({
            stackId: idSchema,
            title: z.string(),
            from: z.number(),
            to: z.number(),
            completes: z.boolean(),
          }),
        ),
        /** Credits whose offers it would complete: still to be accepted. */
        credits: z.array(
          z.strictObject({
            offerId: idSchema,
            title: z.string(),
            credits: z.number(),
            system: creditSystemSchema,
          }),
        ),
        closes: z.array(z.string()),
        hours: z.number().nullable(),
        cost: moneySchema.nullable(),
        /** Gain per hour and per unit of money; null where the divisor is not known. */
        perHour: z.number().nullable(),
        perMoney: z.number().nullable(),
        blockedBy: z.array(z.string()),
      }),
    ),
  },
} as const satisfies Record<string, Contract>;
