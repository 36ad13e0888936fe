import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '#shared/appError.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { readImportRow } from '#shared/domain/importRow.ts';
import { columnsOf, rowsOf } from '../../../electron/engine/importers/sourceRows.ts';
import { readFiles } from '../../../electron/engine/importers/readFiles.ts';
import {
  friendlyArchive,
  friendlyCertifications,
  friendlyEducation,
  nastyCertifications,
  toUtf16,
} from '../../support/linkedinFixtures.ts';
import { corpusFile, corpusFiles } from '../../support/corpora.ts';
import { propertyRuns } from '../../support/property.ts';

/** The share of a usual run; LAUREL_SOAK=1 runs all of reliability.md, test 6. */
const INPUTS = process.env['LAUREL_SOAK'] ? 200_000 : 4_000;
/** Of processor time: other work on the machine must not count. */
const SLOWEST_MS = 2000;

const asOf = plainDateSchema.parse('2026-11-23');
const context = { order: 'month-first', asOf, knownIssuers: () => [] } as const;
const injections = corpusFiles('csv-injection/Intruder').map((name) =>
  corpusFile('csv-injection/Intruder', name),
);
const utf8 = (text: string) => new TextEncoder().encode(text);
const archive = await friendlyArchive();

const seeds: readonly Uint8Array[] = [
  utf8(friendlyCertifications),
  utf8(friendlyEducation),
  utf8(nastyCertifications().slice(0, 800)),
  toUtf16(friendlyCertifications),
  utf8('sep=;\nTitle;Issuer;Issued\n"a";"b";"31/12/2020"\n'),
  archive,
  ...injections,
];

/** Pieces that parsers trip over. */
const pieces: readonly Uint8Array[] = [
  ...[
    '"',
    '""',
    '",',
    '\n',
    '\r',
    '\r\n',
    '\t',
    ';',
    ',',
    '\0',
    'sep=',
    'PK\u0003\u0004',
    '=1+1',
    '__proto__',
    '\u{FEFF}',
    '\u202e',
    '31 Feb 2024',
    'javascript:x',
  ].map(utf8),
  Uint8Array.of(0xff, 0xfe),
  Uint8Array.of(0xc3, 0x28),
  Uint8Array.of(0xff, 0xff, 0xff, 0xff),
];

type Edit = Readonly<{ at: number; remove: number; piece: Uint8Array; times: number }>;

const edit = fc.record<Edit>({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 40 }),
  piece: fc.oneof(fc.constantFrom(...pieces), fc.uint8Array({ maxLength: 6 })),
  times: fc.constantFrom(1, 1, 1, 1, 1, 1, 2, 300),
});

const mutated = fc
  .tuple(fc.constantFrom(...seeds), fc.array(edit, { maxLength: 8 }))
  .map(([seed, edits]) => edits.reduce((bytes, one) => applied(bytes, one), seed));

function applied(bytes: Uint8Array, { at, remove, piece, times }: Edit): Uint8Array {
  const from = Math.floor(at * bytes.length);
  return Uint8Array.from(
    Buffer.concat([
      bytes.subarray(0, from),
      ...Array.from({ length: times }, () => piece),
      bytes.subarray(from + remove),
    ]),
  );
}

test('whatever bytes come in, they are read or refused in a typed way, soon, and change nothing else', async () => {
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  let slowest = 0;
  let read = 0;
  const anything = fc.oneof(
    { weight: 9, arbitrary: mutated },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  );

  await fc.assert(
    fc.asyncProperty(anything, async (bytes) => {
      const began = process.cpuUsage();
      try {
        const { tables } = await readFiles({
          files: [{ name: 'a', bytes }],
          encoding: 'windows-1252',
        });
        for (const [place, table] of tables.entries()) {
          const rows = rowsOf(table, place, columnsOf(table, new Map()));
          for (const row of rows.slice(0, 50)) readImportRow(row.kind, row.cells, context);
          read += rows.length;
        }
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        expect(['unsupported_format', 'too_large']).toContain(error.code);
      }
      const { user, system } = process.cpuUsage(began);
      slowest = Math.max(slowest, (user + system) / 1000);
    }),
    { ...propertyRuns(INPUTS), endOnFailure: true },
  );

  expect(slowest).toBeLessThan(SLOWEST_MS);
  expect(read).toBeGreaterThan(INPUTS);
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
}, 180_000);
