import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { studySettingsSchema } from '#shared/domain/studySettings.ts';
import type { Contract } from '#shared/procedures/contract.ts';

const plannedCourseSchema = z.strictObject({
  credentialId: idSchema,
  title: z.string(),
  hoursLeft: z.number(),
  /** Its own target or deadline, else the plan's day. */
  due: plainDateSchema,
  /** The day of its first hour and of its last; null where no hours are to be had. */
  starts: plainDateSchema.nullable(),
  finishes: plainDateSchema.nullable(),
  /** Hours that do not fit before it is due. */
  hoursShort: z.number(),
});

const studyPlanSchema = z.strictObject({
  settings: studySettingsSchema,
  /** As used: the plan's own or those of the settings. */
  weeklyHours: z.number(),
  fits: z.boolean(),
  /** Hours that are missing where it does not fit: the most that any deadline lacks. */
  hoursShort: z.number(),
  /** The least weekly hours with which it fits, in quarters of an hour; null: none would do. */
  weeklyHoursNeeded: z.number().nullable(),
  /** In words: that it fits, or by how much it does not. */
  verdict: z.string(),
  hoursLeft: z.number(),
  /** Hours placed before the plan's day. */
  hoursPlaced: z.number(),
  /** In the order in which they are studied. */
  courses: z.array(plannedCourseSchema),
  weeks: z.array(
    z.strictObject({
      /** A Monday; the first week may begin before the plan. */
      monday: plainDateSchema,
      hours: z.number(),
      /** What the week could hold. */
      capacity: z.number(),
      /** Days of the week that are off. */
      daysOff: z.int(),
      items: z.array(
        z.strictObject({
          credentialId: idSchema,
          title: z.string(),
          hours: z.number(),
          /** The course is done in this week. */
          done: z.boolean(),
        }),
      ),
    }),
  ),
  /** Chosen courses that cannot be planned: no hours are stated. */
  withoutHours: z.array(z.strictObject({ credentialId: idSchema, title: z.string() })),
  warnings: z.array(z.string()),
});

export const studyProcedures = {
  /** The saved plan, worked out for a day; null where there is none. */
  'study.get': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: studyPlanSchema.nullable(),
  },
  /** What a plan would be; writes nothing. Refused for prerequisites that go in a circle, by name. */
  'study.preview': {
    input: z.strictObject({ asOf: plainDateSchema, settings: studySettingsSchema }),
    output: studyPlanSchema,
  },
  /** Keeps the plan; its weeks go into the calendar file. */
  'study.plan': {
    input: z.strictObject({ asOf: plainDateSchema, settings: studySettingsSchema }),
    output: studyPlanSchema,
  },
  'study.clear': {
    input: z.strictObject({}),
    output: z.strictObject({ removed: z.boolean() }),
  },
  /** Courses in progress, soonest deadline first (ux.md, Today). */
  'study.courses': {
    input: z.strictObject({ asOf: plainDateSchema }),
    output: z.strictObject({
      /** Hours a week that the forecasts count with. */
      weeklyHours: z.number(),
      /** Whether a saved plan says which course comes when. */
      planned: z.boolean(),
      items: z.array(
        z.strictObject({
          id: idSchema,
          title: z.string(),
          issuer: z.string().nullable(),
          platform: z.string().nullable(),
          progress: z.int().nullable(),
          hoursLeft: z.number().nullable(),
          /** Hours planned for it in the current week. */
          hoursThisWeek: z.number(),
          /** When it is done, one course after the other at the weekly hours. */
          forecast: plainDateSchema.nullable(),
          target: partialDateSchema.nullable(),
          /** Days from the forecast to the target's last day; below 0: late. */
          slackDays: z.int().nullable(),
          /** The soonest of its target and its track's deadlines. */
          deadline: z
            .strictObject({
              kind: z.enum(['target', 'verified-upgrade', 'refund', 'aid', 'free-trial']),
              on: plainDateSchema,
              daysLeft: z.int(),
            })
            .nullable(),
          mode: z.enum(['audit', 'verified', 'aid', 'employer-paid']).nullable(),
          /** One plain sentence. */
          nextStep: z.string(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Contract>;
