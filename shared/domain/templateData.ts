import { z } from 'zod';
import { kindSchema, type Credential } from '#shared/domain/credential.ts';
import { oneLine } from '#shared/domain/escape.ts';
import {
  lineText,
  titleWithAbbreviation,
  type LineFact,
  type Section,
} from '#shared/domain/line.ts';
import { sectionNames } from '#shared/domain/outputWords.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import type { ResumeOptions } from '#shared/domain/profile.ts';
import { statusSchema } from '#shared/domain/status.ts';

const shown = (what: string) => z.string().nullable().describe(what);

const templateLineSchema = z.strictObject({
  line: z.string().describe('The whole line as Laurel writes it'),
  beneath: shown('What Laurel writes beneath it, such as the courses of a program'),
  title: z
    .string()
    .describe('Title with its abbreviation, as in "Certified Public Accountant (CPA)"'),
  name: z.string().describe('Title alone'),
  abbreviation: shown('Letters that stand after a name'),
  issuer: shown('Who awarded it, and where it was taken when that is another'),
  date: shown('Month and year, or in words that it is under way'),
  expiry: shown('When it expires or has expired, in words'),
  number: shown('Credential number, in words'),
  link: shown('Web address, http or https'),
  credit: shown('Accepted academic credit, in words'),
  skills: z.array(z.string()).describe('Names of the skills'),
  courses: shown('The courses of a program, in words'),
  kind: kindSchema.describe('Kind of credential'),
  status: statusSchema.describe('Status on the day of the output'),
});

const templateSectionSchema = z.strictObject({
  name: z.enum(sectionNames).describe('The section as a word that never changes'),
  heading: z.string().describe('The section in the language of the output'),
  lines: z.array(templateLineSchema).describe('Its credentials, chosen and in order'),
});

/**
 * The data that templates get (features.md R1): what is chosen, ordered and worded already. What is
 * unknown or was not asked for is null. Published as JSON Schema by `laurel export schema`.
 */
export const templateDataSchema = z.strictObject({
  locale: z.string().describe('Language of the output as a BCP 47 tag'),
  day: plainDateSchema.describe('The day for which every status holds, YYYY-MM-DD'),
  holder: shown('The name from Settings'),
  headings: z.boolean().describe('Whether headings were asked for'),
  sections: z.array(templateSectionSchema).describe('Sections that have lines, in order'),
});
export type TemplateData = z.infer<typeof templateDataSchema>;

/** The JSON Schema (draft 2020-12) of the data, as it is published. */
export function templateJsonSchema(): Record<string, unknown> {
  return { title: 'Data of a Laurel template', ...z.toJSONSchema(templateDataSchema) };
}

/** The data of an output. Texts are as they are; templates escape them for their target. */
export function toTemplateData(
  sections: readonly Section[],
  credentials: readonly Credential[],
  about: Readonly<{ options: ResumeOptions; holder: string; asOf: PlainDate }>,
): TemplateData {
  const { options, holder, asOf } = about;
  const byId = new Map(credentials.map((each) => [each.id, each]));
  return {
    locale: options.locale,
    day: asOf,
    holder: oneLine(holder) || null,
    headings: options.heading,
    sections: sections.map(({ name, heading, lines }) => ({
      name,
      heading,
      lines: lines.flatMap((line) => {
        const credential = byId.get(line.id);
        if (credential === undefined) return [];
        const part = (fact: LineFact) => line.parts.find((each) => each.fact === fact) ?? null;
        return [
          {
            line: lineText(line),
            beneath: line.beneath?.text ?? null,
            title: titleWithAbbreviation(credential),
            name: oneLine(credential.title),
            abbreviation: oneLine(credential.abbreviation ?? '') || null,
            issuer: part('issuer')?.text ?? null,
            date: part('date')?.text ?? null,
            expiry: part('expiry')?.text ?? null,
            number: part('number')?.text ?? null,
            link: part('link')?.href ?? null,
            credit: part('credit')?.text ?? null,
            skills: options.skills ? credential.skills.map(oneLine) : [],
            courses: line.beneath?.text ?? null,
            kind: credential.kind,
            status: credential.status,
          },
        ];
      }),
    })),
  };
}

/** One variable of the data, as a person looks it up while writing a template. */
export type TemplateVariable = Readonly<{ path: string; type: string; what: string }>;

const fieldsOf = (shape: z.core.$ZodShape, path: string): TemplateVariable[] =>
  Object.entries(shape).map(([name, field]) => ({
    path: `${path}${name}`,
    type: typeName(field),
    what: z.globalRegistry.get(field)?.description ?? '',
  }));

/** Every variable in the order of the data; `section` and `line` are the names in the examples. */
export function templateVariables(): TemplateVariable[] {
  return [
    ...fieldsOf(templateDataSchema.shape, ''),
    ...fieldsOf(templateSectionSchema.shape, 'section.'),
    ...fieldsOf(templateLineSchema.shape, 'line.'),
  ];
}

function typeName(field: z.core.$ZodType): string {
  const { type, anyOf } = z.toJSONSchema(field);
  const types = anyOf?.map((each) => each.type) ?? [type].flat();
  return types.map((each) => (each === 'array' ? 'list' : String(each))).join(' or ');
}
