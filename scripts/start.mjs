// @ts-check
import { join } from 'node:path';
import { ensureBuilt, outFolder } from './lib/build.mjs';
import { show, statusOf } from './lib/command.mjs';
import { electronSwitches, hasDisplay } from './lib/display.mjs';
import { projectEnvironment, ROOT } from './lib/paths.mjs';
import { prepareTools, prepareWindow } from './lib/prepare.mjs';
import { Problem, runScript, say } from './lib/problem.mjs';
import { captureTool, showTool } from './lib/tools.mjs';

const args = process.argv.slice(2);

await runScript(() => (hasDisplay() ? startWindow() : startInTerminal()));

async function startWindow() {
  const { executablePath } = await prepareWindow({ virtualDisplay: false });
  const finished = await show(executablePath, [...electronSwitches(), ROOT, ...args], {
    cwd: ROOT,
    env: projectEnvironment(),
  });
  return statusOf(finished);
}

/** The main job without a window: what is due, on the sample while the portfolio is empty. */
async function startInTerminal() {
  say('There is no display, so Laurel runs in this terminal instead of a window.');
  await prepareTools();
  await ensureBuilt();
  const data = args.find((arg) => arg.startsWith('--data='))?.slice('--data='.length);
  const own = data === undefined ? [] : ['--data', data];
  const { total } = await ask(['list', '--limit', '1', ...own]);
  const { folder } = await ask(['path', ...own]);
  const shown = total === 0 ? ['--data', await sample(folder)] : own;
  say(total === 0 ? 'The portfolio is empty. On the sample, this is due:' : 'This is due:');
  const { status } = await showTool(command(), ['due', ...shown]);
  say(
    'To import: npx laurel import FILE…   ' +
      'To export: npx laurel export resume -o resume.md   ' +
      'For more: npx laurel --help',
  );
  return status ?? 1;
}

/**
 * The sample has a folder of its own beside the portfolio, the one that the window uses too.
 * @param {string} folder of the portfolio
 * @returns {Promise<string>} the sample's folder, filled
 */
async function sample(folder) {
  const path = `${folder}-sample`;
  const { total } = await ask(['list', '--limit', '1', '--data', path]);
  if (total === 0) await ask(['demo', '--data', path]);
  return path;
}

/** @param {string[]} words of a laurel command whose answer is JSON */
async function ask(words) {
  const { status, output } = await captureTool(command(), [...words, '--json']);
  if (status === 0) return JSON.parse(output);
  throw new Problem(`"laurel ${words.join(' ')}" was refused: ${messageIn(output)}`);
}

/** @param {string} output */
function messageIn(output) {
  try {
    return JSON.parse(output).error.message;
  } catch {
    // Not the command's own error: shown as it came.
    return output.trim();
  }
}

function command() {
  return join(outFolder(), 'main', 'laurel.js');
}
