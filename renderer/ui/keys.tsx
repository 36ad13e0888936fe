import { Fragment } from 'react';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

const caps: Readonly<Record<string, string>> = {
  mod: isApple ? '⌘' : 'Ctrl',
  shift: isApple ? '⇧' : 'Shift',
  alt: isApple ? '⌥' : 'Alt',
  enter: 'Enter',
  escape: 'Esc',
  space: 'Space',
  arrowup: '↑',
  arrowdown: '↓',
};

/** A shortcut such as `mod+shift+z` in the words of the reader's keyboard: "Ctrl Shift Z". */
export function keysText(shortcut: string): string {
  return shortcut
    .split('+')
    .map((key) => caps[key] ?? key.toUpperCase())
    .join(' ');
}

/** A shortcut as one key cap, and alternatives (`a|b`) as several. */
export function Keys({ shortcut }: Readonly<{ shortcut: string }>) {
  return (
    <>
      {shortcut.split('|').map((one) => (
        <Fragment key={one}>
          <kbd>{keysText(one)}</kbd>{' '}
        </Fragment>
      ))}
    </>
  );
}
