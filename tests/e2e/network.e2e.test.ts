import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../support/app.ts';
import { walkThrough, type Walk } from '../support/mainJob.ts';

const run = promisify(execFile);
const works = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;

// Where the machine does not allow it, the test is shown as skipped.
const canTrace = works('strace', '-f', '-o', '/dev/null', 'true');
const isRoot = process.getuid?.() === 0;
const apart = isRoot ? ['-n'] : ['-rn'];
const canCutOff = works('unshare', ...apart, 'sh', '-c', 'ip link set lo up');

/** reliability.md, test 13: nothing leaves the machine, and nothing is missed when it cannot. */
describe('network silence', () => {
  let work: string;
  let walk: Walk;
  let trace: string;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'laurel-network-'));
    trace = join(work, 'trace.txt');
    writeFileSync(trace, '');
    walk = await walkThrough(canTrace ? { through: (electron) => tracer(electron) } : {});
  }, 120_000);

  afterAll(() => rmSync(work, { recursive: true, force: true }));

  /** A program that starts Electron and notes every address that one of its processes speaks to. */
  function tracer(electron: string): string {
    const script = join(work, 'traced');
    const calls = 'trace=connect,sendto,sendmmsg';
    writeFileSync(
      script,
      `#!/bin/sh\nexec strace -f --seccomp-bpf -qq -o '${trace}' -e ${calls} '${electron}' "$@"\n`,
    );
    chmodSync(script, 0o755);
    return script;
  }

  test('a walk through every screen asks for nothing that is denied', () => {
    expect(walk.denied).toEqual([]);
    expect(walk.failures).toEqual([]);
    expect(walk.screens.length).toBeGreaterThanOrEqual(6);
  });

  test.skipIf(!canTrace)(
    'no process of the app speaks to an address of the internet (strace)',
    () => {
      const lines = readFileSync(trace, 'utf8').split('\n');
      expect(lines.some((line) => line.includes('AF_UNIX'))).toBe(true);
      expect(lines.filter((line) => /AF_INET6?\b/.test(line))).toEqual([]);
    },
  );

  test.skipIf(!canCutOff)('cut off from every network it behaves the same (unshare)', async () => {
    const script = join(ROOT, 'tests', 'support', 'mainJob.ts');
    const command = `ip link set lo up && exec '${process.execPath}' '${script}'`;
    const { stdout } = await run('unshare', [...apart, 'sh', '-c', command], { timeout: 80_000 });
    expect(JSON.parse(stdout)).toEqual(walk);
  });
});
