import { parseArgs } from 'node:util';
import { AppError } from '#shared/appError.ts';
import { createEngine } from './engine.ts';
import { numberedEnginePort, openMainLink, transferredEnginePort } from './link.ts';
import { openLog } from './log.ts';
import { serve, type EnginePort, type Servable } from './serve.ts';
import { systemClock } from './systemClock.ts';
import { MAIN_CHANNEL } from './wire.ts';

/** How often to look for changes by the command line; the promise is two seconds. */
const WATCH_MS = 500;

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    version: { type: 'string' },
    logs: { type: 'string' },
  },
});
if (!options.folder || !options.version || !options.logs) {
  throw new Error('The engine needs --folder, --version and --logs.');
}

const link = openMainLink();
const log = openLog(options.logs, 'engine');
const report = (error: unknown, during: string) =>
  log.error({ err: error, during }, 'Unexpected failure');
const engine = open(options.folder, options.version);

type Caller = Readonly<{
  receive: (message: unknown) => void;
  tell: EnginePort['post'];
  end: () => void;
}>;
const callers = new Map<number, Caller>();

function open(
  folder: string,
  version: string,
): Servable & Readonly<{ close: () => void; open: boolean }> {
  try {
    const opened = createEngine({
      folder,
      version,
      origin: 'window',
      watchMs: WATCH_MS,
      ...systemClock,
    });
    return { ...opened, open: true };
  } catch (error) {
    report(error, 'opening the portfolio');
    const told =
      error instanceof AppError
        ? error
        : new AppError(
            'internal',
            'The portfolio could not be opened. The log holds the details.',
            { cause: error },
          );
    // Stays up, so that every caller learns why, and the window can leave for another folder.
    return {
      callByName: () => Promise.reject(told),
      onEvent: () => () => {},
      close: () => {},
      open: false,
    };
  }
}

/** Serves one caller; what it asks of the application goes on to the main process. */
function attach(channel: number, port: EnginePort, receive: (message: unknown) => void): void {
  const end = serve(
    engine,
    { ...port, onMessage: (listener) => port.onMessage(sorted(listener)) },
    report,
  );
  callers.set(channel, { receive, tell: port.post, end });
}

function sorted(listener: (message: unknown) => void): (message: unknown) => void {
  return (message) => {
    if (isAppRequest(message)) link.post({ type: 'app', request: message });
    else listener(message);
  };
}

const isAppRequest = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'app';

function attachNumbered(channel: number): void {
  const port = numberedEnginePort(link, channel);
  attach(channel, port, port.receive);
}

/** Closes the portfolio, which writes its WAL back, and ends the process. */
function quit(): void {
  for (const { end } of callers.values()) end();
  engine.close();
  process.exit(0);
}

attachNumbered(MAIN_CHANNEL);
link.onMessage((message, [port]) => {
  if (message.type === 'quit') {
    quit();
  } else if (message.type === 'tell') {
    for (const [channel, { tell }] of callers) if (channel !== MAIN_CHANNEL) tell(message.message);
  } else if (message.type === 'message') {
    callers.get(message.channel)?.receive(message.message);
  } else if (message.type === 'disconnect') {
    callers.get(message.channel)?.end();
    callers.delete(message.channel);
  } else if (port === undefined) {
    attachNumbered(message.channel);
    link.post({ type: 'message', channel: message.channel, message: { type: 'engine-started' } });
  } else {
    attach(message.channel, transferredEnginePort(port), () => {});
    port.on('close', () => {
      callers.get(message.channel)?.end();
      callers.delete(message.channel);
    });
    port.postMessage({ type: 'engine-started' });
  }
});
link.onEnd(quit);
process.once('SIGTERM', quit);
// Ctrl+C in a terminal reaches both processes; the main one ends this one in order.
process.on('SIGINT', () => {});
link.post({ type: 'ready', open: engine.open });
