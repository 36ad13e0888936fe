import { z } from 'zod';

/** What a template's text becomes; what it prints is escaped for that. */
export const templateTargets = ['md', 'txt', 'html', 'tex'] as const;
export const templateTargetSchema = z.enum(templateTargets);
export type TemplateTarget = z.infer<typeof templateTargetSchema>;

/** Characters of a template's source; the shipped ones have about a thousand. */
export const TEMPLATE_MAX_CHARACTERS = 100_000;

export const templateBodySchema = z.string().max(TEMPLATE_MAX_CHARACTERS);

/** A template: shipped as it is, shipped and changed by the user, or the user's own. */
export const templateSchema = z.strictObject({
  /** A word for shipped ones, a UUID for the user's own. */
  id: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(200),
  target: templateTargetSchema,
  origin: z.enum(['shipped', 'changed', 'own']),
  body: templateBodySchema,
});
export type Template = z.infer<typeof templateSchema>;

/** What is wrong with a template, and where; lines and columns count from 1. */
export const templateProblemSchema = z.strictObject({
  line: z.int().min(1),
  column: z.int().min(1),
  message: z.string(),
});
export type TemplateProblem = z.infer<typeof templateProblemSchema>;
