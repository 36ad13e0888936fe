/**
 * Puts text on the clipboard, as HTML too where it is given.
 * Goes through the document's own copy command: the page has no clipboard permission.
 * Returns whether the copy was made.
 */
export function copyText(plain: string, html?: string): boolean {
  let copied = false;
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', plain);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    copied = event.clipboardData !== null;
  };
  document.addEventListener('copy', fill, { capture: true, once: true });
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
  return copied;
}
