import { createStore } from '../../ui/store.ts';

export type Overlay = 'palette' | 'quickAdd' | 'shortcuts';

/** Which dialog of the shell is open; one at a time. */
export const overlay = createStore<Overlay | null>(null);

/** The words with which quick add opens; null keeps the draft as it is. */
export const quickAddText = createStore<string | null>(null);

let opener: Element | null = null;

/** Opens a dialog in place of the one that is open, and remembers where the focus was. */
export function openOverlay(name: Overlay): void {
  if (overlay.get() === null) opener = document.activeElement;
  overlay.set(name);
}

/** Closes the dialog, gives the focus back, and then does what was chosen in it. */
export function closeOverlay(then?: () => void): void {
  overlay.set(null);
  // The dialog's focus trap lets go when it is taken out of the page, after this task.
  setTimeout(() => {
    if (overlay.get() === null && opener instanceof HTMLElement)
      opener.focus({ preventScroll: true });
    then?.();
  });
}

export const openPalette = (): void => openOverlay('palette');

/** Opens quick add, with words already typed where they are given. */
export function openQuickAdd(text?: string): void {
  quickAddText.set(text ?? null);
  openOverlay('quickAdd');
}
