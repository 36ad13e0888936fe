import type { z } from 'zod';

/** One entry of the contract table: what goes in and what comes out, both parsed at both ends. */
export type Contract = Readonly<{ input: z.ZodType; output: z.ZodType }>;
