import { z } from 'zod';

/** The outputs by where they go, in the order of the list. */
export const outputGroups = [
  { name: 'paper', outputs: ['resume', 'portfolio', 'raise', 'audit', 'csv', 'calendar'] },
  { name: 'online', outputs: ['linkedin', 'post', 'headline', 'signature', 'nameLine'] },
  { name: 'person', outputs: ['stories', 'card'] },
  { name: 'check', outputs: ['cv', 'drift'] },
] as const;

export type OutputName = (typeof outputGroups)[number]['outputs'][number];

const outputNames: readonly OutputName[] = outputGroups.flatMap(({ outputs }) => outputs);

/** What the address says of the Share screen; anything malformed is left out. */
export const shareSearchSchema = z.object({
  /** The output that is shown; the resume section where none is named. */
  output: z.enum(outputNames).optional().catch(undefined),
});
export type ShareSearch = z.infer<typeof shareSearchSchema>;
