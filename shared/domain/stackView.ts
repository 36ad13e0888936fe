import { z } from 'zod';
import { idSchema, moneySchema } from '#shared/domain/credential.ts';
import { offerLineSchema } from '#shared/domain/creditOffer.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import {
  estimateSchema,
  grantsSchema,
  matchSchema,
  roleSchema,
  ruleSchema,
  stackKindSchema,
  stackOptionsSchema,
  sumOfSchema,
  type Estimate,
  type Match,
  type Role,
  type Rule,
  type SumOf,
} from '#shared/domain/stackTree.ts';
import { statusSchema, type Status } from '#shared/domain/status.ts';
import type { Money } from '#shared/domain/money.ts';

/**
 * What a leaf is on a day. `complete` alone counts as done:
 * - `open` nothing matches, or it is planned; `in-progress`
 * - `lapsed` held once, not valid on that day; `scheduled` issued later than it
 * - `audit` earned on the audit track where a verified one is asked; `grade` below the least grade
 * - `double` it counts in another stack already, and the pair's rule says once
 * - `removed` the credential that it names is in the trash or gone
 */
export const leafStateSchema = z.enum([
  'complete',
  'in-progress',
  'open',
  'lapsed',
  'scheduled',
  'audit',
  'grade',
  'double',
  'removed',
]);
export type LeafState = z.infer<typeof leafStateSchema>;

/** Place of a node: numbers of the children from the root down, `''` the root, `0.2` a grandchild. */
export type Path = string;

type NodeParts = {
  path: Path;
  /** Null: a group without a name. */
  title: string | null;
  key: string | null;
  /** Titles of what must be complete first and is not. */
  blockedBy: string[];
  /** 0 to 1, 1 exactly when complete. */
  progress: number;
  complete: boolean;
  /** Clock hours that it weighs; null where nothing says. */
  hours: number | null;
  /** Clock hours still to go in it, by the way that takes least; null where nothing says. */
  hoursLeft: number | null;
};

export type GroupView = NodeParts & {
  type: 'group';
  rule: Rule;
  n: number | null;
  of: SumOf | null;
  /** Complete children; of a sum, what is earned so far. */
  done: number;
  after: string[];
  children: NodeView[];
};

export type LeafView = NodeParts & {
  type: 'leaf';
  title: string;
  credentialId: z.infer<typeof idSchema> | null;
  /** Null for a leaf by id. */
  match: Match | null;
  /** How many credentials the rule finds; for a leaf by id 1, or 0 when it is gone. */
  candidates: number;
  role: Role;
  verifiedRequired: boolean;
  minGrade: number | null;
  after: string[];
  state: LeafState;
  /** One sentence where the state needs one. */
  reason: string | null;
  status: Status | null;
  kind: string | null;
  issuer: string | null;
  verifiedTrack: boolean | null;
  grade: string | null;
  issued: z.infer<typeof partialDateSchema> | null;
  expires: z.infer<typeof partialDateSchema> | null;
  target: z.infer<typeof partialDateSchema> | null;
  hoursFrom: 'credential' | 'estimate' | 'siblings' | null;
  /** What the credential cost or will cost. */
  cost: Money | null;
  estimate: Estimate | null;
  /** It expires before the stack needs it no longer. */
  atRisk: boolean;
  /** It is part of the way that takes least. */
  planned: boolean;
  /** The day on which it would be done at this pace, in the order of the next steps. */
  forecast: z.infer<typeof plainDateSchema> | null;
  retires: z.infer<typeof plainDateSchema> | null;
  teachOut: z.infer<typeof plainDateSchema> | null;
};
export type NodeView = GroupView | LeafView;

const nodeParts = {
  path: z.string(),
  key: z.string().nullable(),
  blockedBy: z.array(z.string()),
  progress: z.number().min(0).max(1),
  complete: z.boolean(),
  hours: z.number().nullable(),
  hoursLeft: z.number().nullable(),
};

const groupViewSchema: z.ZodType<GroupView> = z.strictObject({
  type: z.literal('group'),
  title: z.string().nullable(),
  ...nodeParts,
  rule: ruleSchema,
  n: z.number().nullable(),
  of: sumOfSchema.nullable(),
  done: z.number(),
  after: z.array(z.string()),
  children: z.array(z.lazy(() => nodeViewSchema)),
});

const leafViewSchema: z.ZodType<LeafView> = z.strictObject({
  type: z.literal('leaf'),
  title: z.string(),
  ...nodeParts,
  credentialId: idSchema.nullable(),
  match: matchSchema.nullable(),
  candidates: z.int(),
  role: roleSchema,
  verifiedRequired: z.boolean(),
  minGrade: z.number().nullable(),
  after: z.array(z.string()),
  state: leafStateSchema,
  reason: z.string().nullable(),
  status: statusSchema.nullable(),
  kind: z.string().nullable(),
  issuer: z.string().nullable(),
  verifiedTrack: z.boolean().nullable(),
  grade: z.string().nullable(),
  issued: partialDateSchema.nullable(),
  expires: partialDateSchema.nullable(),
  target: partialDateSchema.nullable(),
  hoursFrom: z.enum(['credential', 'estimate', 'siblings']).nullable(),
  cost: moneySchema.nullable(),
  estimate: estimateSchema.nullable(),
  atRisk: z.boolean(),
  planned: z.boolean(),
  forecast: plainDateSchema.nullable(),
  retires: plainDateSchema.nullable(),
  teachOut: plainDateSchema.nullable(),
});

export const nodeViewSchema: z.ZodType<NodeView> = z.lazy(() =>
  z.union([groupViewSchema, leafViewSchema]),
);

const step = z.strictObject({
  path: z.string(),
  credentialId: idSchema.nullable(),
  title: z.string(),
  state: leafStateSchema,
  /** Clock hours left in it; null where nothing says. */
  hours: z.number().nullable(),
  cost: moneySchema.nullable(),
  costLow: moneySchema.nullable(),
  costHigh: moneySchema.nullable(),
  /** Titles of what comes first. */
  blockedBy: z.array(z.string()),
  forecast: plainDateSchema.nullable(),
});

export const stackReportSchema = z.strictObject({
  progress: z.number().min(0).max(1),
  complete: z.boolean(),
  /** Leaves that are complete, of those that the rules ask for. */
  done: z.int(),
  of: z.int(),
  nextSteps: z.array(step),
  /** Null where no part says its hours. */
  remainingHours: z.number().nullable(),
  /** Per currency, never converted; a range counts with its middle. */
  remainingCost: z.array(moneySchema),
  remainingCostLow: z.array(moneySchema),
  remainingCostHigh: z.array(moneySchema),
  /** What the complete parts cost. */
  paid: z.array(moneySchema),
  /** Parts of the way ahead whose cost nothing says. */
  costUnknown: z.int(),
  /** The day on which it would be complete at this pace; null where hours or pace are not known. */
  forecast: plainDateSchema.nullable(),
  weeklyHours: z.number(),
  /** The earned parts must hold through this day: the later of forecast and target. */
  neededUntil: plainDateSchema.nullable(),
  /** False: the forecast is later than the target. Null without either. */
  onTarget: z.boolean().nullable(),
  atRisk: z.array(
    z.strictObject({
      path: z.string(),
      credentialId: idSchema,
      title: z.string(),
      expires: partialDateSchema,
      /** Without it the stack would not be as far as it is. */
      breaks: z.boolean(),
      /** Parts that would do in its place. */
      instead: z.array(z.strictObject({ title: z.string(), hours: z.number().nullable() })),
    }),
  ),
  /** Parts that were held and no longer are. */
  lapsed: z.array(z.strictObject({ path: z.string(), credentialId: idSchema, title: z.string() })),
  /** Credentials that other stacks count too. */
  shared: z.array(
    z.strictObject({
      stackId: idSchema,
      title: z.string(),
      credentialIds: z.array(idSchema),
      /** Null: no rule, all count in both. */
      atMost: z.int().nullable(),
      /** Those that do not count here for it. */
      notCounted: z.array(idSchema),
    }),
  ),
  /** The program or parts of it end before they would be done. */
  retirement: z
    .strictObject({
      lastEnrolment: plainDateSchema.nullable(),
      teachOutUntil: plainDateSchema.nullable(),
      source: z.string().nullable(),
      asOf: z.string().nullable(),
      courses: z.array(
        z.strictObject({
          path: z.string(),
          title: z.string(),
          by: plainDateSchema,
          reason: z.string(),
        }),
      ),
    })
    .nullable(),
});
export type StackReport = z.infer<typeof stackReportSchema>;

export const stackViewSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  kind: stackKindSchema,
  target: partialDateSchema.nullable(),
  grants: grantsSchema.nullable(),
  options: stackOptionsSchema,
  root: nodeViewSchema,
  report: stackReportSchema,
  offers: z.array(offerLineSchema),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type StackView = z.infer<typeof stackViewSchema>;
