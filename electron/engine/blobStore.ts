import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export type BlobStore = ReturnType<typeof createBlobStore>;

/**
 * Files of the portfolio under their SHA-256: `evidence/<first two digits>/<sha256>`. The same bytes
 * are stored once; names are data and never part of a path.
 */
export function createBlobStore(folder: string) {
  const pathOf = (sha256: string) => join(folder, 'evidence', sha256.slice(0, 2), sha256);

  return {
    pathOf,

    /** Stores the bytes and waits until they are on the disk. @returns their SHA-256 in hex */
    put: (bytes: Uint8Array): string => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(sha256);
      if (existsSync(path)) return sha256;
      mkdirSync(join(path, '..'), { recursive: true });
      const temporary = `${path}.${randomUUID()}.partial`;
      const fd = openSync(temporary, 'wx');
      try {
        writeSync(fd, bytes);
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
      renameSync(temporary, path);
      return sha256;
    },

    /** The stored bytes; undefined when they are gone or no longer what they were. */
    read: (sha256: string): Uint8Array | undefined => {
      const path = pathOf(sha256);
      if (!existsSync(path)) return undefined;
      const bytes = readFileSync(path);
      return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
    },

    /** Whether the stored bytes still have this SHA-256; false as well when they are gone. */
    isIntact: (sha256: string): boolean => {
      const path = pathOf(sha256);
      return (
        existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256
      );
    },
  };
}
