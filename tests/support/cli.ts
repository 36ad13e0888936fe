import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

export type CliResult = Readonly<{
  status: number | null;
  stdout: string;
  stderr: string;
  json: <T>() => T;
}>;

let built: Promise<string> | undefined;

/** The command as it is shipped, in one file: starting from source costs half a second each time. */
async function entry(): Promise<string> {
  // A folder for each worker of the test runner, which may bundle at the same time.
  built ??= bundle(`laurel-cli-${process.env['VITEST_POOL_ID'] ?? process.pid}`, {
    laurel: 'electron/cli/laurel.ts',
    importWorker: 'electron/engine/importWorker.ts',
  });
  return join(await built, 'laurel.js');
}

/** Runs the real command line as a process of its own. */
export async function laurel(folder: string, ...args: readonly string[]): Promise<CliResult> {
  const program = await entry();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, LAUREL_DATA: folder, NODE_NO_WARNINGS: '1' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.on('error', reject);
    child.on('close', (status) =>
      // The caller says what shape it expects and checks it.
      resolve({ status, stdout, stderr, json: <T>() => JSON.parse(stdout) as T }),
    );
  });
}
