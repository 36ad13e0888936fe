import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import type { Act } from '../context.ts';
import { readInput } from '../files.ts';
import { toLine, toTable } from '../table.ts';

const LARGEST_FILE_BYTES = 100 * 1024 * 1024;

/** Kinds of files that prove something; any other is kept as it is, without a type. */
const mimes: Readonly<Record<string, string>> = {
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
};

/** A file that proves something, as the engine keeps it. @throws AppError as readInput */
export function readEvidence(file: string) {
  return {
    name: basename(file),
    mime: mimes[extname(file).toLowerCase()] ?? 'application/octet-stream',
    bytes: readInput(file, LARGEST_FILE_BYTES),
  };
}

/** attach, detach. */
export function addEvidenceCommands(program: Command, act: Act): void {
  program
    .command('attach <id> <file...>')
    .description('keep copies of files that prove a credential')
    .action(
      act(async ({ engine, idOf, answer }, ref: string, files: string[]) => {
        const id = await idOf(ref);
        const { evidence } = await engine.call('evidence.attach', {
          id,
          files: files.map(readEvidence),
        });
        answer(
          { id, evidence },
          evidence.map(({ name }) => `Attached ${toLine(name)}.`).join('\n'),
        );
      }),
    );
  program
    .command('detach <id> <file>')
    .description('take a file off, by its name or its id; undo brings it back')
    .action(
      act(async ({ engine, idOf, asOf, answer }, ref: string, file: string) => {
        const { id, evidence } = await engine.call('credentials.get', {
          id: await idOf(ref),
          asOf,
        });
        const [found, other] = evidence.filter((one) => one.name === file || one.id === file);
        if (found === undefined)
          throw new AppError(
            'not_found',
            evidence.length === 0
              ? 'It has no files.'
              : `It has no file "${file}". It has:\n${toTable(evidence.map(({ id: own, name }) => [own, toLine(name)]))}`,
            { path: 'file' },
          );
        if (other !== undefined)
          throw new AppError(
            'ambiguous',
            `More than one of its files is named "${file}". Give the id:\n${toTable([found, other].map(({ id: own, bytes }) => [own, `${bytes} bytes`]))}`,
            { path: 'file' },
          );
        const { removed } = await engine.call('evidence.remove', { id: found.id });
        answer({ id, file: found.id, removed }, `Took ${toLine(found.name)} off.`);
      }),
    );
}
