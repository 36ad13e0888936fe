import { z } from 'zod';

/** The segments of the Renewals screen. */
export const renewalsViews = ['cycles', 'routes', 'simulator', 'planner', 'policies'] as const;
const viewSchema = z.enum(renewalsViews);
export type RenewalsView = z.infer<typeof viewSchema>;

export const isRenewalsView = (text: string): text is RenewalsView =>
  viewSchema.safeParse(text).success;

/** What the address says of the Renewals screen; anything malformed is left out. */
export const renewalsSearchSchema = z.object({
  view: viewSchema.optional().catch(undefined),
  /** The credential that Routes and Simulator are about. */
  id: z.uuid().optional().catch(undefined),
  /** The policy that is read. */
  policy: z.string().max(200).optional().catch(undefined),
});
export type RenewalsSearch = z.infer<typeof renewalsSearchSchema>;
