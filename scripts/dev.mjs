// @ts-check
import { announcement, resolveElectron } from './electron-runtime.mjs';
import { electronSwitches, hasDisplay } from './lib/display.mjs';
import { ensureLibraries } from './lib/libraries.mjs';
import { prepareTools } from './lib/prepare.mjs';
import { Problem, runScript, say } from './lib/problem.mjs';
import { showTool, toolScript } from './lib/tools.mjs';

// The app with live reload: what is saved shows at once.
await runScript(async () => {
  if (!hasDisplay())
    throw new Problem('There is no display: set DISPLAY, or run "xvfb-run -a npm run dev".');
  await prepareTools();
  const runtime = await resolveElectron();
  const line = announcement(runtime);
  if (line !== undefined) say(line);
  await ensureLibraries(runtime.executablePath, { needsVirtualDisplay: false });
  const args = [...electronSwitches(), ...process.argv.slice(2)];
  const { status } = await showTool(
    toolScript('electron-vite'),
    ['dev', '-c', 'electron/vite.config.ts', '--', ...args],
    { ELECTRON_EXEC_PATH: runtime.executablePath },
  );
  return status ?? 0;
});
