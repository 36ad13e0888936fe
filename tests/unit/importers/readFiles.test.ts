import { describe, expect, test } from 'vitest';
import { readFiles } from '../../../electron/engine/importers/readFiles.ts';
import { inProcess, inThread, readApart } from '../../../electron/engine/importers/readApart.ts';
import {
  caps,
  cellsOf,
  type ReadFiles,
  type ReadRequest,
} from '../../../electron/engine/importers/table.ts';
import {
  connections,
  friendlyArchive,
  HEADERS,
  nastyArchive,
  zipOf,
} from '../../support/linkedinFixtures.ts';

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;
const request = (
  content: string | Uint8Array,
  name = 'file.csv',
  more: Partial<ReadRequest> = {},
): ReadRequest => ({
  files: [{ name, bytes: bytesOf(content) }],
  ...more,
});
const read = (...args: Parameters<typeof request>): Promise<ReadFiles> =>
  readFiles(request(...args));
const rowsOf = ({ tables }: ReadFiles) =>
  tables.flatMap((table) => Array.from(table.rows, (_, at) => cellsOf(table, at)));

describe('what a file is, by what it contains', () => {
  test.each([
    [HEADERS.certifications, 'linkedin-certifications'],
    [
      'name,url,AUTHORITY,Started On,Finished On,License Number,Something New',
      'linkedin-certifications',
    ],
    [HEADERS.education, 'linkedin-education'],
    [HEADERS.courses, 'linkedin-courses'],
    [HEADERS.skills, 'linkedin-skills'],
    ['Title,Issuer,Issued', 'csv'],
    ['Content Title,Content Description,Content Type,', 'csv'],
  ])('%s is %s', async (header, format) => {
    expect((await read(`${header}\nA,B,C\n`)).tables[0]?.format).toBe(format);
  });

  test('the name of a file decides nothing', async () => {
    expect((await read(`${HEADERS.skills}\nC++\n`, 'picture.png')).tables[0]?.format).toBe(
      'linkedin-skills',
    );
    expect((await read(await friendlyArchive(), 'notes.txt')).tables).toHaveLength(4);
  });

  test('the user may say which format it is', async () => {
    expect(
      (await read(`${HEADERS.skills}\nC++\n`, 'a.csv', { format: 'csv' })).tables[0]?.format,
    ).toBe('csv');
  });

  test.each([
    ['%PDF-1.7', 'PDF'],
    ['\u0000\u0000', 'cannot|not a text'],
    ['', 'empty'],
    ['\n\n  \n', 'empty'],
    ['{"a":1}', 'JSON'],
    ['<!DOCTYPE html><p>', 'web page'],
  ])('%j is refused with what to do', async (content, words) => {
    await expect(read(content)).rejects.toMatchObject({
      code: 'unsupported_format',
      message: expect.stringMatching(words),
    });
  });
});

describe('where the header stands', () => {
  test('below a preamble and blank lines; rows keep their numbers', async () => {
    const [table] = (await read(connections)).tables;

    expect(table?.header.slice(0, 3)).toEqual(['First Name', 'Last Name', 'URL']);
    expect([...(table?.rows ?? [])]).toEqual([5]);
  });

  test('names are kept as data, made distinct, and are never keys', async () => {
    const [table] = (await read('Date,Date,,__proto__\n1,2,3,4\n')).tables;

    expect(table?.header).toEqual(['Date', 'Date (2)', 'Column 3', '__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('short rows are filled, rows that are too wide are named', async () => {
    const result = await read('Title,Issuer\nA\nB,C,D\nE,F,\n');

    expect(rowsOf(result)).toEqual([
      ['A', ''],
      ['B', 'C'],
      ['E', 'F'],
    ]);
    expect(result.tables[0]?.wide).toEqual([3]);
  });
});

describe('archives', () => {
  test('only LinkedIn’s lists are read, in any folder and with any suffix', async () => {
    const result = await read(await nastyArchive());

    expect(result.tables.map(({ file, format, rows }) => [file, format, rows.length])).toEqual([
      ['Certifications_123456.csv', 'linkedin-certifications', 5000],
      ['Education_123456.csv', 'linkedin-education', 3],
      ['Courses (1).csv', 'linkedin-courses', 3],
    ]);
    expect(result.notes).toEqual(['Skills.csv has no list that Laurel knows.']);
  });

  test('one without such lists is refused and says what it holds', async () => {
    await expect(read(await zipOf({ 'Connections.csv': connections }))).rejects.toMatchObject({
      code: 'unsupported_format',
      message: expect.stringContaining('it holds Connections.csv'),
    });
    await expect(read(await zipOf({ 'xl/workbook.xml': '<x/>' }))).rejects.toMatchObject({
      message: expect.stringContaining('Excel'),
    });
  });

  test.each([
    ['names that differ in case only', { 'Skills.csv': 'Name\nA', 'skills.csv': 'Name\nB' }],
    [
      'names that differ in spelling only',
      { 'é/Skills.csv': 'Name\nA', 'e\u0301/Skills.csv': 'Name\nB' },
    ],
    ['control characters in names', { 'Skills.csv': 'Name\nA', 'a\u0007b': '' }],
  ])('%s are refused', async (_name, files) => {
    await expect(read(await zipOf(files))).rejects.toMatchObject({ code: 'unsupported_format' });
  });

  test('a bomb is refused by its ratio before it is unpacked', async () => {
    await expect(
      read(await zipOf({ 'Certifications.csv': ' '.repeat(5 * 1024 * 1024) })),
    ).rejects.toMatchObject({ code: 'too_large' });
  });
});

describe('caps', () => {
  test.each([
    ['rows', `Title\n${'a\n'.repeat(caps.rows + 1)}`],
    ['columns', `Title${','.repeat(caps.columns)}\n`],
    ['columns of a row', `Title,Issuer\n${'a,'.repeat(caps.columns)}a\n`],
    ['bytes of a cell', `Title\n${'é'.repeat(caps.cellBytes / 2 + 1)}\n`],
    ['bytes of a file', new Uint8Array(caps.fileBytes + 1).fill(97)],
  ])('too many %s are refused with a plain error', async (_name, content) => {
    await expect(read(content)).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringMatching(/^file\.csv .*[0-9]/),
    });
  });

  test('as many as the caps say are read', async () => {
    expect((await read(`Title\n${'a\n'.repeat(caps.rows)}`)).tables[0]?.rows).toHaveLength(
      caps.rows,
    );
    expect((await read(`Title\n${'é'.repeat(caps.cellBytes / 2)}\n`)).tables[0]?.rows).toHaveLength(
      1,
    );
  });
});

test('nothing is read while the encoding of one of the files is open', async () => {
  const files = [
    { name: 'a.csv', bytes: bytesOf(`${HEADERS.skills}\nC++\n`) },
    { name: 'b.csv', bytes: new Uint8Array(Buffer.from('Titel\nPrüfung\n', 'latin1')) },
  ];

  const { tables, encodingChoices } = await readFiles({ files });
  expect(tables).toEqual([]);
  expect(encodingChoices[0]).toEqual({ encoding: 'windows-1252', sample: 'Prüfung' });
  expect((await readFiles({ files, encoding: 'windows-1252' })).tables).toHaveLength(2);
});

describe.each([
  ['a process', inProcess],
  ['a thread, as inside of Electron', inThread],
])('apart from the database, in %s', (_name, way) => {
  test('the very same is read', async () => {
    const archive = request(await nastyArchive());

    expect(await readApart(archive, { way })).toEqual(await readFiles(archive));
  });

  test('refusals come back as they are', async () => {
    await expect(readApart(request('%PDF-'), { way })).rejects.toMatchObject({
      code: 'unsupported_format',
    });
    await expect(
      readApart(request(Uint8Array.of(0x50, 0x4b, 3, 4, 9)), { way }),
    ).rejects.toMatchObject({ code: 'unsupported_format' });
  });

  test('what takes too long is ended', async () => {
    await expect(
      readApart(request(await nastyArchive()), { way, milliseconds: 1 }),
    ).rejects.toMatchObject({
      code: 'too_large',
      message: 'The file could not be read within 0.001 seconds.',
    });
  });
});
