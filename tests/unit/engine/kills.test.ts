import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { idSchema } from '#shared/domain/credential.ts';
import { bundle } from '../../support/bundle.ts';
import { openTestEngine, TODAY } from '../../support/engine.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const KILLS = 1000;
/** Several portfolios at once: the kills of one fall into the starts of the others. */
const LANES = 4;
/** A fresh portfolio now and then, so that checking stays quick. */
const KILLS_PER_FOLDER = 50;
const LONGEST_LIFE_MS = 60;

let writer = '';

beforeAll(async () => {
  const out = await bundle('laurel-kills', {
    writerUntilKilled: 'tests/support/writerUntilKilled.ts',
  });
  writer = join(out, 'writerUntilKilled.js');
}, 60_000);

/** Starts the writer, kills it after `lifeMs` of work, and returns what it had acknowledged. */
function killOne(
  folder: string,
  seed: number,
  lifeMs: number,
): Promise<ReadonlyMap<string, number>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, folder, String(seed)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    let complaint = '';
    let armed = false;
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (armed || !text.includes('ready\n')) return;
      armed = true;
      setTimeout(() => child.kill('SIGKILL'), lifeMs);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk));
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL')
        return reject(new Error(`The writer ended by itself: ${complaint}`));
      // A last line without its end was not read in full, hence not acknowledged.
      const lines = text.slice(0, text.lastIndexOf('\n')).split('\n').slice(1);
      resolve(new Map(lines.map((line) => [line.slice(0, 36), Number(line.slice(37))])));
    });
  });
}

test(`${KILLS} kills during random writes lose no acknowledged change and no integrity`, async () => {
  let killed = 0;
  let acknowledged = 0;
  const lane = async (number: number) => {
    for (let round = 0; round < KILLS / LANES / KILLS_PER_FOLDER; round += 1) {
      using folder = temporaryFolder();
      const expected = new Map<string, number>();
      for (let kill = 0; kill < KILLS_PER_FOLDER; kill += 1) {
        const seed = ((number * 1000 + round) * 1000 + kill) >>> 0;
        const acks = await killOne(folder.path, seed, (seed * 7919) % LONGEST_LIFE_MS);
        for (const [id, n] of acks) expected.set(id, n);
        acknowledged += acks.size;
        killed += 1;
      }
      const engine = openTestEngine({ folder: folder.path });
      for (const [id, n] of expected) {
        const found = await engine.call('credentials.get', { id: idSchema.parse(id), asOf: TODAY });
        expect(Number(found.number)).toBeGreaterThanOrEqual(n);
      }
      expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
      engine.close();
    }
  };
  await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
  expect(killed).toBe(KILLS);
  expect(acknowledged).toBeGreaterThan(KILLS);
}, 400_000);
