// @ts-check
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Problem } from './problem.mjs';

const TAR_BLOCK_BYTES = 512;

/**
 * @param {string} path of any file, read as a stream
 * @returns {Promise<string>} its SHA-512 in base64, as npm's `integrity` writes it
 */
export async function sha512(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64');
}

/**
 * Takes one file out of a gzipped tar (POSIX ustar) without holding it in memory.
 * @param {string} tarball
 * @param {string} member the file's full name inside the tar
 * @param {string} target where it goes; overwritten
 * @returns {Promise<void>} throws a Problem when there is no such member
 */
export async function extractFromTarball(tarball, member, target) {
  const file = await open(target, 'w');
  let found = false;
  let pending = Buffer.alloc(0);
  let bodyLeft = 0;
  let paddingLeft = 0;
  let keeping = false;
  try {
    await pipeline(createReadStream(tarball), createGunzip(), async (chunks) => {
      for await (const chunk of chunks) {
        pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
        while (pending.length > 0) {
          if (bodyLeft > 0) {
            const part = pending.subarray(0, bodyLeft);
            if (keeping) await file.writeFile(part);
            bodyLeft -= part.length;
            pending = pending.subarray(part.length);
          } else if (paddingLeft > 0) {
            const skipped = Math.min(paddingLeft, pending.length);
            paddingLeft -= skipped;
            pending = pending.subarray(skipped);
          } else if (pending.length < TAR_BLOCK_BYTES) {
            break;
          } else {
            const header = readTarHeader(pending.subarray(0, TAR_BLOCK_BYTES));
            pending = pending.subarray(TAR_BLOCK_BYTES);
            keeping = header.name === member;
            found ||= keeping;
            bodyLeft = header.bytes;
            paddingLeft = (TAR_BLOCK_BYTES - (header.bytes % TAR_BLOCK_BYTES)) % TAR_BLOCK_BYTES;
          }
        }
      }
    });
  } finally {
    await file.close();
  }
  if (!found)
    throw new Problem(`${tarball} holds no ${member}: remove it and run the command again.`);
}

/** @param {Buffer} block */
function readTarHeader(block) {
  /** @param {number} from @param {number} length */
  const text = (from, length) =>
    block
      .subarray(from, from + length)
      .toString('latin1')
      .replace(/\0.*$/s, '');
  const prefix = text(345, 155);
  const name = text(0, 100);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    bytes: Number.parseInt(text(124, 12).trim() || '0', 8),
  };
}

/** @typedef {{ fileName: string, externalFileAttributes: number }} ZipEntry */

/**
 * The part of yauzl that is used here; the package carries no types of its own.
 * @typedef {object} ZipArchive
 * @property {() => AsyncIterable<ZipEntry>} eachEntry
 * @property {(entry: ZipEntry) => Promise<import('node:stream').Readable>} openReadStreamPromise
 * @property {() => void} close
 */

/**
 * Unpacks a zip file with its Unix permissions, entry by entry as streams.
 * @param {string} zip
 * @param {string} folder made when absent
 * @param {(name: string) => string | undefined} rename gives an entry's path below folder, or undefined
 *   to leave it out; folders themselves are not asked for
 * @param {string} root the project whose installed yauzl reads the file
 * @returns {Promise<number>} how many files were written
 */
export async function unzip(zip, folder, rename, root) {
  /** @type {{ openPromise(path: string, options: object): Promise<ZipArchive> }} */
  const yauzl = createRequire(join(root, 'package.json'))('yauzl');
  const archive = await yauzl.openPromise(zip, { autoClose: false });
  let files = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      const path = entry.fileName.endsWith('/') ? undefined : rename(entry.fileName);
      if (path === undefined) continue;
      const mode = entry.externalFileAttributes >>> 16;
      const isPlainFile = (mode & 0o170000) === 0 || (mode & 0o170000) === 0o100000;
      if (!isPlainFile)
        throw new Problem(`${zip} holds ${entry.fileName}, which is not a plain file.`);
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true });
      const source = await archive.openReadStreamPromise(entry);
      await pipeline(source, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
      files += 1;
    }
  } finally {
    archive.close();
  }
  return files;
}
