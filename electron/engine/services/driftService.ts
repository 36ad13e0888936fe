import { AppError } from '#shared/appError.ts';
import {
  compareProfile,
  isSpelledAlike,
  type Outdated,
  type ProfileRow,
} from '#shared/domain/drift.ts';
import { readImportRow } from '#shared/domain/importRow.ts';
import { titleWithAbbreviation } from '#shared/domain/line.ts';
import { addToProfileLink, copySheet } from '#shared/domain/linkedin.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import { readApart } from '../importers/readApart.ts';
import { columnsOf, rowsOf } from '../importers/sourceRows.ts';
import type { WordRepository } from '../repositories/wordRepository.ts';
import type { Outgoing } from './outgoing.ts';

type Parts = Readonly<{ outgoing: Outgoing; words: WordRepository }>;

export type DriftService = ReturnType<typeof createDriftService>;

/** LinkedIn's own export against the portfolio (features.md I6). Writes nothing. */
export function createDriftService({ outgoing, words }: Parts) {
  return {
    /**
     * Reads the export apart from the database, as an import does, and compares.
     * @throws AppError unsupported_format, too_large, invalid_input
     */
    check: async ({
      files,
      asOf,
    }: ParsedInput<'drift.check'>): Promise<ProcedureOutput<'drift.check'>> => {
      const read = await readApart({ files });
      if (read.encodingChoices.length > 0)
        throw new AppError(
          'invalid_input',
          'The text is not in Unicode, as LinkedIn’s export is. Save it as UTF-8.',
          {
            path: 'files',
          },
        );
      const tables = read.tables.filter(({ format }) => format === 'linkedin-certifications');
      if (tables.length === 0)
        throw new AppError(
          'unsupported_format',
          'There is no list of certifications in it. Give LinkedIn’s zip or its Certifications.csv.',
          { path: 'files' },
        );
      const notes = [...read.notes];
      const rows = tables.flatMap((table, place) =>
        rowsOf(table, place, columnsOf(table, new Map())).map((source): ProfileRow => {
          const { fields, problem, warnings } = readImportRow(source.kind, source.cells, {
            order: 'month-first',
            asOf,
            knownIssuers: () => [],
          });
          if (problem !== null) notes.push(`${source.file}, row ${source.row}: ${problem.message}`);
          notes.push(...warnings.map((warning) => `${source.file}, row ${source.row}: ${warning}`));
          return {
            row: source.row,
            file: source.file,
            name: source.cells.title?.trim() ?? fields.title,
            issuer: source.cells.issuer?.trim() ?? '',
            issued: fields.issued ?? null,
            expires: fields.expires ?? null,
            number: fields.number ?? '',
            url: fields.url ?? null,
          };
        }),
      );
      const drift = compareProfile(rows, outgoing.all(asOf), (credential, name) => {
        const own = credential.issuer?.name ?? credential.platform ?? '';
        return (
          isSpelledAlike(own, name) ||
          (name !== '' && words.findIssuer(name) === credential.issuer?.id)
        );
      });
      return {
        rows: rows.length,
        same: drift.same,
        missing: drift.missing.map((credential) => ({
          id: credential.id,
          title: titleWithAbbreviation(credential),
          fields: copySheet(credential),
          link: addToProfileLink(credential),
        })),
        outdated: drift.outdated.map((item) => ({
          id: item.credential.id,
          title: titleWithAbbreviation(item.credential),
          row: item.row.row,
          differences: item.differences,
          lapsed: item.lapsed,
          reason: reasonOf(item),
          fields: copySheet(item.credential),
        })),
        onlyThere: drift.onlyThere.map(({ row, file, name, issuer, issued, expires }) => ({
          row,
          file,
          name,
          issuer,
          issued: issued ?? '',
          expires: expires ?? '',
        })),
        notes,
      };
    },
  };
}

function reasonOf({ credential, differences, lapsed }: Outdated): string {
  if (lapsed)
    return `It is ${credential.status} here, and stands there as held. Take it out there.`;
  const names = differences.map(({ field }) => field).join(', ');
  return `Says something else there: ${names}.`;
}
