import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { electronSwitches } from '../../scripts/lib/display.mjs';
import { ROOT } from '../support/app.ts';

const run = promisify(execFile);
const PACKAGING_MS = 120_000;
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

const folders = { win32: 'win-unpacked', darwin: 'mac', linux: 'linux-unpacked' } as const;
// Packages are made, and this test is run, on these three.
const platform = process.platform as keyof typeof folders;

let work = '';
let resources = '';
let program = '';

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'laurel-packaged-'));
  const script = join(ROOT, 'scripts', 'package.mjs');
  await run(process.execPath, [script, '--dir', `-c.directories.output=${work}`], { cwd: ROOT });
  const unpacked = join(work, folders[platform]);
  const contents = join(unpacked, 'Laurel.app', 'Contents');
  resources = platform === 'darwin' ? join(contents, 'Resources') : join(unpacked, 'resources');
  program = {
    linux: join(unpacked, 'laurel-app'),
    win32: join(unpacked, 'Laurel.exe'),
    darwin: join(contents, 'MacOS', 'Laurel'),
  }[platform];
}, PACKAGING_MS);

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The installed `laurel` command, under the Node that goes along. */
function laurel(...args: readonly string[]) {
  const node = join(resources, platform === 'win32' ? 'node.exe' : 'node');
  return run(node, [join(resources, 'app.asar.unpacked', 'out', 'main', 'laurel.js'), ...args]);
}

/** The address that the program announces for the debugger on standard error. */
function debuggerOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const address = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.on('exit', (status) => reject(new Error(`The app ended with ${status}: ${text}`)));
  });
}

/** Waits until the page is there: a debugger that attaches during its first navigation may hang. */
async function whenLoaded(address: string): Promise<string> {
  const list = `http://${new URL(address).host}/json/list`;
  await vi.waitFor(
    async () => expect(await (await fetch(list)).text()).toContain('"title": "Laurel"'),
    { timeout: 20_000, interval: 100 },
  );
  return address;
}

async function pageOf(browser: Browser) {
  const context = browser.contexts()[0];
  return context?.pages()[0] ?? context?.waitForEvent('page');
}

test('the packaged app shows a record that its own command has added', async () => {
  const data = join(work, 'portfolio');
  const record = ['--title', 'Certified in Packaging', '--kind', 'certification'];
  const issue = ['--issuer', 'Institute of Boxes', '--issued', '2026-01-15'];
  await laurel('add', '--data', data, ...record, ...issue);
  const child = spawn(
    program,
    [...electronSwitches(), '--remote-debugging-port=0', `--data=${data}`],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, XDG_CONFIG_HOME: join(work, 'home') },
    },
  );
  const ended = new Promise((resolve) => child.on('close', resolve));
  try {
    const browser = await chromium.connectOverCDP(await whenLoaded(await debuggerOf(child)));
    const page = await pageOf(browser);
    await page?.getByRole('link', { name: /^Credentials/ }).click();
    await page?.getByText('Certified in Packaging').first().waitFor();
    expect(page?.url()).toMatch(/^app:/);
    await browser.close();
  } finally {
    child.kill();
    await ended;
  }
});

test('the fuses of the packaged program are those of production', async () => {
  const wire = await getCurrentFuseWire(program);
  const checksArchive = platform === 'linux' ? OFF : ON;

  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: OFF,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
    [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: checksArchive,
    [FuseV1Options.OnlyLoadAppFromAsar]: ON,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: OFF,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
  });
});

test('the installed command tells the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

  const { stdout } = await laurel('--version');

  expect(stdout.trim()).toBe(version);
});

test.each([
  ['pdf', '%PDF-1.7'],
  ['docx', 'PK'],
])('the installed command makes a %s, with every library it needs', async (format, begin) => {
  const data = join(work, format);
  const file = join(work, `resume.${format}`);
  await laurel('demo', '--data', data);
  const made = ['export', 'resume', '--data', data, '--format', format, '-o', file];

  // Standard error stays empty: the file was read back, and every line matches.
  expect((await laurel(...made)).stderr).toBe('');
  expect(readFileSync(file).subarray(0, begin.length).toString()).toBe(begin);
});
