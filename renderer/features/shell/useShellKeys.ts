import { useEffect, useEffectEvent } from 'react';
import { pressed } from '../../ui/shortcut.ts';
import { useCommands, type Command } from './useCommands.tsx';

/** Runs the shortcut of each command, wherever the focus is, unless a dialog is open. */
export function useShellKeys(): void {
  const commands = useCommands();
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.repeat) return;
    const command = commands.find(({ keys }) => keys !== undefined && pressed(event, keys));
    if (command === undefined || !mayRun(command, event)) return;
    event.preventDefault();
    command.run();
  });

  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function mayRun({ id, keys }: Command, event: KeyboardEvent): boolean {
  const inDialog = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
  if (inDialog) return false;
  // Text fields undo their own text first, and letters are theirs to type.
  const typing = event.target instanceof Element && isTextField(event.target);
  return !typing || !(id === 'undo' || id === 'redo' || keys?.includes('mod') === false);
}

function isTextField(element: Element): boolean {
  if (element instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button', 'range', 'file', 'color'].includes(element.type);
  }
  return element.closest('textarea, select, [contenteditable="true"]') !== null;
}
