import type { z } from 'zod';
import { jsonErrorAt } from '#shared/domain/jsonPlace.ts';
import { policySchema, type Policy } from '#shared/domain/policy.ts';

/** What is wrong with a policy, in plain words, and where: `requirements.0.total`; '' is all of it. */
export type PolicyProblem = Readonly<{ path: string; message: string }>;

export type PolicyReading =
  | Readonly<{ policy: Policy; problems: readonly [] }>
  | Readonly<{ policy: null; problems: readonly PolicyProblem[] }>;

/** Reads a policy from a value of any shape, such as the content of a JSON file. Never throws. */
export function readPolicy(value: unknown): PolicyReading {
  const read = policySchema.safeParse(value, { reportInput: true });
  if (read.success) return { policy: read.data, problems: [] };
  return { policy: null, problems: read.error.issues.map(problemOf) };
}

/** The same from text; a slip of the pen is named by its line and column. */
export function readPolicyText(text: string): PolicyReading {
  if (text.trim() === '')
    return { policy: null, problems: [{ path: '', message: 'There is nothing here yet.' }] };
  const at = jsonErrorAt(text);
  if (at === null) return readPolicy(JSON.parse(text));
  const before = text.slice(0, at).split('\n');
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  return { policy: null, problems: [{ path: '', message: `This is not JSON: look at ${place}.` }] };
}

/** Keys whose null or false says something, so that they are never left out. */
const alwaysKept = new Set(['kind', 'known', 'stated']);
const trueByDefault = new Set(['mandatory', 'carryOverAllowed']);

/**
 * The policy as people write it: what is null, empty, or as it is unless said otherwise is left out.
 * `readPolicy` makes the same policy of it.
 */
export function compactPolicy(policy: Policy): Record<string, unknown> {
  return compact(policy) as Record<string, unknown>; // an object goes in, so one comes out
}

function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      const isDefault =
        part === null ||
        part === trueByDefault.has(key) ||
        (Array.isArray(part) && part.length === 0);
      return isDefault && !alwaysKept.has(key) ? [] : [[key, compact(part)]];
    }),
  );
}

function problemOf(issue: z.core.$ZodIssue): PolicyProblem {
  return { path: issue.path.map(String).join('.'), message: issueWords(issue) };
}

function issueWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'This is needed.';
      if (issue.expected === 'number' || issue.expected === 'int') return 'Give a number.';
      return issue.expected === 'array' ? 'Give a list.' : `Give ${article(issue.expected)}.`;
    case 'too_small':
      if (issue.origin === 'string') return 'This is needed.';
      if (issue.origin === 'array') return `Give at least ${String(issue.minimum)}.`;
      return issue.inclusive === false
        ? `Give more than ${String(issue.minimum)}.`
        : `Give at least ${String(issue.minimum)}.`;
    case 'too_big':
      return issue.origin === 'string'
        ? `That is too long: ${String(issue.maximum)} characters at most.`
        : `Give at most ${String(issue.maximum)}.`;
    case 'invalid_value':
      return `Give one of: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `Laurel does not know ${issue.keys.map((key) => `"${key}"`).join(', ')} here.`;
    case 'invalid_union':
      return 'None of the forms that this can have fits.';
    default:
      return issue.message;
  }
}

const article = (kind: string): string =>
  kind === 'string' ? 'a text' : kind === 'boolean' ? 'true or false' : `an ${kind}`;
