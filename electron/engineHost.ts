import { MessageChannelMain, type WebContents } from 'electron';
import { AppError } from '#shared/appError.ts';
import type { EngineEvent } from '#shared/events.ts';
import {
  appRequestSchema,
  requestSchema,
  type AppMessage,
  type AppRequest,
  type EngineMessage,
  type EngineRequest,
} from '#shared/messages.ts';
import type { ProcedureInput, ProcedureName } from '#shared/procedures.ts';
import { MAIN_CHANNEL, type FromEngine } from './engine/wire.ts';
import { startEngineProcess, type EngineProcess } from './engineProcess.ts';
import { joinPort, stoppedAnswer, type JoinedPort } from './joinedPort.ts';
import { nextDelayMs } from './restart.ts';

export type EngineHostOptions = Readonly<{
  /** Path of the built engine. */
  script: string;
  folder: string;
  logs: string;
  version: string;
  onAppRequest: (request: AppRequest) => void;
  onEvent: (event: EngineEvent) => void;
  /** A portfolio is open: the first, another one, or the same again. */
  onReady: () => void;
  log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}>;

export type EngineHost = Readonly<{
  start: () => void;
  /** Hands a page its port; again after each load of the page. */
  connect: (page: WebContents) => void;
  /** Says something to the page, whether there is an engine or not. */
  tell: (message: AppMessage) => void;
  /** Main's own calls. @throws AppError what the engine answers, or engine_stopped */
  call: <N extends ProcedureName>(name: N, input: ProcedureInput<N>) => Promise<unknown>;
  /** Closes the portfolio that is open and opens another; `prepare` runs before the page sees it. */
  open: (folder: string, prepare?: () => Promise<void>) => Promise<void>;
  folder: () => string;
  /** Closes the portfolio and ends the engine; it stays ended. */
  stop: () => Promise<void>;
}>;

/** How long the engine may take to close its portfolio before it is killed. */
const QUIT_MS = 5000;

type Pending = Readonly<{ resolve: (value: unknown) => void; reject: (error: AppError) => void }>;

/**
 * Keeps one engine running and joins the page to it. When the engine ends by itself, the page gets
 * a port that says so, and a fresh one as soon as the next engine runs.
 */
export function createEngineHost(options: EngineHostOptions): EngineHost {
  const crashes: number[] = [];
  const pending = new Map<number, Pending>();
  let folder = options.folder;
  let engine: EngineProcess | null = null;
  let ready = Promise.withResolvers<void>();
  let exited = Promise.withResolvers<void>();
  let expectExit = false;
  let page: WebContents | null = null;
  /** The page's port while there is no engine. */
  let waitingPort: JoinedPort | null = null;
  let nextChannel = MAIN_CHANNEL + 1;
  let nextCall = 0;
  let timer: NodeJS.Timeout | undefined;

  function start(): void {
    ready = Promise.withResolvers();
    exited = Promise.withResolvers();
    expectExit = false;
    const args = [`--folder=${folder}`, `--version=${options.version}`, `--logs=${options.logs}`];
    engine = startEngineProcess(options.script, args, { onMessage: receive, onExit: handleExit });
  }

  function handleExit(reason: string): void {
    engine = null;
    failPending();
    // A page between two engines: it is told at once and gets an answer to every call.
    waitForEngine();
    if (!expectExit) restartSoon(reason);
    // Last: whoever waits for the end goes on at once, and may start the next engine.
    exited.resolve();
  }

  function restartSoon(reason: string): void {
    crashes.push(Date.now());
    const delayMs = nextDelayMs(crashes, Date.now());
    options.log('The engine ended by itself', { reason, restartInMs: delayMs });
    timer = setTimeout(() => {
      start();
      // Not before it answers: until then the page is told on every call that there is no engine.
      void ready.promise.then(joinPage);
    }, delayMs);
  }

  function failPending(): void {
    const waiters = [...pending.values()];
    pending.clear();
    for (const { reject } of waiters)
      reject(new AppError('engine_stopped', 'The engine stopped before it answered.'));
  }

  function receive(message: FromEngine): void {
    if (message.type === 'ready') {
      ready.resolve();
      options.onReady();
    } else if (message.type === 'app') handleAppRequest(message.request);
    else if (message.channel === MAIN_CHANNEL) receiveAnswer(message.message as EngineMessage); // made by serve, in our own process
  }

  function receiveAnswer(message: EngineMessage): void {
    if (message.type === 'event') options.onEvent(message.event);
    if (message.type !== 'reply' && message.type !== 'failure') return;
    const waiter = pending.get(message.id);
    pending.delete(message.id);
    if (message.type === 'reply') waiter?.resolve(message.value);
    else waiter?.reject(new AppError(message.error.code, message.error.message, message.error));
  }

  function handleAppRequest(raw: unknown): void {
    const request = appRequestSchema.safeParse(raw);
    if (request.success) options.onAppRequest(request.data);
    else options.log('A malformed request of the page was left alone', {});
  }

  /** A new port to the page; the one before is void from here on. */
  function handOver() {
    const channel = new MessageChannelMain();
    page?.postMessage('engine', null, [channel.port1]);
    return channel.port2;
  }

  function joinPage(): void {
    if (page === null || engine === null) return;
    waitingPort = null;
    engine.connect(nextChannel, handOver());
    nextChannel += 1;
  }

  function waitForEngine(): void {
    if (page === null) return;
    const port = handOver();
    port.postMessage({ type: 'engine-stopped' } satisfies EngineMessage);
    const joined = joinPort(port, {
      onMessage: (message) => {
        const request = requestSchema.safeParse(message);
        if (request.success) joined.deliver(stoppedAnswer(request.data.id));
        else handleAppRequest(message);
      },
      onClose: () => {},
    });
    waitingPort = joined;
  }

  async function stop(): Promise<void> {
    clearTimeout(timer);
    if (engine === null) return;
    expectExit = true;
    engine.post({ type: 'quit' });
    const overdue = setTimeout(() => engine?.kill(), QUIT_MS);
    await exited.promise;
    clearTimeout(overdue);
  }

  return {
    start,
    folder: () => folder,
    stop: async () => {
      page = null;
      await stop();
    },
    connect: (contents) => {
      page = contents;
      contents.once('destroyed', () => {
        if (page === contents) page = null;
      });
      if (engine === null) waitForEngine();
      else joinPage();
    },
    tell: (message) => {
      if (engine === null) waitingPort?.deliver(message);
      else engine.post({ type: 'tell', message });
    },
    call: (name, input) => {
      if (engine === null)
        return Promise.reject(new AppError('engine_stopped', 'The engine is not running.'));
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const request: EngineRequest = { type: 'call', id: nextCall, name, input };
      pending.set(nextCall, { resolve, reject });
      nextCall += 1;
      engine.post({ type: 'message', channel: MAIN_CHANNEL, message: request });
      return promise;
    },
    open: async (next, prepare) => {
      await stop();
      folder = next;
      start();
      await Promise.race([ready.promise, exited.promise]);
      if (engine === null) return;
      await prepare?.();
      joinPage();
    },
  };
}
