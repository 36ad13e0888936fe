import fc from 'fast-check';
import { expect, test } from 'vitest';
import { autostartEntry, isAutostartOn } from '../../../electron/autostart.ts';
import { propertyRuns } from '../../support/property.ts';

test('an entry starts the program without a window', () => {
  expect(autostartEntry(['/opt/Laurel/laurel-app', '--hidden'])).toBe(
    [
      '[Desktop Entry]',
      'Type=Application',
      'Version=1.5',
      'Name=Laurel',
      'Comment=Reminds you of what expires',
      'Exec=/opt/Laurel/laurel-app --hidden',
      'Terminal=false',
      'StartupNotify=false',
      'X-GNOME-Autostart-enabled=true',
      '',
    ].join('\n'),
  );
});

test.each([
  ['/home/a b/Laurel.AppImage', 'Exec="/home/a b/Laurel.AppImage"'],
  ['100%', 'Exec=100%%'],
  ['$HOME', String.raw`Exec="\\$HOME"`],
  ['a"b', String.raw`Exec="a\\"b"`],
  [String.raw`a\b`, String.raw`Exec="a\\\\b"`],
])('%s is written as the specification asks', (argument, line) => {
  expect(autostartEntry([argument]).split('\n')).toContain(line);
});

test('whatever a folder is called, each argument arrives as it was given', () => {
  // A line break or NUL is no part of an argument that a desktop could pass on.
  const argument = fc.string({
    minLength: 1,
    unit: fc.oneof(
      fc.constantFrom(...String.raw`"'$%&*;<>?\\|~#() `.split(''), String.fromCodePoint(96)),
      fc.string({ minLength: 1, maxLength: 1 }),
      fc.constantFrom('é', '証', '🎓'),
    ),
  });
  fc.assert(
    fc.property(fc.array(argument, { minLength: 1 }), (given) => {
      const lines = autostartEntry(given).split('\n');
      const exec = lines.find((line) => line.startsWith('Exec=')) ?? '';
      expect(argumentsOf(exec.slice('Exec='.length))).toEqual(given);
    }),
    propertyRuns(2000),
  );
});

test.each([
  ['[Desktop Entry]\nExec=laurel-app --hidden\n', true],
  ['[Desktop Entry]\nHidden=true\n', false],
  ['[Desktop Entry]\nHidden = True\n', false],
  ['[Desktop Entry]\nX-GNOME-Autostart-enabled=false\n', false],
  ['[Desktop Entry]\nComment=Hidden=true\n', true],
])('an entry that a tool of the desktop has changed: %j is on: %s', (text, isOn) => {
  expect(isAutostartOn(text)).toBe(isOn);
});

/** What a desktop makes of an Exec value: the escapes of strings, then quotes, then field codes. */
function argumentsOf(value: string): string[] {
  const text = value.replaceAll(
    /\\(.)/gs,
    (_all, sign: string) => ({ n: '\n', s: ' ' })[sign] ?? sign,
  );
  const found: string[] = [];
  let rest = text;
  while (rest !== '') {
    const quoted = /^"((?:[^"\\]|\\.)*)"(?: |$)/s.exec(rest);
    const plain = /^([^ "]+)(?: |$)/s.exec(rest);
    const match = quoted ?? plain;
    if (match === null) throw new Error(`Not an Exec value: ${rest}`);
    const [all, inner = ''] = match;
    const argument = quoted === null ? inner : inner.replaceAll(/\\(.)/gs, '$1');
    found.push(argument.replaceAll('%%', '%'));
    rest = rest.slice(all.length);
  }
  return found;
}
