import { AppError } from '#shared/appError.ts';
import type { Credential, Id } from '#shared/domain/credential.ts';
import { oneLine } from '#shared/domain/escape.ts';
import { addToProfileLink, copySheet, linkedInWarnings } from '#shared/domain/linkedin.ts';
import { selectOutgoing, validStatuses } from '#shared/domain/order.ts';
import { last } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import {
  defaultProfile,
  defaultResumeOptions,
  type Design,
  type ResumeFormat,
  type ResumeOptions,
} from '#shared/domain/profile.ts';
import { toTemplateData } from '#shared/domain/templateData.ts';
import { withDefined } from '#shared/domain/withDefined.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import { toCsv } from '../exporters/csv.ts';
import { renderTemplate } from '../exporters/liquid.ts';
import { docxToHtml } from '../exporters/readText.ts';
import { toPages } from '../exporters/typst.ts';
import type { CredentialRepository } from '../repositories/credentialRepository.ts';
import type { SettingRepository } from '../repositories/settingRepository.ts';
import {
  linesById,
  noFacts,
  outgoingContent,
  statedFacts,
  type Outgoing,
  type OutgoingFacts,
} from './exportContent.ts';
import { makeFile, mimeOfFormat, titleOf, type MadeFile } from './exportFile.ts';
import { createOutgoing } from './outgoing.ts';
import { canonicalLocale, localeWarnings } from './outputLocale.ts';
import type { ProfileService } from './profileService.ts';
import { checkCv, readBack, readBackWarnings } from './selfTest.ts';
import type { TemplateService } from './templateService.ts';

type Parts = Readonly<{
  credentials: CredentialRepository;
  settings: SettingRepository;
  profiles: Pick<ProfileService, 'get'>;
  templates: Pick<TemplateService, 'get'>;
  /** What stacks and rule books know; absent where neither is there. */
  outgoingFacts?: (asOf: PlainDate, all: readonly Credential[]) => OutgoingFacts;
}>;

type Resume = ProcedureOutput<'exports.resume'>;
type ResumeInput = ParsedInput<'exports.resume'>;

/** What an output is made with, once profile, input and defaults are put together. */
type Choice = Readonly<{
  format: ResumeFormat;
  template: string | null;
  design: Design;
  options: ResumeOptions;
}>;

/** Characters that turn the reading direction and can make a line read as something else. */
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

export type ExportService = ReturnType<typeof createExportService>;

/** Everything that goes out, made from the portfolio as it stands on a day. Writes nothing. */
export function createExportService(parts: Parts) {
  const { settings, profiles, templates } = parts;
  const everything = createOutgoing(parts).all;

  /** The profile's choices, or the defaults, and over them what was named. */
  const choose = (
    input: Pick<ResumeInput, 'profile' | 'options'> & Partial<ResumeInput>,
  ): Choice => {
    const profile = input.profile === null ? null : profiles.get(input.profile);
    const options = withDefined(profile?.options ?? defaultResumeOptions, input.options);
    return {
      format: input.format ?? profile?.format ?? defaultProfile.format,
      template: input.template === undefined ? (profile?.template ?? null) : input.template,
      design: input.design ?? profile?.design ?? defaultProfile.design,
      options: { ...options, locale: canonicalLocale(options.locale, 'options.locale') },
    };
  };

  const contentFor = (options: ResumeOptions, asOf: PlainDate): Outgoing => {
    const all = everything(asOf);
    return outgoingContent(all, options, parts.outgoingFacts?.(asOf, all) ?? noFacts, asOf);
  };

  const holder = () => oneLine(settings.read().holderName);

  /** @throws AppError invalid_input when the template is not of the format or cannot be rendered */
  const byTemplate = async (
    { format, template: id, options }: Choice,
    { sections, kept }: Outgoing,
    asOf: PlainDate,
  ): Promise<MadeFile | null> => {
    if (id === null) return null;
    const template = templates.get(id);
    if (template.target !== format) {
      throw new AppError(
        'invalid_input',
        `The template "${template.name}" makes ${template.target}, not ${format}.`,
        { path: 'template' },
      );
    }
    const data = toTemplateData(sections, kept, { options, holder: holder(), asOf });
    const { text, problem } = await renderTemplate(template.target, template.body, data);
    if (problem !== null) {
      throw new AppError(
        'invalid_input',
        `The template "${template.name}" fails at line ${problem.line}: ${problem.message}`,
        { path: 'template', details: problem },
      );
    }
    return {
      bytes: new TextEncoder().encode(text),
      text,
      isText: true,
      copy: { plain: text, html: null },
      warnings: [],
    };
  };

  return {
    /**
     * The resume section in one format (domain.md section 7), read back from what was made. An id
     * that is no more is left out.
     * @throws AppError invalid_input for a locale that is not a BCP 47 tag, for no format, and for a
     *   template of another format; not_found for a profile, template or stack that is not there
     */
    resume: async (input: ResumeInput): Promise<Resume> => {
      if (input.format === undefined && input.profile === null) {
        throw new AppError('invalid_input', 'Choose a format.', { path: 'format' });
      }
      const choice = choose(input);
      const { format, options, design } = choice;
      const content = contentFor(options, input.asOf);
      const { sections, kept, leftOut } = content;
      const made =
        (await byTemplate(choice, content, input.asOf)) ??
        (await makeFile(format, {
          sections,
          credentials: kept,
          options,
          design,
          holder: holder(),
        }));
      const read = await readBack(made, { ...choice, sections, kept });
      const lines = linesById(sections);
      return {
        format,
        mime: mimeOfFormat[format],
        text: made.isText ? made.text : read.text,
        file: made.isText ? null : made.bytes,
        warnings: [
          ...localeWarnings(options.locale),
          ...kept.flatMap((credential) => lineWarnings(credential, input.asOf)),
          ...made.warnings,
          ...readBackWarnings(read.result),
        ],
        lines: kept.length,
        kept: kept.map(({ id, title, status }) => ({
          id,
          title,
          status,
          line: lines.get(id) ?? '',
        })),
        leftOut: [...leftOut],
        facts: statedFacts(content),
        copy: made.copy,
        readBack: read.result,
      };
    },

    /** How a document will look. @throws AppError as resume does */
    preview: async (input: ResumeInput): Promise<ProcedureOutput<'exports.preview'>> => {
      const { format, options, design } = choose(input);
      if (format !== 'pdf' && format !== 'docx') return { pages: [], html: null };
      const { sections, kept } = contentFor(options, input.asOf);
      if (format === 'docx') {
        const content = { sections, credentials: kept, options, design, holder: holder() };
        return { pages: [], html: await docxToHtml((await makeFile('docx', content)).bytes) };
      }
      const { heading, locale } = options;
      const about = { heading, locale, title: titleOf(sections), author: holder(), design };
      return { pages: await toPages(sections, about), html: null };
    },

    /**
     * What a parser sees of someone's own CV (features.md H8).
     * @throws AppError unsupported_format, too_large; not_found for a profile or stack
     */
    check: (input: ParsedInput<'exports.check'>): Promise<ProcedureOutput<'exports.check'>> => {
      const { options } = choose(input);
      return checkCv(input, contentFor(options, input.asOf).kept);
    },

    /** Renders a template that is being written; its mistakes are part of the answer. */
    previewTemplate: async ({
      target,
      body,
      asOf,
      ...input
    }: ParsedInput<'templates.preview'>): Promise<ProcedureOutput<'templates.preview'>> => {
      const { options } = choose(input);
      const { sections, kept } = contentFor(options, asOf);
      const data = toTemplateData(sections, kept, { options, holder: holder(), asOf });
      return renderTemplate(target, body, data);
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

/** @throws AppError not_found when an id is not among the credentials outside the trash */
function existing(all: Credential[], ids: readonly Id[] | null): Credential[] {
  const known = new Set(all.map(({ id }) => id));
  const missing = ids?.find((id) => !known.has(id));
  if (missing !== undefined) {
    throw new AppError('not_found', `There is no credential ${missing} outside the trash.`);
  }
  return all;
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
