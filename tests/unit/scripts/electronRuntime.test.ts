import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveElectron } from '../../../scripts/electron-runtime.mjs';
import { hasFailedToday, rememberFailure } from '../../../scripts/lib/officialElectron.mjs';
import { standInFolder } from '../../../scripts/lib/standIn.mjs';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const WANTED = '45.5.0';
const LINUX = { platform: 'linux', arch: 'x64' } as const;

let mirror: Server;
let reachable = '';
let unreachable = '';

beforeAll(async () => {
  mirror = createServer((_request, response) => response.end());
  reachable = await listen(mirror);
  const closed = createServer();
  unreachable = await listen(closed);
  await new Promise((resolve) => closed.close(resolve));
});

afterAll(() => void mirror.close());

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an address of this kind.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A project whose `electron` package has been installed without its program. */
function project(folder: string): { root: string; cache: string; env: Record<string, string> } {
  const root = join(folder, 'project');
  const cache = join(folder, 'cache');
  write(join(root, 'node_modules/electron/package.json'), JSON.stringify({ version: WANTED }));
  return { root, cache, env: { ELECTRON_MIRROR: unreachable } };
}

function write(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

function fillDist(dist: string, version: string): void {
  write(join(dist, 'electron'), '');
  write(join(dist, 'version'), version);
}

function install(root: string, version: string): string {
  const dist = join(root, 'node_modules/electron/dist');
  fillDist(dist, version);
  write(join(dist, '../path.txt'), 'electron');
  return dist;
}

test('a folder named by ELECTRON_OVERRIDE_DIST_PATH comes before an installed Electron', async () => {
  using folder = temporaryFolder();
  const { root, cache } = project(folder.path);
  install(root, WANTED);
  const own = join(folder.path, 'own');
  fillDist(own, 'v44.1.0');

  const env = { ELECTRON_OVERRIDE_DIST_PATH: own };
  await expect(resolveElectron({ root, cache, env, ...LINUX })).resolves.toEqual({
    executablePath: join(own, 'electron'),
    distPath: own,
    source: 'override',
    version: '44.1.0',
  });
});

test('an overriding folder without Electron is refused by name', async () => {
  using folder = temporaryFolder();
  const { root, cache } = project(folder.path);
  const env = { ELECTRON_OVERRIDE_DIST_PATH: folder.path };

  await expect(resolveElectron({ root, cache, env, ...LINUX })).rejects.toThrow(
    `ELECTRON_OVERRIDE_DIST_PATH names ${folder.path}, which holds no electron`,
  );
});

test('the installed Electron is taken when it has the version asked for', async () => {
  using folder = temporaryFolder();
  const { root, cache, env } = project(folder.path);
  const dist = install(root, WANTED);

  const runtime = await resolveElectron({ root, cache, env, ...LINUX });

  expect(runtime).toMatchObject({ distPath: dist, source: 'installed', version: WANTED });
  expect(existsSync(cache)).toBe(false);
});

test('an installed Electron of another version is passed over', async () => {
  using folder = temporaryFolder();
  const { root, cache, env } = project(folder.path);
  install(root, '44.0.0');
  fillDist(standInFolder(cache), '33.2.1');

  const runtime = await resolveElectron({ root, cache, env, ...LINUX });

  expect(runtime.source).toBe('stand-in');
});

test('where the download is reached, the package’s own installer fetches it', async () => {
  using folder = temporaryFolder();
  const { root, cache } = project(folder.path);
  await rememberFailure(cache, '44.0.0', Date.now());
  write(join(root, 'package.json'), '{"type":"commonjs"}');
  write(
    join(root, 'node_modules/electron/install.js'),
    `const { mkdirSync, writeFileSync } = require('node:fs');
     mkdirSync(__dirname + '/dist');
     writeFileSync(__dirname + '/dist/electron', '');
     writeFileSync(__dirname + '/dist/version', '${WANTED}');
     writeFileSync(__dirname + '/path.txt', 'electron');`,
  );

  const env = { ELECTRON_MIRROR: reachable };
  const first = await resolveElectron({ root, cache, env, ...LINUX });
  const second = await resolveElectron({ root, cache, env, ...LINUX });

  expect([first.source, second.source]).toEqual(['downloaded', 'installed']);
  expect(hasFailedToday(cache, '44.0.0', Date.now())).toBe(false);
});

test('an unreachable download is remembered, and the prepared stand-in taken', async () => {
  using folder = temporaryFolder();
  const { root, cache, env } = project(folder.path);
  fillDist(standInFolder(cache), '33.2.1');

  const runtime = await resolveElectron({ root, cache, env, ...LINUX });

  expect(runtime).toMatchObject({ source: 'stand-in', version: '33.2.1' });
  expect(hasFailedToday(cache, WANTED, Date.now())).toBe(true);
});

test('after a failed download today the stand-in is taken without another attempt', async () => {
  using folder = temporaryFolder();
  const { root, cache } = project(folder.path);
  fillDist(standInFolder(cache), '33.2.1');
  await rememberFailure(cache, WANTED, Date.now());
  let requests = 0;
  mirror.once('request', () => (requests += 1));

  const runtime = await resolveElectron({
    root,
    cache,
    ...LINUX,
    env: { ELECTRON_MIRROR: reachable },
  });

  expect(runtime.source).toBe('stand-in');
  expect(requests).toBe(0);
});

test('a failure counts for one day and for its own version', async () => {
  using folder = temporaryFolder();
  const cache = join(folder.path, 'cache');
  const at = Date.UTC(2026, 10, 23, 12);
  await rememberFailure(cache, WANTED, at);

  const hours = (n: number) => at + n * 3_600_000;
  expect(hasFailedToday(cache, WANTED, hours(23))).toBe(true);
  expect(hasFailedToday(cache, WANTED, hours(24))).toBe(false);
  expect(hasFailedToday(cache, WANTED, hours(-1))).toBe(false);
  expect(hasFailedToday(cache, '46.0.0', hours(1))).toBe(false);
});

test.each([
  ['darwin', 'arm64'],
  ['win32', 'x64'],
  ['linux', 'arm64'],
] as const)(
  'on %s %s there is no stand-in: the message says what to do',
  async (platform, arch) => {
    using folder = temporaryFolder();
    const { root, cache, env } = project(folder.path);

    await expect(resolveElectron({ root, cache, env, platform, arch })).rejects.toThrow(
      `Electron ${WANTED} could not be downloaded: connect to the network and run this again`,
    );
  },
);

test('without dependencies the message names npm ci', async () => {
  using folder = temporaryFolder();

  await expect(
    resolveElectron({ root: folder.path, cache: join(folder.path, 'cache'), env: {}, ...LINUX }),
  ).rejects.toThrow('run "npm ci" first');
});
