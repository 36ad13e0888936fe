import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EngineMessage } from '#shared/messages.ts';
import { serve, type EnginePort } from '../../../electron/engine/serve.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

let engine: TestEngine;
let channel: MessageChannel;
let received: EngineMessage[];
let reported: string[];
let stop: () => void;

beforeEach(() => {
  engine = openTestEngine();
  channel = new MessageChannel();
  received = [];
  reported = [];
  channel.port2.on('message', (message: EngineMessage) => received.push(message));
  const port: EnginePort = {
    post: (message) => channel.port1.postMessage(message),
    onMessage: (listener) => void channel.port1.on('message', listener),
  };
  stop = serve({ callByName: engine.callByName, onEvent: engine.onEvent }, port, (error, during) =>
    reported.push(`${during}: ${String(error)}`),
  );
});

afterEach(() => {
  stop();
  channel.port1.close();
  engine[Symbol.dispose]();
});

/** Sends messages and waits until a last call, sent after them, has been answered. */
async function answersTo(...messages: unknown[]): Promise<EngineMessage[]> {
  for (const message of messages) channel.port2.postMessage(message);
  const last = 999_999;
  channel.port2.postMessage({ type: 'call', id: last, name: 'portfolio.info', input: {} });
  const isLast = (message: EngineMessage) => message.type === 'reply' && message.id === last;
  await expect.poll(() => received.some(isLast)).toBe(true);
  return received.filter((message) => !isLast(message));
}

test('a call is answered under its number, and its change is announced', async () => {
  const answers = await answersTo({
    type: 'call',
    id: 7,
    name: 'credentials.create',
    input: { fields: aCredential({ title: 'CISSP' }), asOf: TODAY },
  });

  expect(answers.find(({ type }) => type === 'reply')).toMatchObject({
    id: 7,
    value: { title: 'CISSP' },
  });
  expect(answers.find(({ type }) => type === 'event')).toMatchObject({
    event: { name: 'changed', payload: { elsewhere: false } },
  });
  expect(reported).toEqual([]);
});

test.each([
  [
    'a procedure that does not exist',
    { type: 'call', id: 1, name: 'credentials.destroy', input: {} },
  ],
  ['an inherited name', { type: 'call', id: 1, name: 'constructor', input: {} }],
  ['the name of a prototype', { type: 'call', id: 1, name: '__proto__', input: {} }],
  ['input of another shape', { type: 'call', id: 1, name: 'credentials.get', input: { id: 5 } }],
  ['no input', { type: 'call', id: 1, name: 'credentials.get' }],
  ['a name that is no text', { type: 'call', id: 1, name: 5, input: {} }],
  ['parts that no call has', { type: 'call', id: 1, name: 'portfolio.info', input: {}, more: 1 }],
  ['another type', { type: 'reply', id: 1, value: {} }],
])('%s is refused as invalid input', async (_name, message) => {
  const answers = await answersTo(message);

  expect(answers).toEqual([
    { type: 'failure', id: 1, error: expect.objectContaining({ code: 'invalid_input' }) },
  ]);
  expect(reported).toEqual([]);
});

test.each([null, 0, 'call', [], {}, { id: -1 }, { id: 1.5 }, { id: '1' }, new Map([['id', 1]])])(
  '%j, which nobody waits for, gets no answer',
  async (message) => {
    expect(await answersTo(message)).toEqual([]);
  },
);

test('an expected failure keeps its code; the engine answers the next call', async () => {
  const answers = await answersTo({
    type: 'call',
    id: 3,
    name: 'credentials.resolve',
    input: { ref: 'nothing like it' },
  });

  expect(answers).toEqual([
    { type: 'failure', id: 3, error: expect.objectContaining({ code: 'not_found' }) },
  ]);
});

test('a defect is told as internal, without its text; the log has it', async () => {
  const reports: unknown[] = [];
  const posted: EngineMessage[] = [];
  let deliver: (message: unknown) => void = () => {};
  const cause = new TypeError('secret of row 5');
  serve(
    { callByName: () => Promise.reject(cause), onEvent: () => () => {} },
    { post: (message) => void posted.push(message), onMessage: (listener) => (deliver = listener) },
    (error) => reports.push(error),
  );

  deliver({ type: 'call', id: 4, name: 'portfolio.info', input: {} });
  await expect
    .poll(() => posted)
    .toEqual([
      {
        type: 'failure',
        id: 4,
        error: { code: 'internal', message: expect.not.stringContaining('secret') },
      },
    ]);
  expect(reports).toEqual([cause]);
});

test('a reply that cannot be copied is answered as internal', async () => {
  const { port1, port2 } = new MessageChannel();
  const heard: unknown[] = [];
  port2.on('message', (message) => heard.push(message));
  let deliver: (message: unknown) => void = () => {};
  serve(
    { callByName: () => Promise.resolve(() => {}), onEvent: () => () => {} },
    {
      post: (message) => port1.postMessage(message),
      onMessage: (listener) => (deliver = listener),
    },
    (error) => reported.push(String(error)),
  );

  deliver({ type: 'call', id: 5, name: 'portfolio.info', input: {} });
  await expect
    .poll(() => heard)
    .toEqual([{ type: 'failure', id: 5, error: expect.objectContaining({ code: 'internal' }) }]);
  expect(reported).toEqual([expect.stringContaining('DataCloneError')]);
  port1.close();
});

test('after its end no event is passed on', async () => {
  stop();
  await engine.call('credentials.create', { fields: aCredential(), asOf: TODAY });

  expect(await answersTo()).toEqual([]);
});
