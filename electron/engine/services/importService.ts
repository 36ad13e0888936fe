import { createHash } from 'node:crypto';
import { AppError } from '#shared/appError.ts';
import { idSchema } from '#shared/domain/credential.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { ImportFormat } from '#shared/procedures/transfer.ts';
import type { WritableDb } from '../changes.ts';
import { examplesOf, orderOf } from '../importers/dateOrder.ts';
import { readApart } from '../importers/readApart.ts';
import { assertColumns, columnsOf, rowsOf } from '../importers/sourceRows.ts';
import type { ReadFiles } from '../importers/table.ts';
import type { EngineParts } from '../parts.ts';
import { createImportRepository } from '../repositories/importRepository.ts';
import type { WordRepository } from '../repositories/wordRepository.ts';
import { rowOfNew } from './credentialFields.ts';
import { planRows, type PlannedRow } from './importPlan.ts';
import { createRowProposer } from './importProposals.ts';
import {
  countsOf,
  formatOf,
  labelOf,
  rejectedOf,
  shown,
  shownColumns,
  skippedItems,
} from './importReport.ts';

type Input = ParsedInput<'imports.commit'>;
type Item = ProcedureOutput<'imports.commit'>['items'][number];
type Parts = Pick<
  EngineParts,
  | 'db'
  | 'credentialService'
  | 'policies'
  | 'writer'
  | 'blobs'
  | 'words'
  | 'settings'
  | 'historyService'
  | 'emit'
>;

const PROGRESS_EVERY = 1000;
const KNOWN_ISSUERS = 500;

export type ImportService = ReturnType<typeof createImportService>;

/** Takes files in: read apart, previewed, then written as one undoable batch. */
export function createImportService({
  db,
  credentialService,
  policies,
  writer,
  blobs,
  words,
  settings,
  historyService,
  emit,
}: Parts) {
  const store = createImportRepository(db);
  // A preview is followed by others of the same files, and by the commit.
  let latest: Readonly<{ key: string; read: ReadFiles }> | null = null;

  const readOnce = async (input: Input): Promise<ReadFiles> => {
    const key = digestOf(input);
    if (latest?.key === key) return latest.read;
    latest = null;
    const read = await readApart({
      files: input.files,
      format: input.format,
      encoding: input.encoding,
    });
    latest = { key, read };
    return read;
  };

  /** @param looking whether policies are proposed, which only a preview shows */
  const plan = (read: ReadFiles, input: Input, looking: boolean) => {
    const map = new Map(Object.entries(input.map));
    assertColumns(read.tables, map);
    const columns = read.tables.map((table) => columnsOf(table, map));
    const rows = read.tables.flatMap((table, place) => rowsOf(table, place, columns[place] ?? []));
    const order = input.dateOrder ?? orderOf(rows, settings.read().dateOrder);
    const knownIssuers = once(() => store.issuerNames(KNOWN_ISSUERS));
    const planned = planRows(
      rows,
      input,
      { order, asOf: input.asOf, knownIssuers },
      {
        store,
        findIssuer: words.findIssuer,
        findSkill: words.findSkill,
        isPolicy: (id) => policies.find(id) !== undefined,
        propose: looking ? createRowProposer(policies) : null,
        get: writer.rows.get,
      },
    );
    return {
      planned,
      order,
      columns: shownColumns(read.tables, columns),
      examples: examplesOf(rows, order),
    };
  };

  const write = (
    tx: WritableDb,
    batch: string,
    format: ImportFormat,
    input: Input,
    planned: readonly PlannedRow[],
  ): Item[] => {
    const counts = countsOf(planned);
    const files = input.files.map(({ name, bytes }) => ({
      name: name.slice(0, 500),
      sha256: blobs.put(bytes),
      bytes: bytes.byteLength,
    }));
    tx.put('import_batch', {
      id: batch,
      format,
      files: JSON.stringify(files),
      imported_at: tx.at,
      read_rows: planned.length,
      added: counts.add,
      merged: counts.merge,
      skipped: counts.skip,
      rejected: counts.reject,
    });
    const names = rememberNames(words);
    let place = store.nextPlace();
    return planned.flatMap(({ source, read, what, action, match }, at): Item[] => {
      if (at % PROGRESS_EVERY === 0)
        emit({ name: 'progress', payload: { job: 'import', done: at, total: planned.length } });
      if (action === 'reject') return [];
      if (action === 'skip')
        return match === null ? [] : [{ id: idSchema.parse(match.id), action }];
      if (what === 'skill') {
        words.addSkill(tx, read.fields.title);
        const id = words.findSkill(read.fields.title);
        return id === undefined ? [] : [{ id: idSchema.parse(id), action: 'add' }];
      }
      if (action === 'merge' && match !== null) {
        const id = idSchema.parse(match.id);
        credentialService.update(tx, id, match.patch);
        return [{ id, action }];
      }
      const origin = { batch_id: batch, source_row: source.row, source_file: source.file };
      // Its policy decides on more of the row; the others go the short way, which counts for many.
      const id = read.fields.policyId
        ? credentialService.insert(tx, read.fields, origin)
        : idSchema.parse(tx.newId());
      if (!read.fields.policyId) {
        tx.put('credential', { ...rowOfNew(tx, names, read.fields), seq: place, id, ...origin });
      }
      place += 1;
      return [{ id, action: 'add' }];
    });
  };

  return {
    /** Reads files and says what an import would do. @throws AppError unsupported_format, too_large, invalid_input */
    preview: async (input: Input): Promise<ProcedureOutput<'imports.preview'>> => {
      const read = await readOnce(input);
      const { planned, order, columns, examples } = plan(read, input, true);
      return {
        format: formatOf(read.tables),
        read: planned.length,
        columns,
        dateOrder: order,
        dateExamples: examples,
        ambiguousDates: planned.filter((row) => row.read.ambiguous > 0).length,
        encodingChoices: read.encodingChoices,
        rows: planned.map(shown),
        notes: read.notes,
      };
    },

    /**
     * Takes the good rows in; the bad ones are listed and stay out. Without any, nothing is written.
     * @throws AppError unsupported_format, too_large, invalid_input
     */
    commit: async (input: Input): Promise<ProcedureOutput<'imports.commit'>> => {
      const read = await readOnce(input);
      if (read.encodingChoices.length > 0) {
        throw new AppError(
          'invalid_input',
          'The text is not in Unicode. Say which encoding it has, or save it as UTF-8.',
          {
            path: 'encoding',
            details: read.encodingChoices,
          },
        );
      }
      const format = formatOf(read.tables);
      // Planned under the write lock, so that what is compared with cannot change meanwhile.
      const result = writer.run(labelOf(input, read), (tx) => {
        const { planned } = plan(read, input, false);
        const counts = countsOf(planned);
        const batch = counts.add + counts.merge === 0 ? null : idSchema.parse(tx.newId());
        const items =
          batch === null ? skippedItems(planned) : write(tx, batch, format, input, planned);
        return { batch, planned, counts, items };
      });
      latest = null;
      const { batch, planned, counts, items } = result;
      return {
        batch,
        format,
        read: planned.length,
        added: counts.add,
        merged: counts.merge,
        skipped: counts.skip,
        rejected: rejectedOf(planned),
        items,
      };
    },

    /**
     * Takes a batch back: what it added goes (to the trash when it was changed since), what it
     * merged is as before where nothing was changed since.
     * @throws AppError not_found, ambiguous, refused when it was taken back already
     */
    undo: ({ batch: ref }: ParsedInput<'imports.undo'>): ProcedureOutput<'imports.undo'> => {
      const [batch, other] = store.batchesByPrefix(ref.trim().toLowerCase());
      const operation = batch === undefined ? undefined : store.operationOf(batch);
      if (batch === undefined || operation === undefined)
        throw new AppError('not_found', `There is no import "${ref.slice(0, 60)}".`);
      if (other !== undefined)
        throw new AppError(
          'ambiguous',
          `More than one import begins with "${ref.slice(0, 60)}". Give more of its id.`,
        );
      const records = store.recordsOf(operation.seq);
      const { kept } = historyService.revertOperation(operation.id, 'Took an import back');
      return { batch: idSchema.parse(batch), removed: Math.max(0, records - kept), kept };
    },
  };
}

/** Rows share few issuers and platforms; asking for each once is enough. */
function rememberNames(words: WordRepository): WordRepository {
  const issuers = new Map<string, string>();
  const platforms = new Map<string, string>();
  const remember =
    (known: Map<string, string>, find: WordRepository['issuerId']): WordRepository['issuerId'] =>
    (tx, name) => {
      const id = known.get(name) ?? find(tx, name);
      known.set(name, id);
      return id;
    };
  return {
    ...words,
    issuerId: remember(issuers, words.issuerId),
    platformId: remember(platforms, words.platformId),
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function digestOf({ files, format, encoding }: Input): string {
  const hash = createHash('sha256').update(
    JSON.stringify([format, encoding, files.map(({ name, bytes }) => [name, bytes.byteLength])]),
  );
  for (const { bytes } of files) hash.update(bytes);
  return hash.digest('hex');
}
