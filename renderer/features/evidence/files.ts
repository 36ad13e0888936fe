import type { Id } from '#shared/domain/credential.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import { call } from '../../client.ts';
import type { Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { saveFile } from '../../save.ts';
import { showFailed } from '../../ui/toast.tsx';

/** A file that the engine keeps, as its record says. */
export type StoredFile = Readonly<{ id: Id; name: string; mime: string; bytes: number }>;
/** A file that is to be kept. */
export type NewFile = ProcedureInput<'evidence.attach'>['files'][number];

/** The most that the engine keeps of one file. */
const LARGEST_BYTES = 100 * 1024 * 1024;

/** Kinds of pictures that the page draws; all others are saved and opened elsewhere. */
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'];

export const isPicture = ({ mime }: Pick<StoredFile, 'mime'>): boolean => pictures.includes(mime);

/** Size as people read it, e.g. "84 kB". */
export const sizeWords = (bytes: number, format: Format): string =>
  bytes < 1_000_000
    ? `${format.number(Math.max(1, Math.round(bytes / 1000)))} kB`
    : `${format.number(Math.round(bytes / 100_000) / 10)} MB`;

/** Reads chosen files; one that is too large or has gone is named in a toast and left out. */
export async function readFiles(chosen: readonly File[]): Promise<NewFile[]> {
  const read: NewFile[] = [];
  for (const file of chosen) {
    if (file.size > LARGEST_BYTES) {
      showFailed(t('evidence.tooLarge', { name: file.name }));
      continue;
    }
    try {
      read.push({
        name: file.name,
        mime: file.type === '' ? 'application/octet-stream' : file.type,
        bytes: new Uint8Array(await file.arrayBuffer()),
      });
    } catch {
      showFailed(t('evidence.unreadable', { name: file.name }));
    }
  }
  return read;
}

/** Offers a kept file to save under its own name. */
export async function saveStored({ id }: Pick<StoredFile, 'id'>): Promise<void> {
  try {
    const { name, mime, bytes } = await call('evidence.read', { id });
    saveFile(name, mime, bytes);
  } catch (error) {
    showFailed(error instanceof Error ? error.message : String(error));
  }
}
