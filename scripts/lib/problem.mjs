// @ts-check

/** A foreseeable failure. Its message is one plain line that says what to do about it. */
export class Problem extends Error {}

/**
 * Prints one line of progress on standard error, so that standard output stays a script's result.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a script's body. A Problem becomes its one line on standard error and exit status 1;
 * anything else is a defect of ours and keeps its stack.
 * @param {() => Promise<number | void>} body resolves to the exit status, 0 when nothing
 */
export async function runScript(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    say(
      error instanceof Problem
        ? error.message
        : String(error instanceof Error ? error.stack : error),
    );
    process.exitCode = 1;
  }
}
