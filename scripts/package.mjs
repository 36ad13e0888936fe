// @ts-check
import { announcement, resolveElectron } from './electron-runtime.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { prepareTools } from './lib/prepare.mjs';
import { Problem, runScript, say } from './lib/problem.mjs';
import { showTool, toolScript } from './lib/tools.mjs';

const args = process.argv.slice(2);

// Packages the app: `npm run package`, or `npm run package -- --dir` for an unpacked folder only.
await runScript(async () => {
  await prepareTools();
  const runtime = await resolveElectron();
  const line = announcement(runtime);
  if (line !== undefined) {
    say(line);
    if (!args.includes('--dir')) {
      throw new Problem(
        'With this Electron only an unpacked folder can be made, to try the packaged app: npm run package -- --dir',
      );
    }
  }
  await ensureBuilt();
  const { status } = await showTool(toolScript('electron-builder'), [
    'build',
    '--config=electron-builder.yml',
    '--publish=never',
    `-c.electronDist=${runtime.distPath}`,
    ...(runtime.version === 'unknown' ? [] : [`-c.electronVersion=${runtime.version}`]),
    ...args,
  ]);
  return status ?? 1;
});
