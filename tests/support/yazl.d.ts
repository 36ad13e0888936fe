/** The part of yazl that tests use; the package brings no types. */
declare module 'yazl' {
  import type { Readable } from 'node:stream';

  export class ZipFile {
    outputStream: Readable;
    addBuffer(
      buffer: Buffer,
      path: string,
      options?: Readonly<{ mtime?: Date; mode?: number; compress?: boolean }>,
    ): void;
    addEmptyDirectory(path: string): void;
    end(): void;
  }
}
