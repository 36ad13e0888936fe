import { z } from 'zod';

/** What the engine announces unasked. `changed` names the subjects that a commit touched. */
export const events = {
  changed: z.strictObject({
    subjects: z.array(z.string()),
    /** True when another process (the command line) made the change. */
    elsewhere: z.boolean(),
  }),
  progress: z.strictObject({
    job: z.string(),
    done: z.int().min(0),
    total: z.int().min(0),
  }),
  /** Opening the portfolio found something to tell: replayed commands, a repaired tail. */
  notice: z.strictObject({ message: z.string() }),
} as const satisfies Record<string, z.ZodType>;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;
export type EngineEvent = {
  [N in EventName]: Readonly<{ name: N; payload: EventPayload<N> }>;
}[EventName];
