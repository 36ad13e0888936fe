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
  /** Asks for a `native-state`; a page that asks is ready for what was kept for it. */
  z.strictObject({ type: z.literal('app'), action: z.literal('native-state') }),
  /**
   * Shows a notification of the system. A `native-state` follows with `unknown` at once, and another
   * with `shown` or `refused` as soon as the system has answered, after six seconds at the latest.
   */
  z.strictObject({ type: z.literal('app'), action: z.literal('test-notification') }),
  z.strictObject({
    type: z.literal('app'),
    action: z.literal('set-start-at-login'),
    on: z.boolean(),
  }),
  /** Whether closing the window leaves Laurel in the tray. */
  z.strictObject({
    type: z.literal('app'),
    action: z.literal('set-keep-in-tray'),
    on: z.boolean(),
  }),
  /** Holds reminders back until an instant; null: not any more. */
  z.strictObject({
    type: z.literal('app'),
    action: z.literal('pause-reminders'),
    until: z.iso.datetime().nullable(),
  }),
]);
export type AppRequest = z.infer<typeof appRequestSchema>;

/** What the system around the page does for Laurel. */
const nativeStateSchema = z.strictObject({
  /** What became of the latest notification; `unknown` before the first, and until it is answered. */
  notifications: z.enum(['shown', 'refused', 'unknown']),
  /** Null: this system or this start of Laurel cannot do it. */
  startAtLogin: z.boolean().nullable(),
  /** Null: there is no tray. */
  keepInTray: z.boolean().nullable(),
  /** The instant, UTC ISO text, until which reminders are held back; null: they are not. */
  pausedUntil: z.string().nullable(),
});
export type NativeState = z.infer<typeof nativeStateSchema>;

/** One reminder, or several as one digest, that the system would not show. */
const nativeNoticeSchema = z.strictObject({
  title: z.string(),
  body: z.string(),
  reminders: z.array(
    z.strictObject({
      key: z.string(),
      kind: z.string(),
      subjectId: z.string(),
      title: z.string(),
      body: z.string(),
    }),
  ),
});
export type NativeNotice = z.infer<typeof nativeNoticeSchema>;

/** What the application tells its pages unasked. */
export const appMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('native-state'), state: nativeStateSchema }),
  /** Opens a record by its id; null: what needs attention today. */
  z.strictObject({ type: z.literal('open'), subjectId: z.string().nullable() }),
  z.strictObject({ type: z.literal('notice'), notice: nativeNoticeSchema }),
]);
export type AppMessage = z.infer<typeof appMessageSchema>;

export const appErrorShapeSchema = z.object({
  code: z.enum(appErrorCodes),
  message: z.string(),
  path: z.string().optional(),
  details: z.unknown().optional(),
});

/** What comes to a page: one reply to each call, events and the application's words in between. */
export type EngineMessage =
  | Readonly<{ type: 'reply'; id: number; value: unknown }>
  | Readonly<{ type: 'failure'; id: number; error: AppErrorShape }>
  | Readonly<{ type: 'event'; event: EngineEvent }>
  /**
   * The engine's process has ended and a new one is starting. A page is then handed a fresh port,
   * which takes the place of the one before; calls still open on that one get no answer any more.
   */
  | Readonly<{ type: 'engine-stopped' }>
  | Readonly<{ type: 'engine-started' }>
  | AppMessage;
