import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** Something on this machine that hears whoever calls, over TCP or UDP. */
export type Listener = Readonly<{
  http: string;
  udp: number;
  /** What has called so far. */
  calls: () => readonly string[];
  [Symbol.asyncDispose]: () => Promise<void>;
}>;

/** Opens a listener on the loopback address. */
export async function listen(): Promise<Listener> {
  const calls: string[] = [];
  const tcp = createServer((socket) => {
    calls.push(`TCP from ${socket.remotePort}`);
    socket.on('error', () => {});
    socket.on('data', (data) => {
      calls.push(data.toString('latin1').slice(0, 80));
      socket.end(
        'HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: 2\r\n\r\nok',
      );
    });
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const udp = createSocket('udp4');
  udp.on('message', (_message, from) => calls.push(`UDP from ${from.port}`));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const address = tcp.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return {
    http: `http://127.0.0.1:${address.port}`,
    udp: udp.address().port,
    calls: () => calls,
    [Symbol.asyncDispose]: async () => {
      udp.close();
      await new Promise((resolve) => tcp.close(resolve));
    },
  };
}
