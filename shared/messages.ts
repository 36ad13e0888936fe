import { z } from 'zod';
import { appErrorCodes, type AppErrorShape } from '#shared/appError.ts';
import type { EngineEvent } from '#shared/events.ts';

/** What a page or the main process sends to the engine. */
export const requestSchema = z.strictObject({
  type: z.literal('call'),
  id: z.int().min(0),
  name: z.string().max(100),
  input: z.unknown(),
});
export type EngineRequest = z.infer<typeof requestSchema>;

export const appErrorShapeSchema = z.object({
  code: z.enum(appErrorCodes),
  message: z.string(),
  path: z.string().optional(),
  details: z.unknown().optional(),
});

/** What the engine sends back: one reply to each call, events in between. */
export type EngineMessage =
  | Readonly<{ type: 'reply'; id: number; value: unknown }>
  | Readonly<{ type: 'failure'; id: number; error: AppErrorShape }>
  | Readonly<{ type: 'event'; event: EngineEvent }>
  /** Sent by main when the engine's process has ended and a new one is starting. */
  | Readonly<{ type: 'engine-stopped' }>
  | Readonly<{ type: 'engine-started' }>;
