import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app, utilityProcess, type MessagePortMain } from 'electron';
import { fromEngineSchema, type FromEngine, type ToEngine } from './engine/wire.ts';
import { joinPort, type JoinedPort } from './joinedPort.ts';

/** A running engine, as the host sees it; how it was started makes no difference. */
export type EngineProcess = Readonly<{
  pid: () => number | undefined;
  post: (message: ToEngine) => void;
  /** Gives a page's port to the engine. The port is used up by it. */
  connect: (channel: number, port: MessagePortMain) => void;
  kill: () => void;
}>;

export type EngineListeners = Readonly<{
  onMessage: (message: FromEngine) => void;
  /** Called once, after the process has ended for whatever reason. */
  onExit: (reason: string) => void;
}>;

/** The Node-API version that better-sqlite3 is built for. */
const NODE_API = 10;

/**
 * Starts the engine: as a utility process, or, where this Electron's Node-API is too old for
 * SQLite's binding, as a child of the project's own Node (design.md, starting on a fresh machine).
 * @param script path of the built engine
 */
export function startEngineProcess(
  script: string,
  args: readonly string[],
  listeners: EngineListeners,
): EngineProcess {
  return Number(process.versions['napi']) >= NODE_API
    ? startUtility(script, args, listeners)
    : startChild(script, args, listeners);
}

function startUtility(
  script: string,
  args: readonly string[],
  listeners: EngineListeners,
): EngineProcess {
  const child = utilityProcess.fork(script, [...args], {
    serviceName: 'Laurel engine',
    env: environment(),
    stdio: 'inherit',
  });
  child.on('message', (message: unknown) => listeners.onMessage(fromEngineSchema.parse(message)));
  child.on('exit', (code) => listeners.onExit(`exit code ${code}`));
  return {
    pid: () => child.pid,
    post: (message) => child.postMessage(message),
    connect: (channel, port) =>
      child.postMessage({ type: 'connect', channel } satisfies ToEngine, [port]),
    kill: () => void child.kill(),
  };
}

/** Keeps the compiled engine between starts, which a start is a sixth faster for. */
const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_COMPILE_CACHE: join(app.getPath('userData'), 'compiled'),
});

function startChild(
  script: string,
  args: readonly string[],
  { onMessage, onExit }: EngineListeners,
): EngineProcess {
  const child = fork(readableByNode(script), args, {
    execPath: findNode(),
    execArgv: [],
    env: { ...environment(), NODE_OPTIONS: '' },
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const pages = new Map<number, JoinedPort>();
  let ended = false;
  const end = (reason: string) => {
    if (ended) return;
    ended = true;
    for (const page of pages.values()) page.stop();
    onExit(reason);
  };
  // A message to a process that has just ended is no failure of its own: its exit is told apart.
  const post = (message: ToEngine) => void (child.connected && child.send(message, () => {}));

  child.on('message', (raw: unknown) => {
    const message = fromEngineSchema.parse(raw);
    const page = message.type === 'message' ? pages.get(message.channel) : undefined;
    if (message.type === 'message' && page !== undefined) page.deliver(message.message);
    else onMessage(message);
  });
  child.on('exit', (code, signal) => end(signal ?? `exit code ${code}`));
  child.on('error', (error) => end(error.message));

  return {
    pid: () => child.pid,
    post,
    connect: (channel, port) => {
      post({ type: 'connect', channel });
      const page = joinPort(port, {
        onMessage: (message) => post({ type: 'message', channel, message }),
        onClose: () => {
          pages.delete(channel);
          post({ type: 'disconnect', channel });
        },
      });
      pages.set(channel, page);
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** Plain Node reads no archive; what it needs lies unpacked beside it. */
const readableByNode = (script: string): string =>
  script.replace(/\bapp\.asar([/\\])/, 'app.asar.unpacked$1');

function findNode(): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const places = [
    process.env['LAUREL_NODE'],
    join(app.getAppPath(), 'node_modules', 'node', 'bin', name),
    join(process.resourcesPath, name),
  ];
  const found = places.find((place) => place !== undefined && place !== '' && existsSync(place));
  if (found === undefined) throw new Error('No Node to run the engine was found. Run npm ci.');
  return found;
}
