// @ts-check
// Draws the pictures of electron/icons from their SVG sources, in the development Electron. Needs a
// display; the results are committed, so this runs only after a source was changed.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { resolveElectron } from './electron-runtime.mjs';
import { electronSwitches } from './lib/display.mjs';
import { ROOT } from './lib/paths.mjs';
import { runScript, say } from './lib/problem.mjs';

const icons = join(ROOT, 'electron', 'icons');

/** @type {readonly (readonly [source: string, name: string, size: number])[]} */
const pictures = [
  ...[16, 24, 32].map((size) => /** @type {const} */ (['small', `app/${size}x${size}`, size])),
  ...[48, 64, 128, 256, 512, 1024].map(
    (size) => /** @type {const} */ (['laurel', `app/${size}x${size}`, size]),
  ),
  ['tray', 'tray', 16],
  ['tray', 'tray@2x', 32],
  ['trayTemplate', 'trayTemplate', 16],
  ['trayTemplate', 'trayTemplate@2x', 32],
  ['overlay', 'overlay', 16],
  ['overlay', 'overlay@2x', 32],
];

/** A window that paints off screen gives its picture with the transparency that it has. */
const PAINTER = `
const { app, BrowserWindow } = require('electron');
app.disableHardwareAcceleration();
app.on('window-all-closed', () => {});
globalThis.paint = async (svg, size) => {
  const window = new BrowserWindow({
    width: size, height: size, show: false, frame: false, transparent: true,
    webPreferences: { offscreen: true },
  });
  const style = 'html,body{margin:0;background:transparent;overflow:hidden}img{display:block}';
  const page = '<style>' + style + '</style><img width="' + size + '" height="' + size +
    '" src="data:image/svg+xml;base64,' + svg + '">';
  await window.loadURL('data:text/html,' + encodeURIComponent(page));
  await window.webContents.executeJavaScript('document.images[0].decode()');
  const painted = new Promise((done) => {
    window.webContents.on('paint', (_event, _area, image) => {
      const bytes = image.getBitmap();
      // The first pictures may be of an empty page; the corners of ours show what is behind.
      if (bytes[3] === 0 && bytes.some((byte) => byte !== 0)) done(image.toPNG().toString('base64'));
    });
  });
  window.webContents.invalidate();
  const png = await painted;
  window.destroy();
  return png;
};
`;

await runScript(async () => {
  const work = mkdtempSync(join(tmpdir(), 'laurel-icons-'));
  writeFileSync(
    join(work, 'package.json'),
    JSON.stringify({ name: 'icons', version: '1.0.0', main: 'main.cjs' }),
  );
  writeFileSync(join(work, 'main.cjs'), PAINTER);
  const { executablePath } = await resolveElectron();
  const app = await _electron.launch({
    executablePath,
    args: [work, ...electronSwitches(), '--force-device-scale-factor=1'],
  });
  try {
    mkdirSync(join(icons, 'app'), { recursive: true });
    for (const [source, name, size] of pictures) {
      const svg = readFileSync(join(icons, `${source}.svg`)).toString('base64');
      const png = await app.evaluate(
        (_electron, [drawing, points]) => Reflect.get(globalThis, 'paint')(drawing, points),
        /** @type {const} */ ([svg, size]),
      );
      writeFileSync(join(icons, `${name}.png`), Buffer.from(png, 'base64'));
    }
    say(`${pictures.length} pictures were drawn.`);
  } finally {
    await app.close();
    rmSync(work, { recursive: true, force: true });
  }
});
