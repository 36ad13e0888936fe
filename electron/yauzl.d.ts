/** The part of yauzl that the importer uses; the package brings no types. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream';

  export type Entry = Readonly<{
    fileName: string;
    compressedSize: number;
    uncompressedSize: number;
    externalFileAttributes: number;
    versionMadeBy: number;
    isEncrypted: () => boolean;
  }>;
  export type ZipFile = Readonly<{
    entryCount: number;
    eachEntry: () => AsyncIterable<Entry>;
    openReadStreamPromise: (entry: Entry) => Promise<Readable>;
    close: () => void;
  }>;
  export function fromBufferPromise(
    buffer: Buffer,
    options?: Readonly<{ validateEntrySizes?: boolean; strictFileNames?: boolean }>,
  ): Promise<ZipFile>;
}
