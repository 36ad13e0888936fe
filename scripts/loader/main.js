// What a stock Electron does with its default app: open the project named on the command line.
// It is an ES module because Electron holds back its `ready` event until that module, and so the
// project's main module, has been loaded.
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const parameters = process.argv.slice(1);
const project = parameters.find((parameter) => !parameter.startsWith('-'));

if (parameters.includes('--version') || parameters.includes('-v')) {
  console.log(`v${process.versions.electron}`);
  app.exit(0);
} else if (project === undefined) {
  console.error('usage: electron [flags] <project folder> [arguments]');
  app.exit(2);
} else {
  process.defaultApp = true;
  try {
    await import(pathToFileURL(open(resolve(project))).href);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}

/** Makes the app known under the project's name; gives the path of its main module. */
function open(path) {
  if (!statSync(path).isDirectory()) {
    app.setAppPath(dirname(path));
    return path;
  }
  const description = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  app.setAppPath(path);
  app.setName(description.productName ?? description.name);
  app.setVersion(description.version);
  return join(path, description.main ?? 'index.js');
}
