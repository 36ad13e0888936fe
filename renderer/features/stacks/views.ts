import { z } from 'zod';

/** What the address says of the Stacks screen; anything malformed is left out. */
export const stacksSearchSchema = z.object({
  /** The stack that is shown. */
  id: z.uuid().optional().catch(undefined),
  /** A view over all stacks, in place of one. */
  view: z.enum(['next', 'credit']).optional().catch(undefined),
});
export type StacksSearch = z.infer<typeof stacksSearchSchema>;
