/** Whether a key event is a shortcut such as `mod+shift+z`; `mod` is Ctrl, or Cmd on a Mac. */
export function pressed(
  event: Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'key' | 'metaKey' | 'shiftKey'>,
  shortcut: string,
): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1);
  const mod = event.ctrlKey || event.metaKey;
  // The question mark sits behind Shift on some keyboards and not on others.
  const shiftFits = key === '?' || event.shiftKey === parts.includes('shift');
  return (
    event.key.toLowerCase() === key && mod === parts.includes('mod') && shiftFits && !event.altKey
  );
}
