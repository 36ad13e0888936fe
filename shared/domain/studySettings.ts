import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';

/** Days without study, both ends included. */
export const offSchema = z
  .strictObject({ from: plainDateSchema, to: plainDateSchema })
  .refine(({ from, to }) => from <= to, 'The first day off comes before the last.');

/** What a study plan is made from; kept, so that it goes along with progress. */
export const studySettingsSchema = z.strictObject({
  /** Clock hours; null: those of the settings. */
  weeklyHours: z.number().min(0).max(100).nullable(),
  /** The day by which everything is to be done. */
  by: plainDateSchema,
  off: z.array(offSchema).max(200),
  /** In any order: deadlines and prerequisites decide which comes first. */
  courses: z
    .array(
      z.strictObject({
        credentialId: idSchema,
        /** Courses that must be done before it. */
        after: z.array(idSchema).max(100),
      }),
    )
    .min(1)
    .max(200),
});
export type StudySettings = Readonly<z.infer<typeof studySettingsSchema>>;
