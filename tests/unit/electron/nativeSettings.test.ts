import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readNativeSettings, writeNativeSettings } from '../../../electron/nativeSettings.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const fresh = { keepInTray: false, pausedUntil: null };

test('what was set is there at the next start', () => {
  using folder = temporaryFolder();
  const profile = join(folder.path, 'window');
  expect(readNativeSettings(profile)).toEqual(fresh);
  const set = { keepInTray: true, pausedUntil: '2026-11-24T08:00:00.000Z' };
  writeNativeSettings(profile, set);
  expect(readNativeSettings(profile)).toEqual(set);
});

test.each(['', '{', '{"keepInTray":true,"pausedUntil":"for ever"}', '[]'])(
  'a damaged file (%j) pauses nothing',
  (text) => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'native.json'), text);
    expect(readNativeSettings(folder.path)).toEqual(fresh);
  },
);
