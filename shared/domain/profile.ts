import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';

/** What a resume section can be made as; the names are those of `laurel export resume --format`. */
export const resumeFormats = ['md', 'txt', 'html', 'tex', 'docx', 'pdf', 'json'] as const;
export const resumeFormatSchema = z.enum(resumeFormats);
export type ResumeFormat = z.infer<typeof resumeFormatSchema>;

/**
 * Orders of what goes out (features.md H5); in each, pinned ones come first and what is valid
 * before what is not. `newest` is the order of domain.md section 7.
 */
export const orderModes = ['newest', 'licence-first', 'relevance', 'manual'] as const;
export const orderModeSchema = z.enum(orderModes);
export type OrderMode = z.infer<typeof orderModeSchema>;

/** How one that is past its end is worded, when it is asked for at all (features.md H3). */
export const expiredWordings = ['label', 'formerly'] as const;
export type ExpiredWording = (typeof expiredWordings)[number];

/**
 * Looks of the PDF: `list` has a bullet and one running line each, `entries` the title in bold with
 * its date at the right edge and the rest beneath.
 */
export const designs = ['list', 'entries'] as const;
export const designSchema = z.enum(designs);
export type Design = z.infer<typeof designSchema>;

const words = z.array(z.string().trim().min(1).max(200)).max(200);

/**
 * Which facts a resume line shows, which credentials are in, and in what order (domain.md
 * section 7). Lists that are empty, and `ids` of null, hold nothing back.
 */
export const resumeOptionsSchema = z.strictObject({
  expiry: z.boolean(),
  number: z.boolean(),
  link: z.boolean(),
  skills: z.boolean(),
  /** When it was last renewed, beside its expiry. */
  renewed: z.boolean(),
  /** Academic credit, and only what an institution has accepted. */
  credit: z.boolean(),
  /** The courses of a program as one line beneath it, and not again among the courses. */
  courses: z.boolean(),
  /** What is under way, with the month in which it is expected where its body allows that. */
  inProgress: z.boolean(),
  /** Those past their end: expired, suspended and in grace; each line says so. */
  expired: z.boolean(),
  expiredAs: z.enum(expiredWordings),
  degrees: z.boolean(),
  heading: z.boolean(),
  tag: words,
  skill: words,
  stack: z.array(idSchema).max(200),
  ids: z.array(idSchema).max(100_000).nullable(),
  /** Left out of this output; the records stay as they are. */
  hidden: z.array(idSchema).max(100_000),
  order: orderModeSchema,
  /** The order of `manual`; what is not in it comes after, newest first. */
  manual: z.array(idSchema).max(100_000),
  /** The text of a job description, for the order by relevance. */
  job: z.string().max(200_000),
  /** Only what the job description has a word of, and what is pinned. */
  relevantOnly: z.boolean(),
  /** Language and region of the output, apart from that of the interface; a BCP 47 tag. */
  locale: z.string().max(35),
});
export type ResumeOptions = z.infer<typeof resumeOptionsSchema>;

export const defaultResumeOptions: ResumeOptions = {
  expiry: true,
  number: false,
  link: false,
  skills: false,
  renewed: false,
  credit: false,
  courses: true,
  inProgress: true,
  expired: false,
  expiredAs: 'label',
  degrees: true,
  heading: true,
  tag: [],
  skill: [],
  stack: [],
  ids: null,
  hidden: [],
  order: 'newest',
  manual: [],
  job: '',
  relevantOnly: false,
  locale: 'en',
};

/** A version of the resume section under a name: a choice of what to show, never a change of it. */
export const profileFieldsSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  format: resumeFormatSchema,
  /** The template that the text is made with; null for Laurel's own form. */
  template: z.string().max(200).nullable(),
  design: designSchema,
  options: resumeOptionsSchema,
});
export const profileSchema = profileFieldsSchema.extend({ id: idSchema });
export type Profile = z.infer<typeof profileSchema>;

/** What a new profile has before anything is chosen. */
export const defaultProfile: Omit<Profile, 'id' | 'name'> = {
  format: 'docx',
  template: null,
  design: 'list',
  options: defaultResumeOptions,
};
