import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { NONCE_PLACEHOLDER } from './pageFiles.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path: string) => join(root, path);
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const out = resolve(root, process.env['LAUREL_OUT'] ?? 'out');

/** The engine reads migrations as files; they stand beside it. */
const copyMigrations: Plugin = {
  name: 'laurel:migrations',
  closeBundle: () => cpSync(at('migrations'), join(out, 'main', 'migrations'), { recursive: true }),
};

/** Pictures that the system shows: of the window, of notifications, of the tray. */
const copyIcons: Plugin = {
  name: 'laurel:icons',
  closeBundle: () =>
    cpSync(at('electron/icons'), join(out, 'main', 'icons'), {
      recursive: true,
      filter: (source) => !source.endsWith('.svg'),
    }),
};

// What the oldest Electron that is used in development understands; later ones do as well.
const nodeTarget = 'node20';
const chromeTarget = 'chrome130';

export default defineConfig({
  main: {
    define: { LAUREL_VERSION: JSON.stringify(version) },
    plugins: [copyMigrations, copyIcons],
    build: {
      outDir: join(out, 'main'),
      target: nodeTarget,
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: at('electron/main.ts'),
          engine: at('electron/engine/entry.ts'),
          importWorker: at('electron/engine/importWorker.ts'),
          laurel: at('electron/cli/laurel.ts'),
        },
        external: ['electron', 'better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'],
        // Beside the entries, not below them: what is found relative to a module stays findable.
        output: { entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: join(out, 'preload'),
      target: nodeTarget,
      minify: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: '/',
    plugins: [react()],
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      outDir: join(out, 'renderer'),
      target: chromeTarget,
      minify: true,
      emptyOutDir: true,
      // Inlined files would be data: addresses, which only pictures may be.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: at('renderer/index.html'),
        // One file, not some thirty small ones, for what every start needs.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
