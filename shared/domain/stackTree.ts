import { z } from 'zod';
import { AppError } from '#shared/appError.ts';
import {
  creditSystemSchema,
  idSchema,
  kindSchema,
  moneySchema,
} from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { verifiedSchema } from '#shared/domain/policyParts.ts';
import { offSchema } from '#shared/domain/studySettings.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/** Name of a node inside its stack, for prerequisites: letters, digits, `.`, `_` and `-`. */
const nodeKeySchema = z.string().regex(/^[\p{L}\p{N}._-]{1,60}$/u, 'Give a key without blanks.');

/**
 * A rule that finds a credential (domain.md section 4): all that is given must hold; case, accents
 * and punctuation are ignored. An issuer's other names find it too.
 */
export const matchSchema = z
  .strictObject({
    kind: kindSchema.optional(),
    title: text(1000).optional(),
    abbreviation: text(60).optional(),
    issuer: text(500).optional(),
    policy: text(200).optional(),
    tag: text(100).optional(),
  })
  .refine((rule) => Object.values(rule).some((value) => value !== undefined), {
    error:
      'A rule to match by needs at least one of kind, title, abbreviation, issuer, policy, tag.',
  });
export type Match = z.infer<typeof matchSchema>;

/** What a sum rule counts. */
export const sumOfSchema = z.enum(['hours', 'ects', 'usCredits']);
export type SumOf = z.infer<typeof sumOfSchema>;

/** A capstone or an exam is a part of its own, never implied by the courses. */
export const roleSchema = z.enum(['course', 'capstone', 'exam', 'other']);
export type Role = z.infer<typeof roleSchema>;

/** What a catalogue or the holder expects of a leaf before the credential itself says it. */
export const estimateSchema = z
  .strictObject({
    /** Clock hours, from and to. */
    hours: z.tuple([z.number().min(0), z.number().min(0)]).optional(),
    low: moneySchema.optional(),
    high: moneySchema.optional(),
    /** How the figures came about, e.g. "a fifth of the program's". */
    note: text(500).optional(),
    source: text(4000).optional(),
    asOf: text(200).optional(),
    verified: verifiedSchema.optional(),
  })
  .refine(({ hours }) => hours === undefined || hours[0] <= hours[1], {
    error: 'The lower figure comes first.',
  })
  .refine(
    ({ low, high }) =>
      low === undefined ||
      high === undefined ||
      (low.currency === high.currency && low.amount <= high.amount),
    { error: 'The lower cost comes first, both in one currency.' },
  );
export type Estimate = z.infer<typeof estimateSchema>;

const nodeParts = {
  /** What it is called while no credential says it. */
  title: text(1000).optional(),
  key: nodeKeySchema.optional(),
  /** Keys of nodes that must be complete before it can be begun. */
  after: z.array(nodeKeySchema).min(1).max(50).optional(),
  /** Written by `stack show`, ignored when read. */
  progress: z.unknown().optional(),
};

const leafParts = {
  ...nodeParts,
  role: roleSchema.optional(),
  /** True: a credential on the audit track does not count. */
  verified: z.boolean().optional(),
  /** Least grade in percent. */
  minGrade: z.number().min(0).max(100).optional(),
  /** Last day to enrol in it. */
  retires: plainDateSchema.optional(),
  /** Last day on which it can be finished. */
  teachOut: plainDateSchema.optional(),
  estimate: estimateSchema.optional(),
};

const idLeafSchema = z.strictObject({ credentialId: idSchema, ...leafParts });
const matchLeafSchema = z.strictObject({ match: matchSchema, ...leafParts });

/** One credential, by its id or by a rule. */
export type Leaf = z.infer<typeof idLeafSchema> | z.infer<typeof matchLeafSchema>;

export const ruleSchema = z.enum(['all', 'any', 'atLeast', 'sum']);
export type Rule = z.infer<typeof ruleSchema>;

/** Parts of which all, any, at least `n`, or enough for a sum of `n` are asked. */
export type Group = {
  rule: Rule;
  n?: number | undefined;
  of?: SumOf | undefined;
  title?: string | undefined;
  key?: string | undefined;
  after?: string[] | undefined;
  progress?: unknown;
  children: StackNode[];
};
export type StackNode = Group | Leaf;

/** One group without its children's own parts; see `parseNode`. */
const groupSchema = z
  .strictObject({
    rule: ruleSchema,
    n: z.number().positive().max(1_000_000).optional(),
    of: sumOfSchema.optional(),
    ...nodeParts,
    children: z.array(z.unknown()).min(1, 'A group needs at least one part.').max(500),
  })
  .superRefine(({ rule, n, of, children }, context) => {
    const say = (message: string) => context.addIssue({ code: 'custom', message, path: ['n'] });
    if (rule === 'atLeast') {
      if (n === undefined || !Number.isInteger(n)) say('atLeast needs a whole number n.');
      else if (n > children.length) say(`${n} of ${children.length} parts cannot be reached.`);
    }
    if (rule === 'sum' && (n === undefined || of === undefined))
      say('sum needs n, and of: hours, ects or usCredits.');
    if ((rule === 'all' || rule === 'any') && n !== undefined) say(`${rule} takes no n.`);
    if (rule !== 'sum' && of !== undefined) say(`${rule} takes no of.`);
  });

const MAX_DEPTH = 20;

/**
 * Takes a value as the tree of a stack, without what `stack show` adds to it.
 * @throws AppError invalid_input with the place of the first thing that is wrong
 */
export function parseNode(raw: unknown, path: readonly string[] = ['root'], depth = 0): StackNode {
  if (typeof raw !== 'object' || raw === null)
    throw wrong(path, 'A part is a group with a rule and children, or a leaf.');
  if (depth > MAX_DEPTH) throw wrong(path, `A tree has at most ${MAX_DEPTH} levels.`);
  if ('rule' in raw) {
    const { children, ...group } = parseAs(groupSchema, raw, path);
    return withoutShown({
      ...group,
      children: children.map((child, at) =>
        parseNode(child, [...path, 'children', String(at)], depth + 1),
      ),
    });
  }
  if ('credentialId' in raw) return withoutShown(parseAs(idLeafSchema, raw, path));
  if ('match' in raw) return withoutShown(parseAs(matchLeafSchema, raw, path));
  throw wrong(path, 'A part needs a rule, a credentialId or a match.');
}

function parseAs<S extends z.ZodType>(
  schema: S,
  raw: unknown,
  path: readonly string[],
): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw wrong([...path, ...(issue?.path ?? []).map(String)], issue?.message ?? 'Invalid input');
}

function wrong(path: readonly string[], message: string): AppError {
  const place = path.join('.');
  return new AppError('invalid_input', place === '' ? message : `${place}: ${message}`, {
    path: place === '' ? 'file' : place,
  });
}

function withoutShown<T extends StackNode>(node: T): Omit<T, 'progress'> {
  const { progress: _, ...kept } = node;
  return kept;
}

export const isGroup = (node: StackNode): node is Group => 'rule' in node;

/** How a stack is shown and what it is for (domain.md section 4). */
export const stackKindSchema = z.enum(['program', 'pathway', 'curated']);
export type StackKind = z.infer<typeof stackKindSchema>;

/** What completing the stack leads to. An offer under conditions, never credit that is held. */
export const grantsSchema = z.strictObject({
  award: text(1000),
  institution: text(500).optional(),
  degree: text(500).optional(),
  credits: z.number().positive().max(10_000).optional(),
  /** Credits of the whole degree. */
  of: z.number().positive().max(10_000).optional(),
  system: creditSystemSchema.optional(),
  conditions: z.array(text(1000)).max(30).optional(),
  source: text(4000).optional(),
  asOf: text(200).optional(),
  verified: verifiedSchema.optional(),
  note: text(4000).optional(),
});
export type Grants = z.infer<typeof grantsSchema>;

export const stackOptionsSchema = z.strictObject({
  /** Hours of study a week for this stack; absent: the setting. */
  weeklyHours: z.number().min(0).max(168).optional(),
  /** Holidays: days on which nothing is studied. */
  weeksOff: z.array(offSchema).max(200).optional(),
  /** How many credentials that already count in the other stack count here too; 0: none. */
  doubleCount: z
    .array(z.strictObject({ stackId: idSchema, atMost: z.int().min(0).max(1000) }))
    .max(50)
    .optional(),
  /** The program ends (features.md C7). */
  retirement: z
    .strictObject({
      lastEnrolment: plainDateSchema.optional(),
      teachOutUntil: plainDateSchema.optional(),
      source: text(4000).optional(),
      asOf: text(200).optional(),
    })
    .optional(),
  /** Which entry of the catalogue it was made from. */
  programId: text(200).optional(),
  /** Who gives it, as the list of stacks shows it. */
  provider: text(500).optional(),
  notes: z.string().max(20_000).optional(),
});
export type StackOptions = z.infer<typeof stackOptionsSchema>;

/** A stack file: what `laurel stack show --json` prints and `add` and `edit` read (cli.md). */
export const stackFileSchema = z.strictObject({
  /** Of the stack that was shown; `add` gives a new one, `edit` goes by its argument. */
  id: z.unknown().optional(),
  title: text(500),
  kind: stackKindSchema.default('curated'),
  target: partialDateSchema.nullable().default(null),
  grants: grantsSchema.nullable().default(null),
  options: stackOptionsSchema.default({}),
  root: z.unknown().transform((raw) => parseNode(raw)),
  report: z.unknown().optional(),
});

/** A stack as it is stored: no report, no progress in its nodes. */
export type StackDraft = Readonly<{
  title: string;
  kind: StackKind;
  target: z.infer<typeof partialDateSchema> | null;
  grants: Grants | null;
  options: StackOptions;
  root: StackNode;
}>;

/**
 * Reads a stack file. What `stack show` adds (the report, progress, the id) is left out.
 * @throws AppError invalid_input with the place of the first thing that is wrong; prerequisites that
 * go in a circle are named
 */
export function parseStackFile(raw: unknown): StackDraft {
  const { id: _, report: __, ...file } = parseAs(stackFileSchema, raw, []);
  return file;
}
