import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  fitBounds,
  readWindowState,
  writeWindowState,
  type WindowState,
} from '../../../electron/windowState.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 900 };
const second = { x: 1440, y: 0, width: 1920, height: 1080 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'laurel-state-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a first window has the first size, less on a smaller screen, never less than the smallest', () => {
  expect(fitBounds(null, [laptop])).toEqual({ width: 1280, height: 800 });
  expect(fitBounds(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({
    width: 1024,
    height: 700,
  });
  expect(fitBounds(null, [{ x: 0, y: 0, width: 320, height: 240 }])).toEqual({
    width: 640,
    height: 480,
  });
});

test('a window opens where it was, on either screen', () => {
  const left = { x: 100, y: 50, width: 1000, height: 700 };
  const right = { x: 1600, y: 50, width: 1000, height: 700 };
  expect(fitBounds(left, [laptop, second])).toEqual(left);
  expect(fitBounds(right, [laptop, second])).toEqual(right);
});

test('a window whose screen is gone opens on the main one', () => {
  expect(fitBounds({ x: 1600, y: 50, width: 1900, height: 1000 }, [laptop])).toEqual({
    width: 1440,
    height: 900,
  });
});

test('what is written is read again', () => {
  const state: WindowState = {
    bounds: { x: 1, y: 2, width: 900, height: 600 },
    maximized: true,
    theme: 'dark',
  };
  writeWindowState(join(folder, 'not', 'there', 'yet'), state);
  expect(readWindowState(join(folder, 'not', 'there', 'yet'))).toEqual(state);
});

test.each([
  '',
  '{',
  '[]',
  '{"bounds":{"x":"1"}}',
  '{"bounds":null,"maximized":false,"theme":"pink"}',
])('a file with %j is as none', (text) => {
  writeFileSync(join(folder, 'window.json'), text);
  expect(readWindowState(folder)).toEqual({ bounds: null, maximized: false, theme: 'system' });
});
