import { z } from 'zod';
import { appMessageSchema } from '#shared/messages.ts';

/**
 * What the main process sends to the engine's process. A page's port is a numbered channel: with a
 * utility process the port itself travels along with `connect`, with a plain Node child its
 * messages come as `message`. Channel 0 is the main process itself.
 */
export const toEngineSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('connect'), channel: z.int().min(1) }),
  z.strictObject({ type: z.literal('disconnect'), channel: z.int().min(1) }),
  z.strictObject({ type: z.literal('message'), channel: z.int().min(0), message: z.unknown() }),
  /** What the application tells its pages; the engine passes it on unread. */
  z.strictObject({ type: z.literal('tell'), message: appMessageSchema }),
  z.strictObject({ type: z.literal('quit') }),
]);
export type ToEngine = z.infer<typeof toEngineSchema>;

/** What the engine's process sends to the main process. */
export const fromEngineSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('message'), channel: z.int().min(0), message: z.unknown() }),
  /** A request that a page made of the application; checked again where it is carried out. */
  z.strictObject({ type: z.literal('app'), request: z.unknown() }),
  /** The portfolio is open, or says on every call why it is not. */
  z.strictObject({ type: z.literal('ready'), open: z.boolean() }),
]);
export type FromEngine = z.infer<typeof fromEngineSchema>;

export const MAIN_CHANNEL = 0;
