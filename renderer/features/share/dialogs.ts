import { createStore } from '../../ui/store.ts';

export type ShareDialog =
  | Readonly<{ kind: 'copies' }>
  | Readonly<{ kind: 'job' }>
  | Readonly<{ kind: 'arrange' }>
  | Readonly<{ kind: 'choose' }>
  | Readonly<{ kind: 'template' }>
  /** `rename`: the saved version that is chosen; else the choices are saved as another. */
  | Readonly<{ kind: 'version'; rename: boolean }>;

/** Which dialog of the Share screen is open. */
export const shareDialog = createStore<ShareDialog | null>(null);

let opener: Element | null = null;

/** Opens a dialog; the focus comes back to what had it, or to the element that is given. */
export function openShareDialog(
  dialog: ShareDialog,
  from: Element | null = document.activeElement,
): void {
  opener = from;
  shareDialog.set(dialog);
}

/** Closes the dialog and gives the focus back to where it was opened from. */
export function closeShareDialog(): void {
  shareDialog.set(null);
  // The dialog's focus trap lets go when it is taken out of the page, after this task.
  setTimeout(() => {
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  });
}
