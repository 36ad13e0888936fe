import { describe, expect, test } from 'vitest';
import { isZip, readZip } from '../../../electron/engine/importers/zipEntries.ts';
import { corpusFile, corpusFiles, hasCorpora } from '../../support/corpora.ts';
import { zipOf } from '../../support/linkedinFixtures.ts';

const everything = () => true;

test('wanted files are unpacked, others only named', async () => {
  const zip = await zipOf({ 'a.csv': 'one', 'folder/b.csv': 'two', 'c.txt': 'three' });
  const { entries, names } = await readZip(zip, (name) => name.endsWith('.csv'));

  expect(entries.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['a.csv', 'one'],
    ['folder/b.csv', 'two'],
  ]);
  expect(names).toEqual(['a.csv', 'folder/b.csv', 'c.txt']);
});

test('a zip is told by its first bytes', async () => {
  expect(isZip(await zipOf({}))).toBe(true);
  expect(isZip(new TextEncoder().encode('PK, a name\n'))).toBe(false);
});

test('a link among the files refuses the archive', async () => {
  const zip = await zipOf({ 'Skills.csv': '/etc/passwd' });
  const view = Buffer.from(zip);
  const central = view.indexOf(Buffer.from('504b0102', 'hex'));
  view.writeUInt32LE(0o120777 * 0x10000, central + 38);

  await expect(readZip(view, everything)).rejects.toMatchObject({
    code: 'unsupported_format',
    message: expect.stringContaining('link'),
  });
});

test('cut anywhere, an archive is refused and nothing else happens', async () => {
  const zip = await zipOf({ 'Skills.csv': 'Name\nC++\n', 'Courses.csv': 'Name,Number\n' });
  for (let end = 0; end < zip.length; end += 1) {
    await expect(readZip(zip.subarray(0, end), everything)).rejects.toMatchObject({
      code: 'unsupported_format',
    });
  }
});

describe.skipIf(!hasCorpora)('archives that others made', () => {
  test.each(corpusFiles('zip-malformed/test/failure').filter((name) => name.endsWith('.zip')))(
    'refused: %s',
    async (name) => {
      const outcome = await readZip(
        corpusFile('zip-malformed/test/failure', name),
        everything,
      ).then(
        ({ names }) => names,
        (error: unknown) => error,
      );

      expect(outcome).toMatchObject({
        code: expect.stringMatching(/^(unsupported_format|too_large)$/),
      });
    },
  );

  // Sound for a zip reader that is asked to be lenient, and refused by our rules: encrypted, packed by
  // a method that nobody has, names with backslashes.
  const refused = /encryption|bogus-compression-method|sloppy-filenames/;

  test.each(corpusFiles('zip-malformed/test/success').filter((name) => name.endsWith('.zip')))(
    'sound: %s',
    async (name) => {
      const reading = readZip(corpusFile('zip-malformed/test/success', name), everything);

      const outcome = await reading.then(
        ({ entries, names }) => entries.length - names.length,
        (error: unknown) => error,
      );

      if (refused.test(name)) expect(outcome).toMatchObject({ code: 'unsupported_format' });
      else expect(outcome).toBe(0);
    },
  );
});
