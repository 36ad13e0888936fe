import { z } from 'zod';
import { AppError } from '#shared/appError.ts';
import { events, type EngineEvent } from '#shared/events.ts';
import {
  appErrorShapeSchema,
  appMessageSchema,
  type AppMessage,
  type AppRequest,
  type EngineRequest,
  type NativeNotice,
  type NativeState,
} from '#shared/messages.ts';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '#shared/procedures.ts';
import { parseReply } from './replies.ts';

// The page's content security policy forbids eval, which zod would otherwise probe for.
z.config({ jitless: true });

const eventSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('changed'), payload: events.changed }),
  z.strictObject({ name: z.literal('progress'), payload: events.progress }),
  z.strictObject({ name: z.literal('notice'), payload: events.notice }),
]);

const messageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('reply'), id: z.int(), value: z.unknown() }),
  z.strictObject({ type: z.literal('failure'), id: z.int(), error: appErrorShapeSchema }),
  z.strictObject({ type: z.literal('event'), event: eventSchema }),
  z.strictObject({ type: z.literal('engine-stopped') }),
  z.strictObject({ type: z.literal('engine-started') }),
  appMessageSchema,
]);

export type EngineState = 'starting' | 'running' | 'restarting';

type WithoutType<T> = T extends unknown ? Omit<T, 'type'> : never;
export type AppAction = WithoutType<AppRequest>;

type Pending = Readonly<{ resolve: (value: unknown) => void; reject: (error: AppError) => void }>;

const pending = new Map<number, Pending>();
const eventHandlers = new Set<(event: EngineEvent) => void>();
const stateHandlers = new Set<() => void>();
const nativeHandlers = new Set<() => void>();
const opened = createInbox<string | null>();
const notices = createInbox<NativeNotice>();
let native: NativeState | null = null;
let waiting: (AppRequest | EngineRequest)[] = [];
let port: MessagePort | null = null;
let state: EngineState = 'starting';
let nextId = 0;

/** Whether the engine answers; `subscribe` and `get` serve React's useSyncExternalStore. */
export const engineState = {
  get: (): EngineState => state,
  subscribe: (handler: () => void): (() => void) => {
    stateHandlers.add(handler);
    return () => stateHandlers.delete(handler);
  },
};

/**
 * What the system around the page does for Laurel; null until the application has said. `subscribe`
 * and `get` serve React's useSyncExternalStore.
 */
export const nativeState = {
  get: (): NativeState | null => native,
  subscribe: (handler: () => void): (() => void) => {
    nativeHandlers.add(handler);
    return () => nativeHandlers.delete(handler);
  },
};

/** Hears which record a reminder opens, by its subject's id; null for what is due today. */
export const onOpenRecord = opened.listen;

/** Hears the reminders that the system would not show. */
export const onNotice = notices.listen;

/**
 * Calls a procedure of the engine and parses what it answers.
 * Rejects with an AppError: the engine's own, or `engine_stopped` when it ends meanwhile.
 */
export function call<N extends ProcedureName>(
  name: N,
  input: ProcedureInput<N>,
): Promise<ProcedureOutput<N>> {
  const id = nextId;
  nextId += 1;
  const request: EngineRequest = { type: 'call', id, name, input };
  return new Promise((resolve, reject) => {
    pending.set(id, {
      resolve: (value) => resolve(parseReply(name, value)),
      reject,
    });
    send(request);
  });
}

/** Hears every event of the engine until the returned function is called. */
export function onEngineEvent(handler: (event: EngineEvent) => void): () => void {
  eventHandlers.add(handler);
  return () => eventHandlers.delete(handler);
}

/** Takes the port that the preload script hands over; a newer port replaces an older one. */
export function connectEngine(target: Window): void {
  target.addEventListener('message', (event) => {
    const given = event.ports[0];
    if (event.source !== target || event.data !== 'engine' || given === undefined) return;
    port?.close();
    // A fresh port means another engine, perhaps on another portfolio: nothing carries over.
    if (port !== null) stop();
    port = given;
    given.addEventListener('message', ({ data }) => receive(data));
    given.addEventListener('close', () => {
      if (port === given) stop();
    });
    given.start();
    begin();
  });
}

/** Asks something of the application around the page; the outcome shows itself, there is no reply. */
export function askApp(action: AppAction): void {
  const request: AppRequest = { type: 'app', ...action };
  // The application answers also while its engine does not.
  if (port === null) waiting.push(request);
  else port.postMessage(request);
}

function send(request: EngineRequest): void {
  if (port === null || state !== 'running') waiting.push(request);
  else port.postMessage(request);
}

function receive(data: unknown): void {
  const message = messageSchema.parse(data);
  if (message.type === 'engine-stopped') stop();
  else if (message.type === 'engine-started') begin();
  else if (message.type === 'event') for (const handler of eventHandlers) handler(message.event);
  else if (message.type !== 'reply' && message.type !== 'failure') takeUp(message);
  else {
    const waiter = pending.get(message.id);
    pending.delete(message.id);
    if (message.type === 'reply') waiter?.resolve(message.value);
    else waiter?.reject(fromShape(message.error));
  }
}

function takeUp(message: AppMessage): void {
  if (message.type === 'open') opened.put(message.subjectId);
  else if (message.type === 'notice') notices.put(message.notice);
  else {
    native = message.state;
    for (const handler of nativeHandlers) handler();
  }
}

/** Keeps what comes before anybody listens, such as while the first screen loads. */
function createInbox<T>() {
  const handlers = new Set<(item: T) => void>();
  let kept: T[] = [];
  return {
    put: (item: T): void => {
      if (handlers.size === 0) kept.push(item);
      for (const handler of handlers) handler(item);
    },
    /** @returns a function that ends the listening */
    listen: (handler: (item: T) => void): (() => void) => {
      handlers.add(handler);
      const items = kept;
      kept = [];
      for (const item of items) handler(item);
      return () => void handlers.delete(handler);
    },
  };
}

function fromShape(shape: z.infer<typeof appErrorShapeSchema>): AppError {
  return new AppError(shape.code, shape.message, {
    details: shape.details,
    ...(shape.path === undefined ? {} : { path: shape.path }),
  });
}

function stop(): void {
  rejectPending();
  setState('restarting');
}

function begin(): void {
  setState('running');
  askApp({ action: 'native-state' });
  const messages = waiting;
  waiting = [];
  for (const message of messages) port?.postMessage(message);
}

function rejectPending(): void {
  const waiters = [...pending.values()];
  pending.clear();
  waiting = waiting.filter(({ type }) => type === 'app');
  for (const { reject } of waiters) {
    reject(new AppError('engine_stopped', 'The engine stopped before it answered. Try again.'));
  }
}

function setState(next: EngineState): void {
  if (state === next) return;
  state = next;
  for (const handler of stateHandlers) handler();
}
