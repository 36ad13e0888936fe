import { expect, test } from 'vitest';
import { hasDisplay } from '../../../scripts/lib/display.mjs';

test.each([
  ['no display named', {}, 'linux', false],
  ['an empty name', { DISPLAY: '' }, 'linux', false],
  ['a local display that is not there', { DISPLAY: ':65123' }, 'linux', false],
  ['a display on another machine', { DISPLAY: 'desk:0' }, 'linux', true],
  ['a Wayland display', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', true],
  ['macOS', {}, 'darwin', true],
] as const)('%s', (_what, env, platform, expected) => {
  expect(hasDisplay(env, platform)).toBe(expected);
});
