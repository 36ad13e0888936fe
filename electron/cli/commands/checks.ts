import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Option, type Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import { postnominalRanks, type PostnominalRank } from '#shared/domain/postnominal.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { Act } from '../context.ts';
import { readInput } from '../files.ts';
import { toLine, toTable } from '../table.ts';

const LARGEST_TEXT_BYTES = 1024 * 1024;
const LARGEST_EXPORT_BYTES = 100 * 1024 * 1024;

/** lint, drift, letters: what stands elsewhere against what is held. */
export function addCheckCommands(program: Command, act: Act): void {
  program
    .command('lint <file>')
    .description('titles and letters in a text that say more than is held; - reads standard input')
    .option('--all', 'with those that were dismissed')
    .option('--dismiss <key>', 'do not show this finding again')
    .option('--restore <key>', 'show it again')
    .action(
      act(
        async (
          context,
          file: string,
          options: Readonly<{ all?: boolean; dismiss?: string; restore?: string }>,
        ) => {
          const { engine, asOf, answer } = context;
          const text = readText(file);
          if (options.dismiss !== undefined)
            await engine.call('designations.dismiss', { key: options.dismiss });
          if (options.restore !== undefined)
            await engine.call('designations.restore', { key: options.restore });
          const { findings } = await engine.call('designations.lint', {
            text,
            asOf,
            dismissed: options.all === true,
          });
          answer({ asOf, findings }, describeFindings(findings));
        },
      ),
    );
  program
    .command('drift <file>')
    .description('LinkedIn’s own export (zip or Certifications.csv) against the portfolio')
    .action(
      act(async ({ engine, asOf, answer }, file: string) => {
        const bytes = readInput(file, LARGEST_EXPORT_BYTES);
        const drift = await engine.call('drift.check', {
          files: [{ name: basename(file), bytes }],
          asOf,
        });
        answer(drift, describeDrift(drift));
      }),
    );
  addLetters(program, act);
}

type LetterFlags = Readonly<{
  show?: boolean;
  hide?: boolean;
  byRule?: boolean;
  letters?: string;
  rank?: PostnominalRank;
  place?: string;
}>;

function addLetters(program: Command, act: Act): void {
  const letters = program
    .command('letters')
    .description('letters after the name, and which are shown');
  letters
    .command('list', { isDefault: true })
    .description('every credential that has letters')
    .action(
      act(async ({ engine, asOf, answer }) => {
        const { items } = await engine.call('postnominals.list', { asOf });
        const rows = items.map((item) => [
          toLine(item.letters ?? ''),
          item.worthy ? (item.valid ? 'shown' : item.status) : 'not shown',
          item.rank,
          toLine(item.title),
          item.reason,
        ]);
        answer({ asOf, items }, toTable(rows));
      }),
    );
  letters
    .command('set <id>')
    .description('say it yourself, against the rule by its kind')
    .option('--show', 'they stand after your name')
    .option('--hide', 'they do not')
    .option('--by-rule', 'as the rule has it')
    .option('--letters <text>', 'the letters themselves; empty: the abbreviation')
    .addOption(new Option('--rank <rank>', 'what they stand for').choices(postnominalRanks))
    .option('--place <n>', 'place in your own order, from 1; empty: none')
    .action(
      act(async ({ engine, asOf, answer, idOf }, ref: string, flags: LetterFlags) => {
        const shown = flags.show === true ? true : flags.hide === true ? false : null;
        const saysShown = shown !== null || flags.byRule === true;
        const set = await engine.call('postnominals.set', {
          id: await idOf(ref),
          ...(saysShown ? { shown } : {}),
          ...(flags.letters === undefined
            ? {}
            : { letters: flags.letters === '' ? null : flags.letters }),
          ...(flags.rank === undefined ? {} : { rank: flags.rank }),
          ...(flags.place === undefined ? {} : { place: placeOf(flags.place) }),
          asOf,
        });
        answer(
          set,
          `${toLine(set.letters ?? 'no letters')}: ${set.worthy ? 'shown' : 'not shown'}. ${set.reason}`,
        );
      }),
    );
}

function placeOf(text: string): number | null {
  if (text === '') return null;
  if (/^\d{1,4}$/u.test(text)) return Number(text);
  throw new AppError('invalid_input', `--place: "${text}" is not a number.`, { path: 'place' });
}

function readText(file: string): string {
  const bytes =
    file === '-' ? new Uint8Array(readFileSync(0)) : readInput(file, LARGEST_TEXT_BYTES);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new AppError('unsupported_format', `${file} is not a text in UTF-8.`, {
      path: 'file',
      cause: error,
    });
  }
}

function describeFindings(findings: ProcedureOutput<'designations.lint'>['findings']): string {
  if (findings.length === 0) return 'Nothing says more than is held.';
  return findings
    .map(
      ({ phrase, why, correction, source, dismissed, key }) =>
        `"${toLine(phrase)}"${dismissed ? ' (dismissed)' : ''}\n  ${toLine(why)}\n  ${toLine(correction)}\n  ${toLine(source.title)}, ${source.asOf}${source.verified === 'memory' ? ', not looked up' : ''}\n  --dismiss ${JSON.stringify(toLine(key))}`,
    )
    .join('\n');
}

function describeDrift(drift: ProcedureOutput<'drift.check'>): string {
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`)];
  return [
    `${drift.rows} there, ${drift.same} the same.`,
    ...part(
      'Missing there',
      drift.missing.map(({ title }) => toLine(title)),
    ),
    ...part(
      'Outdated there',
      drift.outdated.flatMap(({ title, row, differences, lapsed, reason }) => [
        `${toLine(title)} (row ${row})${lapsed ? `: ${toLine(reason)}` : ''}`,
        ...differences.map(
          ({ field, there, here }) =>
            `  ${field}: ${toLine(there) || 'nothing'} → ${toLine(here) || 'nothing'}`,
        ),
      ]),
    ),
    ...part(
      'Only there',
      drift.onlyThere.map(({ name, issuer }) => toLine([name, issuer].filter(Boolean).join(', '))),
    ),
    ...drift.notes.map(toLine),
  ].join('\n');
}
