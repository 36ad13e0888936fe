import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import { createKept } from './kept.ts';

/** How a page shows that what it says is so. */
export const evidenceModes = ['none', 'links', 'embed'] as const;

/** What the portfolio page shows. */
export const portfolioChoices = createKept(
  'laurel-portfolio',
  z.strictObject({
    intro: z.string(),
    locale: z.string(),
    evidence: z.enum(evidenceModes),
    inProgress: z.boolean(),
    expired: z.boolean(),
    numbers: z.boolean(),
    skills: z.boolean(),
    contact: z.boolean(),
    tag: z.array(z.string()),
    ids: z.array(idSchema),
  }),
  {
    intro: '',
    locale: 'en',
    evidence: 'links',
    inProgress: true,
    expired: false,
    numbers: true,
    skills: true,
    contact: false,
    tag: [],
    ids: [],
  },
);
