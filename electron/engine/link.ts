import type { EngineMessage } from '#shared/messages.ts';
import type { EnginePort } from './serve.ts';
import { toEngineSchema, type FromEngine, type ToEngine } from './wire.ts';

/** The way to the main process, the same over a utility process's port and a Node child's channel. */
export type MainLink = Readonly<{
  post: (message: FromEngine) => void;
  /** Ports are given only where they can travel. */
  onMessage: (listener: (message: ToEngine, ports: readonly TransferredPort[]) => void) => void;
  /** The main process is gone. */
  onEnd: (listener: () => void) => void;
}>;

/** Electron's MessagePortMain, as far as it is used; the engine does not import Electron. */
export type TransferredPort = Readonly<{
  postMessage: (message: unknown) => void;
  on: (
    name: 'message' | 'close',
    listener: (event: Readonly<{ data: unknown }>) => void,
  ) => unknown;
  start: () => void;
  close: () => void;
}>;

type ParentPort = Readonly<{
  postMessage: (message: unknown) => void;
  on: (
    name: 'message',
    listener: (event: Readonly<{ data: unknown; ports: readonly TransferredPort[] }>) => void,
  ) => unknown;
}>;

/** Finds the way to the process that started this one. @throws when there is none */
export function openMainLink(): MainLink {
  // Electron adds parentPort in utility processes only; plain Node's types do not know it.
  const { parentPort } = process as unknown as { parentPort?: ParentPort | null };
  if (parentPort) return utilityLink(parentPort);
  if (process.send === undefined)
    throw new Error('The engine is started by the window, not by hand.');
  return childLink();
}

function utilityLink(parentPort: ParentPort): MainLink {
  return {
    post: (message) => parentPort.postMessage(message),
    onMessage: (listener) =>
      parentPort.on('message', ({ data, ports }) => listener(toEngineSchema.parse(data), ports)),
    // Electron ends its utility processes itself.
    onEnd: () => {},
  };
}

function childLink(): MainLink {
  return {
    post: (message) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: (listener) =>
      process.on('message', (message) => listener(toEngineSchema.parse(message), [])),
    onEnd: (listener) => process.once('disconnect', listener),
  };
}

/** A caller whose port has travelled here. */
export function transferredEnginePort(port: TransferredPort): EnginePort {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data));
      port.start();
    },
  };
}

/** A caller whose messages come numbered over the main process. */
export function numberedEnginePort(
  link: MainLink,
  channel: number,
): EnginePort & Readonly<{ receive: (message: unknown) => void }> {
  const listeners = new Set<(message: unknown) => void>();
  return {
    post: (message: EngineMessage) => link.post({ type: 'message', channel, message }),
    onMessage: (listener) => void listeners.add(listener),
    receive: (message) => listeners.forEach((listener) => listener(message)),
  };
}
