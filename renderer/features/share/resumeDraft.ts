import type { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import {
  defaultProfile,
  defaultResumeOptions,
  profileFieldsSchema,
  type Profile,
  type ResumeFormat,
  type ResumeOptions,
} from '#shared/domain/profile.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { ProcedureInput, ProcedureOutput } from '#shared/procedures.ts';
import { createKept } from './kept.ts';

export type Resume = ProcedureOutput<'exports.resume'>;

const draftSchema = profileFieldsSchema
  .omit({ name: true })
  .extend({ profile: idSchema.nullable() });
/** What is set for the resume section, and the saved version that it began with. */
export type ResumeDraft = z.infer<typeof draftSchema>;

const usual: ResumeDraft = {
  ...defaultProfile,
  profile: null,
  options: { ...defaultResumeOptions, number: true },
};

/** Outlives the screen, so that a look elsewhere costs no choice. Records are never changed by it. */
export const resumeDraft = createKept<ResumeDraft>('share.resume', draftSchema, usual);

/** Sets some of it, and keeps the rest. */
export function changeDraft(change: Partial<ResumeDraft>): void {
  resumeDraft.set({ ...resumeDraft.get(), ...change });
}

/** Sets some of the options, and keeps the rest. */
export function changeOptions(change: Partial<ResumeOptions>): void {
  const draft = resumeDraft.get();
  resumeDraft.set({ ...draft, options: { ...draft.options, ...change } });
}

/** Takes a saved version up; null: the usual choices. */
export function takeVersion(profile: Profile | null): void {
  if (profile === null) resumeDraft.set(usual);
  else {
    const { id, name: _name, ...fields } = profile;
    resumeDraft.set({ ...fields, profile: id });
  }
}

/** Whether the choices differ from those that were saved. */
export function differs(draft: ResumeDraft, { id: _id, name: _name, ...saved }: Profile): boolean {
  const { profile: _profile, ...now } = draft;
  return JSON.stringify(draftless(now)) !== JSON.stringify(draftless(saved));
}

/** What is asked of the engine: everything chosen, so that the call says all without the profile. */
export function resumeInput(draft: ResumeDraft, asOf: PlainDate) {
  const { format, design, options } = draft;
  return {
    format,
    design,
    template: templateOf(draft),
    options,
    asOf,
  } satisfies ProcedureInput<'exports.resume'>;
}

/** The template that the format can be made with; files that are no text have none. */
export function templateOf({ format, template }: ResumeDraft): string | null {
  return isTemplated(format) ? template : null;
}

/** Formats that a template can make. */
export function isTemplated(format: ResumeFormat): format is 'html' | 'md' | 'tex' | 'txt' {
  return format === 'html' || format === 'md' || format === 'tex' || format === 'txt';
}

/** The same choices in the same order of names. */
function draftless({ format, template, design, options }: Omit<ResumeDraft, 'profile'>) {
  const sorted = Object.entries(options).sort(([one], [other]) => one.localeCompare(other));
  return { format, template, design, options: sorted };
}
