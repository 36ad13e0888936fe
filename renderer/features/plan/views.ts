import { z } from 'zod';

export const planViews = ['budget', 'subscriptions', 'study'] as const;
export type PlanView = (typeof planViews)[number];

export const isPlanView = (value: string): value is PlanView =>
  planViews.some((view) => view === value);

/** What the address says of the Plan screen; anything malformed is left out. */
export const planSearchSchema = z.object({
  view: z.enum(planViews).optional().catch(undefined),
});
export type PlanSearch = z.infer<typeof planSearchSchema>;
