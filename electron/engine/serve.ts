import { AppError, type AppErrorShape } from '#shared/appError.ts';
import type { EngineEvent } from '#shared/events.ts';
import { requestSchema, type EngineMessage } from '#shared/messages.ts';

/** The engine as a port sees it: names and values; see createEngine. */
export type Servable = Readonly<{
  callByName: (name: string, input: unknown) => Promise<unknown>;
  onEvent: (listener: (event: EngineEvent) => void) => () => void;
}>;

/** One caller: a page's port, the main process, or a test's. */
export type EnginePort = Readonly<{
  /** @throws when a message holds what cannot be copied to another process */
  post: (message: EngineMessage) => void;
  onMessage: (listener: (message: unknown) => void) => void;
}>;

/** Takes what is no expected failure, with its stack; the caller is only told `internal`. */
export type Report = (error: unknown, during: string) => void;

/**
 * Answers every call that comes through a port and passes the engine's events on. Whatever a caller
 * sends, it gets a typed error at most; each call with a number gets exactly one answer.
 * @returns a function that ends the passing on of events
 */
export function serve(engine: Servable, port: EnginePort, report: Report): () => void {
  const post = (message: EngineMessage, during: string): void => {
    try {
      port.post(message);
    } catch (error) {
      report(error, during);
      if (message.type === 'reply') port.post(failure(message.id, defect()));
    }
  };

  port.onMessage((message) => {
    const parsed = requestSchema.safeParse(message);
    if (!parsed.success) {
      const id = callNumber(message);
      const shape: AppErrorShape = {
        code: 'invalid_input',
        message: 'The call has not the form of a call.',
      };
      if (id !== null) post(failure(id, shape), 'a malformed call');
      return;
    }
    const { id, name, input } = parsed.data;
    engine.callByName(name, input).then(
      (value) => post({ type: 'reply', id, value }, name),
      (error: unknown) => post(failure(id, toShape(error, name, report)), name),
    );
  });

  return engine.onEvent((event) => post({ type: 'event', event }, 'an event'));
}

const failure = (id: number, error: AppErrorShape): EngineMessage => ({
  type: 'failure',
  id,
  error,
});

function toShape(error: unknown, during: string, report: Report): AppErrorShape {
  if (error instanceof AppError && error.code !== 'internal') return error.toShape();
  report(error, during);
  return error instanceof AppError ? error.toShape() : defect();
}

const defect = (): AppErrorShape => ({
  code: 'internal',
  message: 'Laurel made a mistake and did not do this. Its log holds the details.',
});

/** The number of a call whose other parts are wrong, so that its caller is not left waiting. */
function callNumber(message: unknown): number | null {
  if (typeof message !== 'object' || message === null || !Object.hasOwn(message, 'id')) return null;
  const { id } = message as { id: unknown }; // hasOwn does not narrow the type
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : null;
}
