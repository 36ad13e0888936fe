import { AppError } from '#shared/appError.ts';
import { evidenceSchema, type Credential, type Id } from '#shared/domain/credential.ts';
import type { ParsedInput } from '#shared/procedures.ts';
import type { BlobStore } from '../blobStore.ts';
import type { Writer } from '../changes.ts';

type Evidence = Credential['evidence'][number];
type Parts = Readonly<{ writer: Writer; blobs: BlobStore }>;

/** One file (reliability.md, hostile input). */
const LARGEST_FILE_BYTES = 100 * 1024 * 1024;

export type EvidenceService = ReturnType<typeof createEvidenceService>;

/** Files that prove a credential; their bytes lie in the blob store, once for the same bytes. */
export function createEvidenceService({ writer, blobs }: Parts) {
  return {
    /**
     * Keeps copies of files with a credential.
     * @throws AppError not_found, too_large when one is over 100 MB; then none is kept
     */
    attach: (id: Id, files: ParsedInput<'evidence.attach'>['files']): Evidence[] => {
      const title = writer.rows.get('credential', id)?.['title'];
      if (title === undefined) throw new AppError('not_found', `There is no credential ${id}.`);
      const tooLarge = files.find(({ bytes }) => bytes.byteLength > LARGEST_FILE_BYTES);
      if (tooLarge)
        throw new AppError(
          'too_large',
          `${tooLarge.name} is over 100 MB. Keep a smaller copy here.`,
          { path: 'files' },
        );
      const what = files.length === 1 ? (files[0]?.name ?? '') : `${files.length} files`;
      return writer.run(`Attached ${what} to ${String(title)}`, (tx) =>
        files.map(({ name, mime, bytes }) => {
          const file = {
            id: tx.newId(),
            name,
            mime,
            bytes: bytes.byteLength,
            sha256: blobs.put(bytes),
          };
          tx.put('evidence', { ...file, credential_id: id, added_at: tx.at });
          return evidenceSchema.parse(file);
        }),
      );
    },

    /** Takes a file off; its bytes stay in the store, so that undo has them. @throws AppError not_found */
    remove: (id: Id): boolean => {
      const file = writer.rows.get('evidence', id);
      if (!file) throw new AppError('not_found', `There is no file ${id}.`);
      const title = writer.rows.get('credential', String(file['credential_id']))?.['title'];
      writer.run(`Removed ${String(file['name'])} from ${String(title)}`, (tx) =>
        tx.remove('evidence', id),
      );
      return true;
    },
  };
}
