import type { Id } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { createStackIndex, type StackCredential } from '#shared/domain/stackMatch.ts';
import { reportStack, type Reported } from '#shared/domain/stackReport.ts';
import { parseStackFile, type StackNode } from '#shared/domain/stackTree.ts';
import { issuerKey, textKey } from '#shared/domain/textKey.ts';
import { TODAY } from './engine.ts';

/** An id that only tests use, the same for the same number. */
export const idOf = (n: number): Id =>
  `019b0000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id; // of a UUID's form

type Given = Partial<Omit<StackCredential, 'id' | 'issued' | 'expires'>> &
  Readonly<{ issued?: string | null; expires?: string | null }>;

const date = (text: string | null | undefined) =>
  text === null || text === undefined ? null : partialDateSchema.parse(text);

/** A credential as stacks see it, earned and without an end unless told otherwise. */
export function aStackCredential(n: number, given: Given = {}): StackCredential {
  const title = given.title ?? `Credential ${n}`;
  const issuer = given.issuer ?? null;
  return {
    abbreviation: null,
    kind: 'course-certificate',
    policyId: null,
    tags: [],
    skills: [],
    lifecycle: 'earned',
    progress: null,
    started: null,
    target: null,
    leadDays: 90,
    ladder: null,
    hours: null,
    credits: null,
    grade: null,
    cost: null,
    audit: false,
    verifiedTrack: null,
    ...given,
    id: idOf(n),
    title,
    titleKey: textKey(title),
    issuer,
    issuerKey: issuer === null ? null : issuerKey(issuer),
    issued: date(given.issued ?? '2024-01-01'),
    expires: date(given.expires),
  };
}

export const leaf = (n: number, more: object = {}): StackNode => ({
  credentialId: idOf(n),
  ...more,
});

export const all = (...children: StackNode[]): StackNode => ({ rule: 'all', children });
export const any = (...children: StackNode[]): StackNode => ({ rule: 'any', children });
export const atLeast = (n: number, ...children: StackNode[]): StackNode => ({
  rule: 'atLeast',
  n,
  children,
});
export const sum = (of: 'hours' | 'ects' | 'usCredits', n: number, ...children: StackNode[]) =>
  ({ rule: 'sum', of, n, children }) satisfies StackNode;

type Options = Readonly<{
  asOf?: typeof TODAY;
  weeklyHours?: number;
  file?: object;
  excluded?: ReadonlySet<string>;
}>;

/** The report of a stack file's tree over these credentials. */
export function reportOf(
  root: StackNode,
  credentials: readonly StackCredential[],
  { asOf = TODAY, weeklyHours = 6, file = {}, excluded = new Set() }: Options = {},
): Reported {
  const index = createStackIndex(credentials, asOf);
  return reportStack({
    draft: parseStackFile({ title: 'Test', root, ...file }),
    asOf,
    surroundings: { index, excluded },
    weeklyHours,
    names: new Map(),
    shared: [],
  });
}
