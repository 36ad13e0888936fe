import { expect, test } from 'vitest';
import { proposeColumns, sourceFieldNamed, sourceFields } from '#shared/domain/importColumns.ts';
import { csvHeader } from '../../../electron/engine/exporters/csv.ts';

test.each([
  ['Title,Issuer,Issued,Expires', 'title,issuer,issued,expires'],
  [
    'CERTIFICATE NAME,Issued By,Issue Date,Valid Until,Credential ID,Link',
    'title,issuer,issued,expires,number,url',
  ],
  [
    'Zertifikat,Aussteller,Ausgestellt am,Gültig bis,Nummer,Bemerkungen',
    'title,issuer,issued,expires,number,notes',
  ],
  ['Employee,Course,Provider,Date', '-,title,issuer,issued'],
  ['Name,Date', 'title,issued'],
  ['Course,Name', 'title,-'],
  ['Date,Date,Title', 'issued,-,title'],
  ['Title,Action,Result', 'title,-,-'],
  ['__proto__,constructor,Title,toString', '-,-,title,-'],
])('%s is proposed as %s', (header, fields) => {
  expect(
    proposeColumns(header.split(','))
      .map((field) => field ?? '-')
      .join(','),
  ).toBe(fields);
});

test('every column that our own export writes is found, but those that are computed', () => {
  const proposed = proposeColumns(csvHeader);

  expect(csvHeader.filter((_, at) => proposed[at] === null)).toEqual(['id', 'status']);
  expect(csvHeader.every((name, at) => proposed[at] === null || proposed[at] === name)).toBe(true);
});

test('a field is known by its name in any case, and by no inherited name', () => {
  expect(sourceFields.map((field) => sourceFieldNamed(field.toUpperCase()))).toEqual(sourceFields);
  expect(['__proto__', 'constructor', 'toString', ''].map(sourceFieldNamed)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
