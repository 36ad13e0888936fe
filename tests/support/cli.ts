import { spawn } from 'node:child_process';
import { join } from 'node:path';

export type CliResult = Readonly<{
  status: number | null;
  stdout: string;
  stderr: string;
  json: <T>() => T;
}>;

const ENTRY = join(import.meta.dirname, '../../electron/cli/laurel.ts');

/** Runs the real command line as a process of its own. */
export function laurel(folder: string, ...args: readonly string[]): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [ENTRY, ...args], {
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
