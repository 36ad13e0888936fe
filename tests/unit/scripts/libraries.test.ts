import { expect, test } from 'vitest';
import { debianPackages, missingLibraries } from '../../../scripts/lib/libraries.mjs';

const LDD = `
\tlinux-vdso.so.1 (0x00007f2e83869000)
\tlibglib-2.0.so.0 => /lib/x86_64-linux-gnu/libglib-2.0.so.0 (0x00007f2e780c8000)
\tlibnss3.so => not found
\tlibnssutil3.so => not found
\tlibgtk-3.so.0 => not found
\tlibasound.so.2 => not found
`;
const missing = ['libnss3.so', 'libnssutil3.so', 'libgtk-3.so.0', 'libasound.so.2'];

test('what ldd did not find is missing', () => {
  expect(missingLibraries(LDD)).toEqual(missing);
});

test('each missing library names its Debian package, once', () => {
  expect(debianPackages(missing, new Set())).toEqual(['libasound2', 'libgtk-3-0', 'libnss3']);
});

test('newer releases have some packages under a name that ends in t64', () => {
  expect(debianPackages(missing, new Set(['libasound2', 'libgtk-3-0']))).toEqual([
    'libasound2t64',
    'libgtk-3-0t64',
    'libnss3',
  ]);
});

test('the programs for a virtual display have packages too', () => {
  expect(debianPackages(['xvfb-run', 'Xvfb', 'xauth'], new Set())).toEqual(['xauth', 'xvfb']);
});
