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

/**
 * What a page asks of the application itself, over the same port; never reaches the portfolio.
 * No reply: the outcome is an `engine-stopped`, an `engine-started` or a window of the system.
 */
export const appRequestSchema = z.discriminatedUnion('action', [
  /** Opens the sample portfolio in a folder of its own, filled when it is empty. */
  z.strictObject({ type: z.literal('app'), action: z.literal('open-sample') }),
  z.strictObject({ type: z.literal('app'), action: z.literal('leave-sample') }),
  /** Opens the same portfolio again, after what stood in the way was mended. */
  z.strictObject({ type: z.literal('app'), action: z.literal('reopen') }),
  z.strictObject({ type: z.literal('app'), action: z.literal('show-folder') }),
  /** Colours of the window's frame and of its first paint at the next start. */
  z.strictObject({
    type: z.literal('app'),
    action: z.literal('theme'),
    theme: z.enum(['system', 'light', 'dark']),
  }),
]);
export type AppRequest = z.infer<typeof appRequestSchema>;

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
  /**
   * The engine's process has ended and a new one is starting. A page is then handed a fresh port,
   * which takes the place of the one before; calls still open on that one get no answer any more.
   */
  | Readonly<{ type: 'engine-stopped' }>
  | Readonly<{ type: 'engine-started' }>;
