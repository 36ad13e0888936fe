// @ts-check
import { join } from 'node:path';
import { show } from './lib/command.mjs';
import { hasDisplay } from './lib/display.mjs';
import { projectEnvironment, projectNode, ROOT } from './lib/paths.mjs';
import { prepareWindow } from './lib/prepare.mjs';
import { runScript } from './lib/problem.mjs';

// The figures of performance.md, both arms in one run: `npm run bench`, or `npm run bench -- P3`.
await runScript(async () => {
  await prepareWindow({ virtualDisplay: true });
  const [command, before] = hasDisplay()
    ? [projectNode(), []]
    : ['xvfb-run', ['-a', '-s', '-screen 0 1920x1200x24', projectNode()]];
  const { status } = await show(
    command,
    [...before, join(ROOT, 'tests', 'bench', 'run.ts'), ...process.argv.slice(2)],
    { cwd: ROOT, env: projectEnvironment() },
  );
  return status ?? 1;
});
