import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';

/** What an output can state of a credential. `held` is the claim that it is held at all. */
export const sentFactNames = [
  'held',
  'title',
  'issuer',
  'date',
  'expiry',
  'number',
  'link',
  'skills',
  'grade',
  'letters',
  'credit',
  'courses',
] as const;
export const sentFactNameSchema = z.enum(sentFactNames);
export type SentFactName = z.infer<typeof sentFactNameSchema>;

/** One fact of a credential as it stands in a text that left the app. */
export const sentFactSchema = z.strictObject({
  credentialId: idSchema,
  fact: sentFactNameSchema,
  /** As shown, in the output's own words and language. */
  value: z.string().max(4000),
});
export type SentFact = z.infer<typeof sentFactSchema>;
