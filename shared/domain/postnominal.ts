import { z } from 'zod';
import type { Credential, Id, Kind } from '#shared/domain/credential.ts';
import { oneLine } from '#shared/domain/escape.ts';
import { compareOutgoing, validStatuses } from '#shared/domain/order.ts';
import { issuerKey, textKey } from '#shared/domain/textKey.ts';

/** What letters after a name stand for, which decides where they stand. */
export const postnominalRanks = [
  'degree',
  'license',
  'state-designation',
  'certification',
  'honor',
  'other',
] as const;
export const postnominalRankSchema = z.enum(postnominalRanks);
export type PostnominalRank = z.infer<typeof postnominalRankSchema>;

/** Customary orders of letters after a name. */
export const signaturePresets = ['general', 'license-first', 'nursing', 'pinned'] as const;
export const signaturePresetSchema = z.enum(signaturePresets);
export type SignaturePreset = z.infer<typeof signaturePresetSchema>;

/** What the user said of one credential's letters; null: nothing, the rule decides. */
export type PostnominalChoice = Readonly<{
  shown: boolean | null;
  letters: string | null;
  rank: PostnominalRank | null;
  place: number | null;
}>;

export const noChoice: PostnominalChoice = { shown: null, letters: null, rank: null, place: null };

/** Letters of one credential, and whether they stand after a name. */
export type Postnominal = Readonly<{
  credential: Credential;
  letters: string | null;
  rank: PostnominalRank;
  worthy: boolean;
  reason: string;
  choice: PostnominalChoice;
}>;

export type ChosenLetters = Readonly<{
  id: Id;
  title: string;
  letters: string;
  rank: PostnominalRank;
}>;
export type LeftOutLetters = Readonly<{ id: Id; title: string; why: string }>;

/**
 * Kinds whose letters stand after a name. Of a course, a program or a badge none do, whatever its
 * abbreviation: the convention is degrees, licences and certifications by a body (features.md B11).
 */
const rankOfKind: Partial<Record<Kind, PostnominalRank>> = {
  degree: 'degree',
  license: 'license',
  certification: 'certification',
};

/** Designations that a state gives with the licence (ANCC, how to display your credentials). */
const stateDesignations: ReadonlySet<string> = new Set([
  'APRN',
  'ARNP',
  'CRNP',
  'NP',
  'CNS',
  'CNM',
  'CRNA',
  'APN',
  'APNP',
  'DNPA',
  'PHN',
]);

/** Makers of products, whose certifications have names and exam codes but no letters by custom. */
const productMakers: ReadonlySet<string> = new Set(
  [
    'Amazon Web Services',
    'AWS',
    'Microsoft',
    'Google',
    'HubSpot',
    'Salesforce',
    'Meta',
    'Snowflake',
    'Databricks',
    'SAP',
    'Oracle',
    'Tableau',
    'HashiCorp',
    'CompTIA',
    'Adobe',
    'ServiceNow',
    'Trailhead',
    'Google Cloud',
    'National Restaurant Association',
    'American Heart Association',
  ].map(issuerKey),
);

/** Letters with at most a few of its own signs; an exam code or a name is none. */
const LETTERS = /^(?=.*\p{L}.*\p{L})[\p{L}][\p{L}.’'-]{1,15}(?: [\p{L}.-]{1,12})?$/u;

/** The letters themselves: without signs, and without the state that granted them. */
export function bareLetters(abbreviation: string): string {
  return oneLine(abbreviation)
    .replace(/[®™℠]/gu, '')
    .replace(/\s*\([^)]*\)$/u, '')
    .trim();
}

/** Whether and how a credential's letters stand after a name, by rule or as the user said. */
export function postnominalOf(
  credential: Credential,
  choice: PostnominalChoice = noChoice,
): Postnominal {
  const own =
    choice.letters ??
    (credential.abbreviation === null ? null : bareLetters(credential.abbreviation));
  const letters = own === null || oneLine(own) === '' ? null : oneLine(own);
  const byRule = ruleFor(credential, letters);
  const worthy = letters !== null && (choice.shown ?? byRule.worthy);
  return {
    credential,
    letters,
    rank: choice.rank ?? rankFor(credential, letters),
    worthy,
    reason: letters !== null && choice.shown !== null ? saidByUser(choice.shown) : byRule.reason,
    choice,
  };
}

/**
 * The letters after a name, in the customary order (domain.md section 7): only worthy ones that are
 * valid on the day, each once, of degrees the highest. Where there are more than `most`, pinned ones
 * stay, then those that come first.
 * @returns also what was left out, with the reason
 */
export function orderLetters(
  all: readonly Postnominal[],
  preset: SignaturePreset,
  most: number,
): Readonly<{ letters: ChosenLetters[]; leftOut: LeftOutLetters[] }> {
  const leftOut: LeftOutLetters[] = [];
  const leave = ({ credential: { id, title } }: Postnominal, why: string) => {
    leftOut.push({ id, title: oneLine(title), why });
    return false;
  };
  const sorted = all.toSorted(comparing(preset));
  const highest = sorted
    .filter((item) => item.worthy && item.rank === 'degree' && isHeld(item))
    .reduce<Postnominal | null>(
      (best, item) => (best === null || levelOf(item) > levelOf(best) ? item : best),
      null,
    );
  const seen = new Set<string>();
  const usable = sorted.filter((item) => {
    if (!item.worthy) return item.letters !== null && leave(item, item.reason);
    if (!isHeld(item))
      return leave(item, `It is not valid on this day (${item.credential.status}).`);
    if (item.rank === 'degree' && item !== highest && item.choice.shown !== true)
      return leave(item, 'A higher degree stands for it.');
    const key = textKey(item.letters ?? '');
    if (seen.has(key)) return leave(item, 'The same letters stand there already.');
    seen.add(key);
    return true;
  });
  const kept = new Set(
    usable
      .toSorted(
        (a, b) => pinnedFirst(a) - pinnedFirst(b) || givesWay(a, preset) - givesWay(b, preset),
      )
      .slice(0, most),
  );
  for (const item of usable)
    if (!kept.has(item)) leave(item, `More than ${most} would not be read.`);
  return {
    letters: usable
      .filter((item) => kept.has(item))
      .map(({ credential: { id, title }, letters, rank }) => ({
        id,
        title: oneLine(title),
        letters: letters ?? '',
        rank,
      })),
    leftOut,
  };
}

const isHeld = ({ credential }: Postnominal): boolean =>
  validStatuses.has(credential.status) && credential.trashedAt === null;

/** Where letters must be few, a bachelor's is what is left out first; among nurses it is not. */
const givesWay = (item: Postnominal, preset: SignaturePreset): number =>
  Number(preset !== 'nursing' && item.rank === 'degree' && levelOf(item) < MASTER);

const pinnedFirst = ({ choice, credential }: Postnominal): number =>
  choice.place ?? (credential.pinned ? 1000 : 2000);

function ruleFor(
  { kind, issuer }: Credential,
  letters: string | null,
): Readonly<{ worthy: boolean; reason: string }> {
  if (letters === null) return { worthy: false, reason: 'It has no letters.' };
  const rank = rankOfKind[kind];
  if (rank === undefined)
    return {
      worthy: false,
      reason: 'Letters of this kind of credential do not stand after a name by custom.',
    };
  if (rank === 'certification' && productMakers.has(issuerKey(issuer?.name ?? '')))
    return {
      worthy: false,
      reason: 'Certifications on a product are named in full, not by letters.',
    };
  if (!LETTERS.test(bareLetters(letters)))
    return {
      worthy: false,
      reason: 'It reads as a name or an exam code, not as letters after a name.',
    };
  return {
    worthy: true,
    reason: 'Letters of degrees, licences and certifications stand after a name.',
  };
}

const saidByUser = (shown: boolean): string =>
  shown
    ? 'You said that they stand after your name.'
    : 'You said that they do not stand after your name.';

function rankFor({ kind }: Credential, letters: string | null): PostnominalRank {
  if (letters !== null && stateDesignations.has(letters.toUpperCase()) && kind === 'license')
    return 'state-designation';
  return rankOfKind[kind] ?? (kind === 'membership' ? 'honor' : 'other');
}

/** Places of the ranks by preset; equal ones are told apart by date. */
const orderOf: Readonly<Record<SignaturePreset, Readonly<Record<PostnominalRank, number>>>> = {
  // domain.md section 7: degree, licence, state or national certification, others.
  general: { degree: 0, license: 1, 'state-designation': 2, certification: 2, honor: 3, other: 3 },
  'license-first': {
    license: 0,
    'state-designation': 1,
    certification: 2,
    degree: 3,
    honor: 4,
    other: 5,
  },
  // ANCC, how to display your credentials: six steps.
  nursing: { degree: 0, license: 1, 'state-designation': 2, certification: 3, honor: 4, other: 5 },
  pinned: { degree: 0, license: 1, 'state-designation': 2, certification: 2, honor: 3, other: 3 },
};

function comparing(preset: SignaturePreset): (a: Postnominal, b: Postnominal) => number {
  const rank = orderOf[preset];
  return (a, b) =>
    (preset === 'pinned' ? pinnedFirst(a) - pinnedFirst(b) : 0) ||
    rank[a.rank] - rank[b.rank] ||
    levelOf(b) - levelOf(a) ||
    compareOutgoing(a.credential, b.credential);
}

const MASTER = 3;

const LEVELS: ReadonlyArray<readonly [level: number, pattern: RegExp]> = [
  [
    4,
    /^(?:ph\.?d|dr|d\.?phil|dnp|dba|ed\.?d|sc\.?d|d\.?sc|m\.?d|j\.?d|psy\.?d|pharm\.?d|dpt|dds|dvm|otd)\b|\bdo[ck]tor/iu,
  ],
  [
    3,
    /^(?:m\.?[abs]\.?|mba|msc|m\.?sc|msn|mph|mfa|med|meng|mphil|llm|mpa|mres|mag|dipl)\b|\bmaster|\bmagister|\bdiplom/iu,
  ],
  [2, /^(?:b\.?[as]\.?|bsc|b\.?sc|bsn|beng|bba|bcom|bed|bfa|llb)\b|\bbachelor|\blicen[cs]i/iu],
  [1, /^(?:aas|aa|as|adn|asn)\b|\bassociate/iu],
];

/** How high a degree is: doctor 4, master 3, bachelor 2, associate 1, unknown 0. */
function levelOf({ rank, letters, credential }: Postnominal): number {
  if (rank !== 'degree') return 0;
  const texts = [letters ?? '', credential.title];
  return LEVELS.find(([, pattern]) => texts.some((text) => pattern.test(text)))?.[0] ?? 0;
}
