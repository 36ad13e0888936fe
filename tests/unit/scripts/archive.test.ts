import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { extractFromTarball, sha512, unzip } from '../../../scripts/lib/archive.mjs';
import { placeInDist } from '../../../scripts/lib/standIn.mjs';
import { ROOT } from '../../../scripts/lib/paths.mjs';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** A POSIX ustar entry: header block, content, padding to 512 bytes. */
function tarEntry(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

test.each([0, 1, 511, 512, 513, 3_000_001])(
  'a member of %i bytes comes out of a tarball as it went in',
  async (bytes) => {
    using folder = temporaryFolder();
    const content = randomBytes(bytes);
    const tarball = join(folder.path, 'a.tgz');
    const tar = Buffer.concat([
      tarEntry('package/before', randomBytes(70_000)),
      tarEntry('package/wanted', content),
      tarEntry('package/after', randomBytes(700)),
      Buffer.alloc(1024),
    ]);
    writeFileSync(tarball, gzipSync(tar));

    const target = join(folder.path, 'wanted');
    await extractFromTarball(tarball, 'package/wanted', target);

    expect(readFileSync(target).equals(content)).toBe(true);
  },
);

test('a member that is not there is named', async () => {
  using folder = temporaryFolder();
  const tarball = join(folder.path, 'a.tgz');
  writeFileSync(
    tarball,
    gzipSync(Buffer.concat([tarEntry('x', Buffer.from('x')), Buffer.alloc(1024)])),
  );

  await expect(extractFromTarball(tarball, 'y', join(folder.path, 'y'))).rejects.toThrow(
    'holds no y',
  );
});

test('the digest is the one that npm writes as integrity', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'file');
  writeFileSync(path, 'laurel');

  await expect(sha512(path)).resolves.toBe(createHash('sha512').update('laurel').digest('base64'));
});

test('the stand-in is unpacked under Electron’s names, without what belongs to the other product', async () => {
  using folder = temporaryFolder();
  const zip = join(folder.path, 'a.zip');
  const archive = new ZipFile();
  archive.addBuffer(Buffer.from('program'), 'Cypress/Cypress', { mode: 0o100755 });
  archive.addBuffer(Buffer.from('pak'), 'Cypress/locales/en-US.pak', { mode: 0o100644 });
  archive.addBuffer(Buffer.from('theirs'), 'Cypress/resources/app/index.js', { mode: 0o100644 });
  archive.addBuffer(Buffer.from('theirs'), 'Cypress/browser_v8_context_snapshot.bin', {
    mode: 0o100644,
  });
  archive.addBuffer(Buffer.from('stock'), 'Cypress/v8_context_snapshot.bin', { mode: 0o100644 });
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(zip));

  const dist = join(folder.path, 'dist');
  await expect(unzip(zip, dist, placeInDist, ROOT)).resolves.toBe(3);

  expect(readFileSync(join(dist, 'electron'), 'utf8')).toBe('program');
  expect(statSync(join(dist, 'electron')).mode & 0o111).toBe(0o111);
  expect(statSync(join(dist, 'locales/en-US.pak')).mode & 0o111).toBe(0);
  expect(existsSync(join(dist, 'v8_context_snapshot.bin'))).toBe(true);
  expect(existsSync(join(dist, 'resources/app'))).toBe(false);
  expect(existsSync(join(dist, 'browser_v8_context_snapshot.bin'))).toBe(false);
});

test('a symbolic link in a zip is refused', async () => {
  using folder = temporaryFolder();
  const zip = join(folder.path, 'a.zip');
  const archive = new ZipFile();
  archive.addBuffer(Buffer.from('/etc/passwd'), 'link', { mode: 0o120777 });
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(zip));

  await expect(unzip(zip, folder.path, (name) => name, ROOT)).rejects.toThrow('not a plain file');
});
