import type { Credential, Kind } from '#shared/domain/credential.ts';
import { oneLine, webLink } from '#shared/domain/escape.ts';
import { toHashtags } from '#shared/domain/hashtag.ts';
import { titleWithAbbreviation } from '#shared/domain/line.ts';
import { postWords, type PostOccasion, type PostTone } from '#shared/domain/postWords.ts';
import type { SentFact } from '#shared/domain/sentFact.ts';
import type { Status } from '#shared/domain/status.ts';

/** Hashtags that a post gets by itself; more read as noise. */
const HASHTAGS = 3;
const HASHTAGS_MOST = 10;

/** What the user says in a post, and how. */
export type PostOptions = Readonly<{
  occasion: PostOccasion;
  tone: PostTone;
  locale: string;
  learned: string;
  use: string;
  thanks: readonly string[];
  /** The result of a story, to stand first; empty for none. */
  result: string;
  progress: Readonly<{ title: string; done: number; of: number }> | null;
  link: boolean;
  /** Null: of the credential's first skills. */
  hashtags: readonly string[] | null;
}>;

export type Post = Readonly<{ text: string; hashtags: string[]; facts: SentFact[] }>;

/** Kinds that one finishes; of the others one earns a credential. */
const finished: ReadonlySet<Kind> = new Set([
  'course-certificate',
  'learning-path',
  'bootcamp',
  'xseries',
  'specialization',
  'micromasters',
  'microbachelors',
  'mastertrack',
  'nanodegree',
]);

/** The occasion that the record gives; null where there is nothing true to announce. */
export function occasionOf(credential: Credential): PostOccasion | null {
  switch (credential.status) {
    case 'in-progress':
      return 'started';
    case 'active':
    case 'expiring':
      if (credential.cycles.length > 1) return 'renewed';
      return finished.has(credential.kind) ? 'completed' : 'earned';
    case 'planned':
    case 'scheduled':
    case 'revoked':
    case 'abandoned':
    case 'grace':
    case 'suspended':
    case 'expired':
      return null;
  }
}

/** Whether an occasion may be told of a credential in a status: what is not held was not earned. */
export function isTrueOccasion(occasion: PostOccasion, status: Status): boolean {
  if (occasion === 'started') return status === 'in-progress';
  return status === 'active' || status === 'expiring';
}

/**
 * A post about one credential (features.md I3): the result or what was learned first, since the feed
 * folds the rest; then what was earned, how it is used, how far the program is, thanks, the
 * certificate's address and hashtags. Every word of Laurel's own is in the output's language.
 */
export function composePost(credential: Credential, options: PostOptions): Post {
  const { words } = postWords(options.locale);
  const title = titleWithAbbreviation(credential);
  const issuer = oneLine(credential.issuer?.name ?? credential.platform ?? '');
  const { tone, occasion } = options;
  const statement =
    tone === 'brief'
      ? `${words.brief[occasion]}: ${[title, issuer].filter((part) => part !== '').join(', ')}.`
      : words.said[occasion](title, issuer);
  const link = options.link && occasion !== 'started' ? webLink(credential.url) : null;
  const hashtags =
    options.hashtags === null
      ? toHashtags(credential.skills, HASHTAGS)
      : toHashtags(options.hashtags, HASHTAGS_MOST);
  const names = options.thanks.map(oneLine).filter((name) => name !== '');
  const { progress } = options;
  const paragraphs = [
    sentence(options.result),
    statement,
    labelled(words.learned[tone], options.learned),
    labelled(words.use[tone], options.use),
    progress === null ? '' : words.progress(progress.done, progress.of, oneLine(progress.title)),
    names.length === 0 ? '' : words.thanks[tone](listOf(names, options.locale)),
    [link === null ? '' : words.link(link), hashtags.join(' ')]
      .filter((part) => part !== '')
      .join('\n'),
  ];
  const fact = (name: SentFact['fact'], value: string): SentFact[] =>
    value === '' ? [] : [{ credentialId: credential.id, fact: name, value }];
  return {
    text: paragraphs.filter((part) => part !== '').join('\n\n'),
    hashtags,
    facts: [
      ...fact('held', statement),
      ...fact('title', title),
      ...fact('issuer', issuer),
      ...fact('link', link ?? ''),
    ],
  };
}

const labelled = (label: string, text: string): string => {
  const said = sentence(text);
  return said === '' ? '' : label + said;
};

/** The text with its own lines kept, ended by a stop when it ends in a letter or a digit. */
function sentence(text: string): string {
  const lines = text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/u)
    .map((part) => part.split('\n').map(oneLine).join('\n').trim())
    .filter((part) => part !== '')
    .join('\n\n');
  return /[\p{L}\p{N})]$/u.test(lines) ? `${lines}.` : lines;
}

/** Names in a sentence as the language joins them: "A, B, and C". */
function listOf(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }).format(names);
}
