import { z } from 'zod';
import { moneySchema } from '#shared/domain/credential.ts';

const text = (max: number) => z.string().trim().min(1).max(max);
const months = z.int().min(1).max(600);

/** Units as people write them: a decimal with at most two places; the ledger counts hundredths. */
const units = z
  .number()
  .min(0)
  .max(100_000)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, {
    error: 'Units have at most two decimal places.',
  });

/** How far a figure was checked: `memory` has no source and is shown as such. */
export const verifiedSchema = z.enum(['yes', 'partly', 'memory']);
export type Verified = z.infer<typeof verifiedSchema>;

const parity = z.enum(['odd', 'even']);
const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Write MM-DD.');

/** Where a cycle of M months ends (domain.md section 3, validity basis). */
export const basisSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('issue-date') }),
  z.strictObject({ kind: z.literal('end-of-month') }),
  z.strictObject({ kind: z.literal('calendar-year') }),
  z.strictObject({
    kind: z.literal('birth-month'),
    /** California nurses: the month after the birth month. */
    offsetMonths: z.int().min(0).max(11).default(0),
    /** `birth-year`: only years as odd or even as the holder's birth year. */
    parity: z.enum(['birth-year']).nullable().default(null),
  }),
  z.strictObject({
    kind: z.literal('fixed-date'),
    /** Days of the year on which a cycle may end; empty where the source names none. */
    monthDays: z.array(monthDay).max(12).default([]),
    parity: parity.nullable().default(null),
    /** The body assigns one of the days, or a day of its own, to each holder. */
    assigned: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('none') }),
]);
export type Basis = z.infer<typeof basisSchema>;

export const renewsFromSchema = z.enum(['expiry', 'renewal-date', 'fixed']);
export type RenewsFrom = z.infer<typeof renewsFromSchema>;

/** Days, or calendar months where the body counts so; `statedDays` keeps the source's figure. */
export const renewalWindowSchema = z.union([
  z.strictObject({ days: z.int().min(1).max(3650) }),
  z.strictObject({ months, statedDays: z.int().min(1).max(3650).nullable().default(null) }),
]);
export type RenewalWindow = z.infer<typeof renewalWindowSchema>;

export const graceKindSchema = z.enum(['earn-and-submit', 'submit-only']);

/** One step of the ladder after the end, in its order. */
export const rungSchema = z.strictObject({
  state: z.enum(['grace', 'suspended']),
  days: z.int().min(1).max(3650),
  /** Null where the source does not say whether units may still be earned. */
  kind: graceKindSchema.nullable(),
  mayBeUsed: z.boolean().default(false),
});
export type Rung = z.infer<typeof rungSchema>;

export const routeKindSchema = z.enum(['units', 'exam', 'assessment', 'higher', 'fee']);
export type RouteKind = z.infer<typeof routeKindSchema>;

/** One way to renew. */
export const routeSchema = z.strictObject({
  kind: routeKindSchema,
  /** The method as the source names it, e.g. `retake exam`. */
  method: text(200),
  /** What the body calls it where it differs, e.g. `maintain via Skill Builder`. */
  title: text(200).nullable().default(null),
  /** Months added; null: the policy's cycle. */
  months: months.nullable().default(null),
  /** Null: as the policy. */
  renewsFrom: renewsFromSchema.nullable().default(null),
  /** True: refused from the day after the end, grace or not. */
  onlyWhileValid: z.boolean().default(false),
  window: renewalWindowSchema.nullable().default(null),
  withFee: z.boolean().default(false),
  cost: moneySchema.nullable().default(null),
  hours: z.number().min(0).max(100_000).nullable().default(null),
});
export type Route = z.infer<typeof routeSchema>;

export const categorySchema = z.strictObject({
  name: text(200),
  min: units.nullable().default(null),
  /** The minimum runs on a clock of its own, e.g. ethics every 24 months. */
  minEveryMonths: months.nullable().default(null),
  /** What counts at most; the rest is ignored. */
  max: units.nullable().default(null),
  perYearMin: units.nullable().default(null),
  /** Name of the category that this one is part of. */
  within: text(200).nullable().default(null),
  /** False: units carried over never meet this minimum. */
  carryOverAllowed: z.boolean().default(true),
  /** What one activity counts here at most; the rest of it is ignored. */
  perActivityMax: units.nullable().default(null),
  /** Nothing counts here until there are so many units, e.g. 10 points in a topic. */
  block: units.nullable().default(null),
});
export type Category = z.infer<typeof categorySchema>;

export const carryOverSchema = z.strictObject({
  max: units,
  /** The source's own words. */
  from: text(500),
  /** Only units earned in the last so many months of the cycle; null: any. */
  windowMonths: months.nullable().default(null),
  fromCategory: text(200).nullable().default(null),
  intoCategory: text(200).nullable().default(null),
  onlyIfActive: z.boolean().default(false),
  /** Counts in the first year's minimum (one-year cycles, whose yearly minimum is the total). */
  towardYearMinimum: z.boolean().default(false),
});
export type CarryOver = z.infer<typeof carryOverSchema>;

/** From clock time to units; `stated` false is an assumption of ours, shown as such. */
export const conversionSchema = z.strictObject({
  minutesPerUnit: z.number().positive().max(100_000),
  rounding: z.strictObject({ step: units.positive(), mode: z.enum(['down', 'nearest', 'up']) }),
  stated: z.boolean(),
});
export type Conversion = z.infer<typeof conversionSchema>;

export const requirementSchema = z
  .strictObject({
    unit: text(100),
    total: units,
    /** Hard floor in each year of the cycle. */
    perYearMin: units.nullable().default(null),
    /** Advice only. */
    perYearSuggested: units.nullable().default(null),
    /** Sources disagree on whether this yearly floor is hard; not enforced, shown. */
    perYearSoftMin: units.nullable().default(null),
    categories: z.array(categorySchema).max(60).default([]),
    carryOver: carryOverSchema.nullable().default(null),
    /** Judged over the last so many months to the cycle's end, whatever the cycle's length. */
    rollingMonths: months.nullable().default(null),
    /** Units older than this at the cycle's end do not count. */
    lookbackMonths: months.nullable().default(null),
    /** Added to the total for every further track held (Scrum Alliance). */
    addOnPerExtraTrack: units.nullable().default(null),
    /** What a further one is called where it is no track, e.g. `licence`. */
    extraTrack: text(100).nullable().default(null),
    /** Category whose minimum the addition raises as well. */
    addOnCategory: text(200).nullable().default(null),
    /** Other totals by what the holder is: role, degree, length of term. */
    totals: z
      .array(
        z.strictObject({ by: z.enum(['role', 'degree', 'term']), when: text(200), total: units }),
      )
      .default([]),
    /** The total is asked once for each of these (FINRA: registration category held). */
    perHeld: text(200).nullable().default(null),
    /** Null: per cycle. */
    per: z.enum(['year']).nullable().default(null),
    /** False: recommended only. */
    mandatory: z.boolean().default(true),
    conversion: conversionSchema.nullable().default(null),
  })
  .superRefine((requirement, context) => {
    const names = new Set(requirement.categories.map((category) => category.name));
    if (names.size !== requirement.categories.length) {
      context.addIssue({ code: 'custom', message: 'Two categories have the same name.' });
    }
    for (const category of requirement.categories) {
      if (category.within !== null && !names.has(category.within)) {
        context.addIssue({ code: 'custom', message: `No category is named ${category.within}.` });
      }
      if (hasLoop(category, requirement.categories)) {
        context.addIssue({ code: 'custom', message: `${category.name} is nested in itself.` });
      }
      // So that whatever meets the minimum fills the block, which the planner relies on.
      if (category.block !== null && category.block > (category.min ?? 0)) {
        context.addIssue({
          code: 'custom',
          message: `The block of ${category.name} is larger than its minimum.`,
        });
      }
    }
    const { carryOver, addOnCategory } = requirement;
    for (const name of [carryOver?.fromCategory, carryOver?.intoCategory, addOnCategory]) {
      if (typeof name === 'string' && !names.has(name)) {
        context.addIssue({ code: 'custom', message: `No category is named ${name}.` });
      }
    }
  });
export type Requirement = z.infer<typeof requirementSchema>;

function hasLoop(start: Category, categories: readonly Category[]): boolean {
  const seen = new Set<string>();
  let within: string | null = start.name;
  while (within !== null) {
    if (seen.has(within)) return true;
    seen.add(within);
    const name: string = within;
    within = categories.find((category) => category.name === name)?.within ?? null;
  }
  return false;
}

/** Another complete way to meet the requirement, in the source's words and in figures. */
export const alternativeSchema = z.strictObject({
  text: text(500),
  total: units.nullable().default(null),
  perYearMin: units.nullable().default(null),
  /** All of the units in one subject. */
  oneSubject: z.boolean().default(false),
  /** How many exams it takes, and of which sort. */
  exams: z.int().min(0).max(20).default(0),
  exam: text(200).nullable().default(null),
  /** Holding another credential that is current does. */
  credential: text(200).nullable().default(null),
  fromMemory: z.boolean().default(false),
});
export type Alternative = z.infer<typeof alternativeSchema>;

export const feeSchema = z.strictObject({
  price: moneySchema,
  /** `late`: only in grace or suspension. */
  per: z.enum(['cycle', 'year', 'late']),
  member: moneySchema.nullable().default(null),
  low: moneySchema.nullable().default(null),
  high: moneySchema.nullable().default(null),
  /** Yearly fees fall due on the anniversary of the cycle's start. */
  due: z.enum(['anniversary', 'submission']),
  /** The fee is the price of the exam, not of keeping the credential. */
  isExamPrice: z.boolean().default(false),
  note: text(500).nullable().default(null),
  fromMemory: z.boolean().default(false),
});
export type Fee = z.infer<typeof feeSchema>;

export const edgeSchema = z.strictObject({
  policyId: text(200),
  /** Ways of earning or renewing this one that renew the other. */
  by: z.array(z.union([routeKindSchema, z.literal('earned')])).min(1),
  reason: text(500),
  verified: verifiedSchema,
  /** The other takes this one's new end, or its own term from the day of the pass. */
  newEnd: z.enum(['same-end', 'own-term']),
});
export type Edge = z.infer<typeof edgeSchema>;

/** Credentials that are renewed together: all of the suite, or those at or below a level. */
export const suiteSchema = z.strictObject({
  id: text(100),
  level: z.int().min(1).max(20),
  rule: z.enum(['all', 'at-or-below']),
  by: z.array(z.union([routeKindSchema, z.literal('earned')])).min(1),
  reason: text(500),
  verified: verifiedSchema,
  newEnd: z.enum(['same-end', 'own-term']),
});
export type Suite = z.infer<typeof suiteSchema>;
