import { expect, test } from 'vitest';
import { pressed } from '../../../renderer/ui/shortcut.ts';

const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test.each([
  ['mod+z', { ...none, key: 'z', ctrlKey: true }, true],
  ['mod+z', { ...none, key: 'z', metaKey: true }, true],
  ['mod+z', { ...none, key: 'Z', ctrlKey: true, shiftKey: true }, false],
  ['mod+shift+z', { ...none, key: 'Z', ctrlKey: true, shiftKey: true }, true],
  ['mod+k', { ...none, key: 'k' }, false],
  ['mod+1', { ...none, key: '1', ctrlKey: true, altKey: true }, false],
  ['?', { ...none, key: '?', shiftKey: true }, true],
  ['?', { ...none, key: '?' }, true],
  ['?', { ...none, key: '?', ctrlKey: true }, false],
])('%s and %j: %s', (shortcut, event, expected) => {
  expect(pressed(event, shortcut)).toBe(expected);
});
