import type { Credential, Id } from '#shared/domain/credential.ts';
import type {
  Designation,
  DesignationBook,
  DesignationRule,
  Finding,
} from '#shared/domain/designationRule.ts';
import { validStatuses } from '#shared/domain/order.ts';
import { bareLetters } from '#shared/domain/postnominal.ts';
import type { Status } from '#shared/domain/status.ts';
import { textKey } from '#shared/domain/textKey.ts';

/** What is in the record on the day: letters, and whether they may be used. */
export type HeldLetters = Readonly<{ id: Id | null; letters: string; status: Status }>;

export type LintContext = Readonly<{
  book: DesignationBook;
  /** Letters of every credential of the record, valid or not. */
  held: readonly HeldLetters[];
  /** Keys of findings that the user has dismissed. */
  dismissed: ReadonlySet<string>;
}>;

/** Longest text that is looked over, in UTF-16 code units. */
const LONGEST = 200_000;

const OWN_SOURCE = {
  title: 'Laurel: only what is valid on the day stands after a name (domain.md section 7)',
  url: null,
  asOf: '2026-11',
  verified: 'yes',
} as const;

const SIGN = '[®™℠]?';
/** Words before letters that say that they are no longer, or not yet, held. */
const SAID_BEFORE =
  /\b(?:former(?:ly)?|ex|lapsed|expired|past|previous(?:ly)?|studying for|preparing for|working toward|working towards|toward|towards|candidate for|planning|passed the|sat the|ehemals|anciennement|antes)[\s:-]*$/iu;
/** Words after letters that say so. */
const SAID_AFTER =
  /^[®™℠]?[\s,:]*\(?(?:\d{4}\s*(?:to|until|[-–])\s*\d{4}|until\b|expired|lapsed|exam\b|course|prep|candidate|study|training|retired|inactive|bis\b|expiré|caducad)/iu;

/** Claims about letters that only a holder may make; `@` stands for the letters, where they begin. */
const CLAIMS: readonly string[] = [
  // After a name: "Jane Doe, PMP" or "Jane Doe, MBA, PMP".
  `(?<=(?:^|[\\n|;·] ?)[^\\n|;·]{2,80}, ?)@${SIGN}(?=\\s*(?:$|[,|;·\\n(]|[-–—] ))`,
  // In a headline of parts: "Operations lead | PMP".
  `(?<=[|·•] ?)@${SIGN}(?=\\s*(?:$|[,|;·•\\n]))`,
  `(?<=\\b(?:I am|I'm|I’m|is|as) (?:an? )?(?:certified |licensed )?)@${SIGN}(?=[\\s.,;]|$)`,
  `@${SIGN}[ -](?:certified|licensed|holder|certificant|charterholder)`,
  `(?<=\\b(?:[Cc]ertified|[Ll]icensed|[Cc]redentialed) )@${SIGN}(?=[\\s.,;]|$)`,
];

const EXPECTED =
  '(?:expected|exp\\.|anticipated|to be awarded|erwartet|voraussichtlich|attendue?|prévue?|previst[oa])';

/**
 * Looks a text over for designations that say more than is true, or say it as the body forbids
 * (features.md H11). Pure: the rules, what is held and what was dismissed are handed over. Findings
 * come in the order of the text; of several at one place the longest one speaks.
 */
export function lintDesignations(text: string, context: LintContext): Finding[] {
  const looked = text.slice(0, LONGEST);
  const valid = new Set(
    context.held
      .filter(({ status }) => validStatuses.has(status))
      .map(({ letters }) => keyOf(letters)),
  );
  const raw = [
    ...context.book.rules.flatMap((rule) => byRule(looked, rule, valid)),
    ...context.book.designations.flatMap((designation) =>
      expectedDates(looked, designation, valid),
    ),
    ...unheld(context, valid).flatMap((claim) => claims(looked, claim)),
  ];
  // Of several at one place the longest says most; of equals the first of the book.
  const kept: Finding[] = [];
  const taken = new Uint8Array(looked.length);
  for (const finding of raw.toSorted((a, b) => b.phrase.length - a.phrase.length)) {
    if (taken.subarray(finding.start, finding.end).includes(1)) continue;
    taken.fill(1, finding.start, finding.end);
    kept.push({ ...finding, dismissed: context.dismissed.has(finding.key) });
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** Whether a body lets an expected date be stated; a body that the book does not know does. */
export function mayStateExpectedDate(
  book: DesignationBook,
  asked: Readonly<{ policyId?: string | null; abbreviation?: string | null }>,
): boolean {
  return designationOf(book, asked)?.expectedDate ?? true;
}

/** What the book says of a policy or of letters; undefined: nothing. */
export function designationOf(
  book: DesignationBook,
  {
    policyId = null,
    abbreviation = null,
  }: Readonly<{ policyId?: string | null; abbreviation?: string | null }>,
): Designation | undefined {
  const letters = abbreviation === null ? null : keyOf(abbreviation);
  return book.designations.find(
    (designation) =>
      (policyId !== null && designation.policyIds.includes(policyId)) ||
      (letters !== null && spellings(designation).some((spelling) => keyOf(spelling) === letters)),
  );
}

/** The letters of a record for the lint: those without an abbreviation have none. */
export function lettersHeld(credentials: readonly Credential[]): HeldLetters[] {
  return credentials.flatMap(({ id, abbreviation, status, trashedAt }) =>
    abbreviation === null || trashedAt !== null
      ? []
      : [{ id, letters: bareLetters(abbreviation), status }],
  );
}

type Claim = Readonly<{ letters: string; status: Status | null; rule: string; body: string }>;

/** Letters that the record has but not as valid, and those of the book that it does not have. */
function unheld({ held, book }: LintContext, valid: ReadonlySet<string>): Claim[] {
  const own = held
    .filter(({ letters }) => !valid.has(keyOf(letters)) && /\p{L}{2}/u.test(letters))
    .map(({ letters, status }) => ({ letters, status, rule: ruleOfStatus(status), body: '' }));
  const known = new Set([...valid, ...own.map(({ letters }) => keyOf(letters))]);
  const others = book.designations
    .filter((designation) =>
      spellings(designation).every((spelling) => !known.has(keyOf(spelling))),
    )
    .map(({ letters, body }) => ({ letters, status: null, rule: 'not-in-record', body }));
  return [...own, ...others];
}

function claims(text: string, { letters, status, rule, body }: Claim): Finding[] {
  const escaped = literally(letters);
  const pattern = CLAIMS.map((claim) => claim.replaceAll('@', () => escaped)).join('|');
  return matches(text, `(?<![\\p{L}\\p{N}-])(?=${escaped})(?:${pattern})`).flatMap(
    ({ start, end, phrase }) =>
      SAID_BEFORE.test(text.slice(Math.max(0, start - 40), start)) ||
      SAID_AFTER.test(text.slice(end, end + 40))
        ? []
        : [
            {
              key: keyOfFinding(rule, letters),
              rule,
              body,
              phrase,
              start,
              end,
              ...wordsOf(letters, status),
              source: OWN_SOURCE,
              dismissed: false,
            },
          ],
  );
}

function expectedDates(
  text: string,
  designation: Designation,
  valid: ReadonlySet<string>,
): Finding[] {
  if (designation.expectedDate || valid.has(keyOf(designation.letters))) return [];
  const letters = spellings(designation)
    .map((spelling) => literally(spelling))
    .join('|');
  const rule = `expected-${textKey(designation.letters).replaceAll(' ', '-')}`;
  return matches(
    text,
    `(?<![\\p{L}\\p{N}-])(?:${letters})${SIGN}(?![\\p{L}\\p{N}-])[^.\\n]{0,40}?\\b${EXPECTED}[^.\\n]{0,30}`,
    'i',
  ).map(({ start, end, phrase }) => ({
    key: keyOfFinding(rule, phrase),
    rule,
    body: designation.body,
    phrase,
    start,
    end,
    why: `${designation.body} does not let an expected date be stated.`,
    correction:
      designation.candidate === null
        ? 'Leave the date out.'
        : `Write "${designation.candidate}", where that is true.`,
    source: designation.source,
    dismissed: false,
  }));
}

function byRule(text: string, rule: DesignationRule, valid: ReadonlySet<string>): Finding[] {
  const mayHold =
    rule.kind === 'needs-held' && rule.letters.some((letters) => valid.has(keyOf(letters)));
  if (mayHold) return [];
  return rule.patterns.flatMap((pattern) =>
    matches(text, pattern, rule.anyCase ? 'i' : '').flatMap(({ start, end, phrase }) =>
      SAID_BEFORE.test(text.slice(Math.max(0, start - 40), start)) && rule.kind === 'needs-held'
        ? []
        : [
            {
              key: keyOfFinding(rule.id, phrase),
              rule: rule.id,
              body: rule.body,
              phrase,
              start,
              end,
              why: rule.why,
              correction: rule.correction,
              source: rule.source,
              dismissed: false,
            },
          ],
    ),
  );
}

function matches(
  text: string,
  pattern: string,
  flags = '',
): ReadonlyArray<Readonly<{ start: number; end: number; phrase: string }>> {
  return [...text.matchAll(new RegExp(pattern, `gmu${flags}`))].flatMap((match) => {
    const whole = match[0];
    // A separator that the pattern needed in front is no part of the phrase.
    const lead = /^[\s,|;·•]*/u.exec(whole)?.[0].length ?? 0;
    const phrase = whole.slice(lead).trimEnd();
    const start = match.index + lead;
    return phrase === '' ? [] : [{ start, end: start + phrase.length, phrase }];
  });
}

function ruleOfStatus(status: Status): string {
  return status === 'in-progress' || status === 'planned' || status === 'scheduled'
    ? 'not-yet-earned'
    : 'lapsed-title';
}

const because: Readonly<Record<Status, string>> = {
  planned: 'is only planned',
  'in-progress': 'is not earned yet',
  revoked: 'was revoked',
  abandoned: 'was not finished',
  scheduled: 'begins later',
  active: 'is held',
  expiring: 'is held',
  grace: 'is in grace and may not be shown as held',
  suspended: 'is suspended',
  expired: 'has expired',
};

function wordsOf(
  letters: string,
  status: Status | null,
): Readonly<{ why: string; correction: string }> {
  if (status === null)
    return {
      why: `${letters} is claimed, and the record holds no such credential.`,
      correction: `Record ${letters}, or leave the letters out.`,
    };
  return {
    why: `${letters} ${because[status]} on this day.`,
    correction:
      ruleOfStatus(status) === 'not-yet-earned'
        ? 'Leave the letters out of the name line until they are earned.'
        : `Leave it out, or write "formerly ${letters}".`,
  };
}

/** A pattern that means the text itself (ECMA-262 22.2.1, SyntaxCharacter). */
const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

const spellings = ({ letters, also }: Designation): readonly string[] => [letters, ...also];

/** Letters without signs and case: P.M.P., PMP® and pmp are the same. */
const keyOf = (letters: string): string =>
  bareLetters(letters)
    .replaceAll(/[.®™℠\s]/gu, '')
    .toUpperCase();

/** What a dismissal remembers: the rule and the words, not the place. */
const keyOfFinding = (rule: string, phrase: string): string =>
  `${rule}:${phrase.replaceAll(/\s+/gu, ' ').slice(0, 200)}`;
