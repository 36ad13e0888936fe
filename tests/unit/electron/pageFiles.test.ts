import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  contentSecurityPolicy,
  isOwnRequest,
  mapPageFiles,
  pageHeaders,
} from '../../../electron/pageFiles.ts';

test('the policy is the one of reliability.md, word for word', () => {
  expect(contentSecurityPolicy('N')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-N'; img-src 'self' blob: data:; font-src 'self'; " +
      "connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  );
  expect(pageHeaders('text/css', 'N')).toMatchObject({
    'content-type': 'text/css',
    'x-content-type-options': 'nosniff',
  });
});

test('the map has the files of the page by their address, and no others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-page-'));
  mkdirSync(join(folder, 'assets'));
  for (const name of [
    'index.html',
    'assets/main.js',
    'assets/main.js.map',
    'assets/inter.woff2',
    'notes.txt',
    '.env',
  ]) {
    writeFileSync(join(folder, name), '');
  }
  const map = mapPageFiles(folder);
  rmSync(folder, { recursive: true });

  expect([...map.keys()].toSorted()).toEqual([
    '/assets/inter.woff2',
    '/assets/main.js',
    '/index.html',
  ]);
  expect(map.get('/assets/main.js')?.type).toContain('javascript');
});

test.each([
  'app://laurel/index.html',
  'app://laurel/assets/a.js?x#y',
  'blob:app://laurel/0a',
  'data:image/png;base64,AA',
])("%s is the page's own", (address) => {
  expect(isOwnRequest(address)).toBe(true);
});

test.each([
  'https://laurel/index.html',
  'app://laurel.example/index.html',
  'app://other/index.html',
  'blob:https://example.org/0a',
  'file:///etc/passwd',
  'devtools://devtools/bundled/inspector.html',
  'http://localhost:5173/main.tsx',
  'ws://localhost:5173/',
  'chrome-extension://abc/x.js',
  'nothing at all',
])('%s is not', (address) => {
  expect(isOwnRequest(address)).toBe(false);
});

test('a development server counts in development, and only that one', () => {
  const dev = 'http://localhost:5173';
  for (const own of [
    'http://localhost:5173/main.tsx',
    'ws://localhost:5173/',
    'devtools://devtools/x.js',
  ]) {
    expect(isOwnRequest(own, dev)).toBe(true);
  }
  for (const foreign of [
    'http://localhost:5174/',
    'https://localhost:5173/',
    'http://localhost:5173.example.org/',
  ]) {
    expect(isOwnRequest(foreign, dev)).toBe(false);
  }
});
