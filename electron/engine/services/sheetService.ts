import { AppError } from '#shared/appError.ts';
import type { Credential, Id } from '#shared/domain/credential.ts';
import { oneLine, webLink } from '#shared/domain/escape.ts';
import { monthYear, titleWithAbbreviation } from '#shared/domain/line.ts';
import { outgoingStatuses, selectOutgoing } from '#shared/domain/order.ts';
import { orderLetters } from '#shared/domain/postnominal.ts';
import { RAISE_PAGE_LINES, raiseFacts, raiseSheet } from '#shared/domain/raise.ts';
import type { SentFact } from '#shared/domain/sentFact.ts';
import type { Sheet } from '#shared/domain/sheet.ts';
import { sheetWords } from '#shared/domain/sheetWords.ts';
import { storySheet } from '#shared/domain/storySheet.ts';
import { designationBook } from '#shared/catalog/sharing.ts';
import { mayStateExpectedDate } from '#shared/domain/designationLint.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { Made } from '#shared/procedures/sharing.ts';
import type { Story } from '#shared/procedures/stories.ts';
import type { BlobStore } from '../blobStore.ts';
import { carriedFiles, portfolioPage, type PageFile } from '../exporters/portfolioPage.ts';
import { renderSheet, sheetFragment, sheetMime, type SheetFormat } from '../exporters/sheet.ts';
import type { ActivityRepository } from '../repositories/activityRepository.ts';
import type { ComposeService } from './composeService.ts';
import type { DesignationService } from './designationService.ts';
import type { Outgoing } from './outgoing.ts';
import { canonicalLocale } from './outputLocale.ts';
import type { PostnominalService } from './postnominalService.ts';
import { askedOf, type StoryService } from './storyService.ts';

type Parts = Readonly<{
  outgoing: Outgoing;
  stories: StoryService;
  compose: ComposeService;
  postnominals: PostnominalService;
  designations: DesignationService;
  activities: Pick<ActivityRepository, 'list'>;
  blobs: BlobStore;
}>;

/** What one page may carry; more is nothing that one sends. */
const EMBEDDED_BYTES = 25 * 1024 * 1024;
const EVERY_ACTIVITY = 100_000;

export type SheetService = ReturnType<typeof createSheetService>;

/** Sheets and pages: stories, rehearsal, the case for a raise, the portfolio (features.md I5, I7, I8). */
export function createSheetService(parts: Parts) {
  const { outgoing, stories, compose, postnominals, designations, activities, blobs } = parts;

  const made = (
    sheet: Sheet,
    format: SheetFormat,
    page: Readonly<{ title: string; locale: string }>,
    more: Readonly<{
      facts: SentFact[];
      warnings: string[];
      asOf: ParsedInput<'sharing.story'>['asOf'];
    }>,
  ): Made => {
    const text = renderSheet(sheet, format, page);
    const plain = renderSheet(sheet, 'txt', page);
    return {
      format,
      mime: sheetMime[format],
      text,
      warnings: more.warnings,
      findings: designations.lint(plain, more.asOf, false),
      facts: more.facts,
      copy: {
        plain: format === 'md' ? text : plain,
        html: format === 'html' ? sheetFragment(sheet) : null,
      },
    };
  };

  const told = (
    all: readonly Story[],
    input: Pick<ParsedInput<'sharing.rehearsal'>, 'locale' | 'asOf' | 'wordsPerMinute'>,
    title: boolean,
  ) => {
    const locale = canonicalLocale(input.locale);
    const linked = all.map((story) => ({
      story,
      asked: askedOf(story, locale),
      credentials: story.credentials.flatMap(({ id }) => outgoing.find(id, input.asOf) ?? []),
      evidence: story.evidence.map(({ name }) => name),
    }));
    return {
      sheet: storySheet(linked, { locale, wordsPerMinute: input.wordsPerMinute, title }),
      locale,
      facts: linked.flatMap(({ credentials }) => credentials.map(titleFact)),
      warnings: all.flatMap(({ asked, lints }) =>
        lints.map(({ message }) => (asked === '' ? message : `${oneLine(asked)} ${message}`)),
      ),
    };
  };

  return {
    /** @throws AppError not_found where neither a story nor a credential with one has the id */
    story: (input: ParsedInput<'sharing.story'>): ProcedureOutput<'sharing.story'> => {
      const [first] = stories.list(input.id, input);
      const story = first ?? stories.get(input.id, input);
      if (story.own && story.words === 0)
        throw new AppError(
          'not_found',
          'There is no story of this credential yet. Write one first.',
        );
      const { sheet, locale, facts, warnings } = told([story], input, false);
      return made(
        sheet,
        input.format,
        { title: story.asked || sheetWords(locale).stories, locale },
        { facts, warnings, asOf: input.asOf },
      );
    },

    rehearsal: (input: ParsedInput<'sharing.rehearsal'>): ProcedureOutput<'sharing.rehearsal'> => {
      const all =
        input.ids === null
          ? stories.list(null, input)
          : input.ids.map((id) => stories.get(id, input));
      const { sheet, locale, facts, warnings } = told(all, input, true);
      return made(
        sheet,
        input.format,
        { title: sheetWords(locale).stories, locale },
        {
          facts,
          warnings: all.length === 0 ? ['There is no story yet.'] : warnings,
          asOf: input.asOf,
        },
      );
    },

    /** @throws AppError invalid_input when it would begin after the day of asking */
    raise: (input: ParsedInput<'sharing.raise'>): ProcedureOutput<'sharing.raise'> => {
      if (input.since > input.asOf)
        throw new AppError(
          'invalid_input',
          `It would begin (${input.since}) after ${input.asOf}.`,
          { path: 'since' },
        );
      const locale = canonicalLocale(input.locale);
      const chosen = outgoing
        .all(input.asOf)
        .filter(({ id }) => input.ids === null || input.ids.includes(id));
      const facts = raiseFacts(chosen, input);
      const furtherHours = activities
        .list(null, EVERY_ACTIVITY)
        .filter(({ on }) => on >= input.since && on <= input.asOf)
        .reduce((sum, { hours }) => sum + (hours ?? 0), 0);
      const { name } = compose.details();
      const sheet = raiseSheet(facts, { ...input, locale, name, furtherHours });
      const all = [...facts.earned, ...facts.renewed];
      const lines = sheet.reduce(
        (sum, block) => sum + (block.kind === 'list' ? block.items.length : 1),
        0,
      );
      return made(
        sheet,
        input.format,
        { title: sheetWords(locale).raise, locale },
        {
          facts: all.flatMap((credential) => lineFacts(credential, locale)),
          warnings: [
            ...(all.length === 0
              ? [`Nothing that is valid was earned or renewed since ${input.since}.`]
              : []),
            ...(lines > RAISE_PAGE_LINES * 2
              ? ['It is longer than one page; choose what matters.']
              : []),
          ],
          asOf: input.asOf,
        },
      );
    },

    portfolio: (input: ParsedInput<'sharing.portfolio'>): ProcedureOutput<'sharing.portfolio'> => {
      const locale = canonicalLocale(input.locale);
      const all = outgoing.all(input.asOf);
      const { kept } = selectOutgoing(all, {
        statuses: outgoingStatuses(input),
        ids: input.ids,
        tags: input.tag,
        degrees: true,
      });
      const warnings: string[] = [];
      const files =
        input.evidence === 'embed' ? embed(kept, blobs, warnings) : new Map<Id, PageFile[]>();
      const { letters } = orderLetters(postnominals.all(kept), 'general', 3);
      const text = portfolioPage({
        credentials: kept,
        details: compose.details(input.details),
        letters: letters.map((each) => each.letters),
        intro: input.intro,
        locale,
        asOf: input.asOf,
        numbers: input.numbers,
        skills: input.skills,
        links: input.evidence !== 'none',
        contact: input.contact,
        files,
        context: { mayExpect: (credential) => mayStateExpectedDate(designationBook(), credential) },
      });
      return {
        format: 'html',
        mime: 'text/html',
        text,
        warnings: [
          ...(kept.length === 0 ? ['Nothing is left to show with these options.'] : []),
          ...warnings,
        ],
        findings: designations.lint(input.intro, input.asOf, false),
        facts: [
          ...kept.flatMap((credential) => lineFacts(credential, locale)),
          ...letters.map(({ id, letters: value }) => ({
            credentialId: id,
            fact: 'letters' as const,
            value,
          })),
        ],
        copy: { plain: text, html: null },
        credentials: kept.length,
        bytes: Buffer.byteLength(text),
      };
    },
  };
}

const titleFact = (credential: Credential): SentFact => ({
  credentialId: credential.id,
  fact: 'title',
  value: titleWithAbbreviation(credential),
});

function lineFacts(credential: Credential, locale: string): SentFact[] {
  const { id, issuer, issued, expires, number, url } = credential;
  const shown: ReadonlyArray<readonly [SentFact['fact'], string]> = [
    ['issuer', oneLine(issuer?.name ?? '')],
    ['date', issued === null ? '' : monthYear(issued, locale)],
    ['expiry', expires === null ? '' : monthYear(expires, locale)],
    ['number', oneLine(number ?? '')],
    ['link', webLink(url) ?? ''],
  ];
  return [
    titleFact(credential),
    ...shown
      .filter(([, value]) => value !== '')
      .map(([fact, value]) => ({ credentialId: id, fact, value })),
  ];
}

/** Files that the page may carry, with a word on those that it may not. */
function embed(
  kept: readonly Credential[],
  blobs: BlobStore,
  warnings: string[],
): Map<Id, PageFile[]> {
  const files = new Map<Id, PageFile[]>();
  let total = 0;
  for (const { id, evidence } of kept) {
    for (const { name, mime, sha256, bytes: size } of evidence) {
      const bytes =
        carriedFiles.has(mime) && total + size <= EMBEDDED_BYTES ? blobs.read(sha256) : undefined;
      if (bytes === undefined) {
        warnings.push(`${oneLine(name)} is left out: ${reasonFor(mime, total + size)}.`);
        continue;
      }
      total += bytes.length;
      files.set(id, [...(files.get(id) ?? []), { name, mime, bytes }]);
    }
  }
  return files;
}

function reasonFor(mime: string, total: number): string {
  if (!carriedFiles.has(mime)) return 'only pictures, PDF and plain text can be carried';
  return total > EMBEDDED_BYTES
    ? `a page carries ${EMBEDDED_BYTES / 1024 / 1024} MB at most`
    : 'its file is missing or changed';
}
