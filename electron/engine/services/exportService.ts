import { AppError } from '#shared/appError.ts';
import type { Credential, Id } from '#shared/domain/credential.ts';
import { oneLine } from '#shared/domain/escape.ts';
import { toSections, type Section } from '#shared/domain/line.ts';
import { addToProfileLink, copySheet, linkedInWarnings } from '#shared/domain/linkedin.ts';
import { outgoingStatuses, selectOutgoing, validStatuses } from '#shared/domain/order.ts';
import { outputWords } from '#shared/domain/outputWords.ts';
import { last } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import { toCsv } from '../exporters/csv.ts';
import { toHtmlDocument, toHtmlFragment } from '../exporters/html.ts';
import { toMarkdown } from '../exporters/markdown.ts';
import { toText } from '../exporters/text.ts';
import type { CredentialRepository } from '../repositories/credentialRepository.ts';
import type { SettingRepository } from '../repositories/settingRepository.ts';

type Parts = Readonly<{ credentials: CredentialRepository; settings: SettingRepository }>;

type Resume = ProcedureOutput<'exports.resume'>;
type ResumeFormat = ParsedInput<'exports.resume'>['format'];
type Rendered = Pick<Resume, 'text' | 'copy'>;

const mimeOf: Readonly<Record<ResumeFormat, string>> = {
  md: 'text/markdown',
  txt: 'text/plain',
  html: 'text/html',
};

/** Characters that turn the reading direction and can make a line read as something else. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

export type ExportService = ReturnType<typeof createExportService>;

/** Everything that goes out, made from the portfolio as it stands on a day. Writes nothing. */
export function createExportService({ credentials, settings }: Parts) {
  const everything = (asOf: PlainDate): Credential[] =>
    credentials.list(
      {
        filter: {},
        sort: 'title',
        descending: false,
        asOf,
        leadDays: settings.read().leadDays,
        limit: -1,
        offset: 0,
        after: null,
        newestHits: false,
      },
      asOf,
    ).items;

  return {
    /**
     * The resume section in one format (domain.md section 7). An id that is no more is left out.
     * @throws AppError invalid_input for a locale that is not a BCP 47 tag
     */
    resume: ({ format, options, asOf }: ParsedInput<'exports.resume'>): Resume => {
      const locale = canonicalLocale(options.locale);
      const { kept, leftOut } = selectOutgoing(everything(asOf), {
        statuses: outgoingStatuses(options),
        ids: options.ids,
        tags: options.tag,
        degrees: options.degrees,
      });
      const sections = toSections(kept, { ...options, locale, asOf });
      return {
        format,
        mime: mimeOf[format],
        ...render(format, sections, options.heading, locale),
        warnings: [
          ...localeWarnings(locale),
          ...kept.flatMap((credential) => lineWarnings(credential, asOf)),
        ],
        lines: kept.length,
        kept: kept.map(({ id, title, status }) => ({ id, title, status })),
        leftOut,
      };
    },

    /**
     * Link and copy sheet for LinkedIn; without ids, of all that is valid on the day.
     * @throws AppError not_found
     */
    linkedin: ({
      ids,
      asOf,
    }: ParsedInput<'exports.linkedin'>): ProcedureOutput<'exports.linkedin'> => {
      const all = existing(everything(asOf), ids);
      // What was named is given, valid or not: its warnings say what it would claim.
      const statuses = ids === null ? validStatuses : new Set(all.map(({ status }) => status));
      return selectOutgoing(all, { statuses, ids, tags: [], degrees: true }).kept.map(
        (credential) => ({
          id: credential.id,
          title: credential.title,
          link: addToProfileLink(credential),
          fields: copySheet(credential),
          warnings: linkedInWarnings(credential),
        }),
      );
    },

    /** All fields of all credentials outside the trash, as a CSV table. */
    csv: ({ asOf }: ParsedInput<'exports.csv'>): ProcedureOutput<'exports.csv'> => ({
      format: 'csv',
      mime: 'text/csv',
      text: toCsv(everything(asOf)),
      warnings: [],
    }),
  };
}

function render(
  format: ResumeFormat,
  sections: readonly Section[],
  heading: boolean,
  locale: string,
): Rendered {
  switch (format) {
    case 'md': {
      const text = toMarkdown(sections, heading);
      return { text, copy: { plain: text, html: null } };
    }
    case 'txt': {
      const text = toText(sections, heading);
      return { text, copy: { plain: text, html: null } };
    }
    case 'html':
      return {
        text: toHtmlDocument(sections, {
          heading,
          locale,
          title: sections.map((section) => section.heading).join(', '),
        }),
        copy: { plain: toText(sections, heading), html: toHtmlFragment(sections, heading) },
      };
  }
}

/** @throws AppError not_found when an id is not among the credentials outside the trash */
function existing(all: Credential[], ids: readonly Id[] | null): Credential[] {
  const known = new Set(all.map(({ id }) => id));
  const missing = ids?.find((id) => !known.has(id));
  if (missing !== undefined) {
    throw new AppError('not_found', `There is no credential ${missing} outside the trash.`);
  }
  return all;
}

function canonicalLocale(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch (error) {
    throw new AppError(
      'invalid_input',
      `"${tag}" is not a language tag. Write one such as en or en-GB.`,
      {
        path: 'options.locale',
        cause: error,
      },
    );
  }
}

function localeWarnings(locale: string): string[] {
  return outputWords(locale).known
    ? []
    : [`Laurel has no words for ${locale} yet: months are in it, the other words in English.`];
}

function lineWarnings(credential: Credential, asOf: PlainDate): string[] {
  const { title, issuer, number, status, target } = credential;
  const turned = [title, issuer?.name ?? '', number ?? ''].some((text) => BIDI_CONTROLS.test(text));
  const passed = status === 'in-progress' && target !== null && last(target) < asOf;
  return [
    ...(turned ? [`${oneLine(title)}: it holds characters that turn the reading direction.`] : []),
    ...(passed
      ? [`${oneLine(title)}: its target date (${target}) has passed; the line says "In progress".`]
      : []),
  ];
}
