import type { MessagePortMain } from 'electron';
import { requestSchema, type EngineMessage } from '#shared/messages.ts';
import { AppError } from '#shared/appError.ts';

/** A page's port whose other end is another channel, not the engine itself. */
export type JoinedPort = Readonly<{
  /** Passes a message of the engine on to the page. */
  deliver: (message: unknown) => void;
  /** Fails every call that is still open, says that the engine has stopped, and closes. */
  stop: () => void;
}>;

export type JoinedPortListeners = Readonly<{
  onMessage: (message: unknown) => void;
  /** The page is gone or has let go of the port. */
  onClose: () => void;
}>;

/**
 * Joins a page's port to a channel. Keeps count of the calls that are open, so that none is left
 * hanging when the engine ends.
 */
export function joinPort(
  port: MessagePortMain,
  { onMessage, onClose }: JoinedPortListeners,
): JoinedPort {
  const open = new Set<number>();
  let closed = false;

  port.on('message', ({ data }) => {
    const request = requestSchema.safeParse(data);
    if (request.success) open.add(request.data.id);
    onMessage(data);
  });
  port.on('close', () => {
    if (closed) return;
    closed = true;
    onClose();
  });
  port.start();

  return {
    deliver: (message) => {
      if (closed) return;
      const id = answeredCall(message);
      if (id !== null) open.delete(id);
      port.postMessage(message);
    },
    stop: () => {
      if (closed) return;
      closed = true;
      for (const id of open) port.postMessage(stoppedAnswer(id));
      port.postMessage({ type: 'engine-stopped' } satisfies EngineMessage);
      port.close();
    },
  };
}

/** The answer to a call that no engine will answer. */
export function stoppedAnswer(id: number): EngineMessage {
  const error = new AppError(
    'engine_stopped',
    'The engine stopped before it answered. It is being started again; try once more.',
  );
  return { type: 'failure', id, error: error.toShape() };
}

function answeredCall(message: unknown): number | null {
  if (typeof message !== 'object' || message === null || !('id' in message)) return null;
  return typeof message.id === 'number' ? message.id : null;
}
