// Long enough for the save dialog to have read the blob, short enough not to hold memory.
const KEEP_MS = 60_000;

/** Offers bytes or text as a file to save; the application's own dialog asks where. */
export function saveFile(
  name: string,
  mime: string,
  content: string | Uint8Array<ArrayBuffer>,
): void {
  const url = URL.createObjectURL(new Blob([content], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
