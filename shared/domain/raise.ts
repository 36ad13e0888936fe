import type { Credential } from '#shared/domain/credential.ts';
import { oneLine } from '#shared/domain/escape.ts';
import { monthYear, titleWithAbbreviation } from '#shared/domain/line.ts';
import { currencyDigits, type Money } from '#shared/domain/money.ts';
import { compareOutgoing, validStatuses } from '#shared/domain/order.ts';
import { first } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Sheet, SheetBlock } from '#shared/domain/sheet.ts';
import { sheetWords } from '#shared/domain/sheetWords.ts';
import { uniqueWords } from '#shared/domain/textKey.ts';

/** What a case for a raise is made of, beside the portfolio itself. */
export type RaiseOptions = Readonly<{
  since: PlainDate;
  asOf: PlainDate;
  locale: string;
  name: string;
  results: readonly string[];
  market: readonly string[];
  ask: string;
  /** Clock hours of continuing education in that time. */
  furtherHours: number;
}>;

export type RaiseFacts = Readonly<{ earned: Credential[]; renewed: Credential[] }>;

/** More lines than this do not fit one page. */
export const RAISE_PAGE_LINES = 24;

/**
 * What was earned and what was renewed from a day on, valid on the day of asking (features.md I7).
 * A renewal counts when a cycle began or was renewed in that time and the credential is older.
 */
export function raiseFacts(
  credentials: readonly Credential[],
  { since, asOf }: Pick<RaiseOptions, 'since' | 'asOf'>,
): RaiseFacts {
  const valid = credentials
    .filter(({ status, trashedAt }) => trashedAt === null && validStatuses.has(status))
    .toSorted(compareOutgoing);
  const within = (date: Credential['issued']): boolean =>
    date !== null && first(date) >= since && first(date) <= asOf;
  const earned = valid.filter(({ issued }) => within(issued));
  const renewed = valid.filter(
    (credential) =>
      !earned.includes(credential) &&
      credential.cycles.slice(1).some(({ start, renewedOn }) => within(renewedOn ?? start)),
  );
  return { earned, renewed };
}

/** The case on a sheet of one page: every line is a fact of the record or the user's own words. */
export function raiseSheet({ earned, renewed }: RaiseFacts, options: RaiseOptions): Sheet {
  const { locale } = options;
  const words = sheetWords(locale);
  const all = [...earned, ...renewed];
  const name = oneLine(options.name);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const hours = earned.reduce((sum, credential) => sum + (credential.hours ?? 0), 0);
  const effort = [
    ...(hours > 0 ? [words.hours(number.format(hours))] : []),
    ...(options.furtherHours > 0 ? [words.furtherHours(number.format(options.furtherHours))] : []),
    ...costs(earned, locale),
  ];
  const skills = uniqueWords(all.flatMap((credential) => credential.skills.map(oneLine)));
  const evidence = all.flatMap((credential) => [
    ...credential.evidence.map(
      (file) => `${titleWithAbbreviation(credential)}: ${oneLine(file.name)}`,
    ),
    ...(credential.number === null
      ? []
      : [`${titleWithAbbreviation(credential)}: ${oneLine(credential.number)}`]),
  ]);
  const section = (heading: string, items: readonly string[]): SheetBlock[] =>
    items.length === 0
      ? []
      : [
          { kind: 'heading', text: heading },
          { kind: 'list', items },
        ];
  return [
    { kind: 'title', text: name === '' ? words.raise : `${words.raise}: ${name}` },
    { kind: 'paragraph', label: '', text: words.since(monthYear(options.since, locale, 'long')) },
    ...section(
      words.earned,
      earned.map((credential) => itemOf(credential, locale)),
    ),
    ...section(
      words.renewed,
      renewed.map((credential) => itemOf(credential, locale)),
    ),
    ...section(
      words.reached,
      options.results.map(oneLine).filter((line) => line !== ''),
    ),
    ...section(words.skills, skills.length === 0 ? [] : [skills.join(', ')]),
    ...section(words.effort, effort),
    ...section(
      words.market,
      options.market.map(oneLine).filter((line) => line !== ''),
    ),
    ...section(words.evidence, evidence),
    ...(options.ask.trim() === ''
      ? []
      : [
          { kind: 'heading', text: words.ask } as const,
          { kind: 'paragraph', label: '', text: options.ask.trim() } as const,
        ]),
  ];
}

function itemOf(credential: Credential, locale: string): string {
  const { issuer, issued } = credential;
  return [
    titleWithAbbreviation(credential),
    oneLine(issuer?.name ?? ''),
    issued === null ? '' : monthYear(issued, locale),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Sums by currency and by who paid; what nobody is named for was paid by the holder. */
function costs(credentials: readonly Credential[], locale: string): string[] {
  const words = sheetWords(locale);
  const sums = new Map<string, { money: Money; who: string }>();
  for (const { cost, costPaidBy } of credentials) {
    if (cost === null || cost.amount === 0) continue;
    const who = oneLine(costPaidBy ?? '');
    const key = `${who}\n${cost.currency}`;
    const before = sums.get(key)?.money.amount ?? 0;
    sums.set(key, { who, money: { amount: before + cost.amount, currency: cost.currency } });
  }
  return [...sums.values()].map(({ money, who }) => {
    const amount = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: money.currency,
    }).format(money.amount / 10 ** currencyDigits(money.currency));
    return who === '' || /^(?:me|self|myself|own|ich|selbst|yo|moi)$/iu.test(who)
      ? words.borne(amount)
      : words.paidBy(amount, who);
  });
}
