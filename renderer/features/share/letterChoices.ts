import { z } from 'zod';
import { signaturePresetSchema } from '#shared/domain/postnominal.ts';
import { createKept } from './kept.ts';

const choicesSchema = z.strictObject({
  preset: signaturePresetSchema,
  most: z.int().min(0).max(20),
});

/** How letters stand after the name, in the signature, the name line and on the card alike. */
export const letterChoices = createKept('laurel-letters', choicesSchema, {
  preset: 'general',
  most: 3,
});
