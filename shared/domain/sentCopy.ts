import type { Credential, Id } from '#shared/domain/credential.ts';
import { oneLine, webLink } from '#shared/domain/escape.ts';
import { monthYear, titleWithAbbreviation } from '#shared/domain/line.ts';
import { isPartialDate, last } from '#shared/domain/partialDate.ts';
import { addDays, type PlainDate } from '#shared/domain/plainDate.ts';
import type { SentFact, SentFactName } from '#shared/domain/sentFact.ts';
import type { Status } from '#shared/domain/status.ts';

/** How a credential stands, as far as a text of it depends on that. */
export type Standing =
  | 'held'
  | 'under-way'
  | 'planned'
  | 'lapsed'
  | 'revoked'
  | 'abandoned'
  | 'gone';

/** A fact as shown and what the record said at the time; null: the record said nothing. */
export type KeptFact = SentFact & Readonly<{ was: string | null }>;

/** One credential as it is now; null when it is in the trash or removed. `letters` go after a name. */
export type NowFacts = Readonly<{ credential: Credential | null; letters: string | null }>;

/** A fact of a copy that is no longer true, and what it should say; null: it goes. */
export type FactLie = Readonly<{
  credentialId: Id;
  title: string;
  fact: SentFactName;
  shown: string;
  now: string | null;
  since: PlainDate | null;
  reason: string;
}>;

const standingOf: Readonly<Record<Status, Standing>> = {
  planned: 'planned',
  'in-progress': 'under-way',
  scheduled: 'under-way',
  active: 'held',
  expiring: 'held',
  grace: 'lapsed',
  suspended: 'lapsed',
  expired: 'lapsed',
  revoked: 'revoked',
  abandoned: 'abandoned',
};

const SEPARATOR = '\u001f';

/** What the record says of a fact, in a form that does not depend on wording or language. */
export function truthOf(fact: SentFactName, { credential, letters }: NowFacts): string | null {
  if (credential === null) return fact === 'held' ? 'gone' : null;
  switch (fact) {
    case 'held':
      return standingOf[credential.status];
    case 'title':
      return titleWithAbbreviation(credential);
    case 'issuer':
      return oneLine(credential.issuer?.name ?? credential.platform ?? '');
    case 'date':
      return standingOf[credential.status] === 'under-way' && credential.target !== null
        ? credential.target
        : credential.issued;
    case 'expiry':
      return credential.expires;
    case 'number':
      return credential.number;
    case 'link':
      return webLink(credential.url);
    case 'skills':
      return credential.skills.map(oneLine).join(SEPARATOR);
    case 'grade':
      return credential.grade;
    case 'letters':
      return letters;
    case 'credit':
      return credential.credits === null
        ? null
        : `${credential.credits.amount} ${credential.credits.system}`;
    case 'courses':
      // Which courses stand under a program is not a fact of the program itself.
      return null;
  }
}

/**
 * Facts with what the record says of each now, ready to be kept with a copy. Each credential also
 * gets the claim that it stands as it does, which is what expiry makes untrue.
 */
export function keepFacts(facts: readonly SentFact[], nowOf: (id: Id) => NowFacts): KeptFact[] {
  const own = facts.map((fact) => ({ ...fact, was: truthOf(fact.fact, nowOf(fact.credentialId)) }));
  const claimed = new Set(
    own.filter(({ fact }) => fact === 'held').map(({ credentialId }) => credentialId),
  );
  const others = [...new Set(facts.map(({ credentialId }) => credentialId))].filter(
    (id) => !claimed.has(id),
  );
  return [
    ...own,
    ...others.map((credentialId) => {
      const now = nowOf(credentialId);
      return {
        credentialId,
        fact: 'held' as const,
        value: now.credential === null ? '' : titleWithAbbreviation(now.credential),
        was: truthOf('held', now),
      };
    }),
  ];
}

/** The facts of a credential that a text shows, found in it word by word. */
export function factsInText(text: string, now: NowFacts, locale: string): SentFact[] {
  const { credential } = now;
  if (credential === null) return [];
  const dates = (date: Credential['issued']): string[] =>
    date === null ? [] : [monthYear(date, locale, 'long'), monthYear(date, locale)];
  const shown: ReadonlyArray<readonly [SentFactName, ReadonlyArray<string | null>]> = [
    ['title', [titleWithAbbreviation(credential), oneLine(credential.title)]],
    ['issuer', [oneLine(credential.issuer?.name ?? '')]],
    ['date', dates(credential.issued)],
    ['expiry', dates(credential.expires)],
    ['number', [credential.number]],
    ['link', [webLink(credential.url)]],
    ['letters', [now.letters]],
  ];
  return shown.flatMap(([fact, values]): SentFact[] => {
    const value = values.find((each) => each !== null && each !== '' && text.includes(each));
    return value == null ? [] : [{ credentialId: credential.id, fact, value }];
  });
}

/**
 * The facts of a copy that are untrue on a day (features.md H12): what was held and is not, what was
 * under way and is earned, and every shown value that the record says otherwise now. A skill that
 * was added later makes no shown skill untrue.
 */
export function liesOf(
  facts: readonly KeptFact[],
  nowOf: (id: Id) => NowFacts,
  day: Readonly<{ asOf: PlainDate; locale: string }>,
): FactLie[] {
  return facts.flatMap((kept): FactLie[] => {
    const now = nowOf(kept.credentialId);
    if (now.credential === null && kept.fact !== 'held') return [];
    const truth = truthOf(kept.fact, now);
    if (!isUntrue(kept, truth)) return [];
    return [
      {
        credentialId: kept.credentialId,
        title: now.credential === null ? kept.value : oneLine(now.credential.title),
        fact: kept.fact,
        shown: kept.value,
        now: shownNow(kept, truth, day.locale),
        since: kept.fact === 'held' ? sinceOf(now.credential, day.asOf) : null,
        reason: reasonOf(kept, now, truth, day.locale),
      },
    ];
  });
}

function isUntrue({ fact, was }: KeptFact, truth: string | null): boolean {
  if (fact !== 'skills') return was !== truth;
  const still = new Set((truth ?? '').split(SEPARATOR));
  return (was ?? '').split(SEPARATOR).some((skill) => skill !== '' && !still.has(skill));
}

/** What should stand in place of the shown value; null where it goes. */
function shownNow(
  { fact, value, was }: KeptFact,
  truth: string | null,
  locale: string,
): string | null {
  if (truth === null) return null;
  switch (fact) {
    case 'held':
      return truth === 'held' || truth === 'under-way' ? value : null;
    case 'date':
    case 'expiry': {
      for (const month of ['short', 'long'] as const) {
        const now = isPartialDate(truth) ? monthYear(truth, locale, month) : truth;
        const before = was !== null && isPartialDate(was) ? monthYear(was, locale, month) : '';
        if (before !== '' && value.includes(before)) return value.replace(before, () => now);
      }
      return isPartialDate(truth) ? monthYear(truth, locale) : truth;
    }
    case 'skills': {
      const still = new Set(truth.split(SEPARATOR));
      const gone = (was ?? '').split(SEPARATOR).filter((skill) => !still.has(skill));
      const names = (was ?? '').split(SEPARATOR).filter((skill) => !gone.includes(skill));
      return names.length === 0 ? null : names.join(', ');
    }
    case 'title':
    case 'issuer':
    case 'number':
    case 'link':
    case 'grade':
    case 'letters':
    case 'credit':
    case 'courses':
      return was !== null && was !== '' && value.includes(was)
        ? value.replace(was, () => truth)
        : truth;
  }
}

function sinceOf(credential: Credential | null, asOf: PlainDate): PlainDate | null {
  if (
    credential === null ||
    credential.expires === null ||
    standingOf[credential.status] !== 'lapsed'
  )
    return null;
  const day = addDays(last(credential.expires), 1);
  return day <= asOf ? day : null;
}

const standsNow: Readonly<Record<Status, string>> = {
  planned: 'is only planned now',
  'in-progress': 'is in progress',
  scheduled: 'begins later',
  active: 'is held now',
  expiring: 'is held now',
  grace: 'is in grace',
  suspended: 'is suspended',
  expired: 'has expired',
  revoked: 'was revoked',
  abandoned: 'was not finished',
};

const nameOfFact: Readonly<Record<SentFactName, string>> = {
  held: 'standing',
  title: 'title',
  issuer: 'issuer',
  date: 'date',
  expiry: 'expiry',
  number: 'number',
  link: 'link',
  skills: 'skills',
  grade: 'grade',
  letters: 'letters',
  credit: 'credit',
  courses: 'courses',
};

function reasonOf(
  kept: KeptFact,
  { credential }: NowFacts,
  truth: string | null,
  locale: string,
): string {
  if (credential === null) return `${kept.value || 'A credential'} is no longer in the record.`;
  const name = oneLine(credential.abbreviation ?? credential.title);
  if (kept.fact === 'held') return `${name} ${standsNow[credential.status]}.`;
  const say = (value: string | null): string =>
    value === null || value === ''
      ? 'nothing'
      : isPartialDate(value)
        ? monthYear(value, locale)
        : value.replaceAll(SEPARATOR, ', ');
  return `The ${nameOfFact[kept.fact]} of ${name} is ${say(truth)}, not ${say(kept.was)}.`;
}
