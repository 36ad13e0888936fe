import { basename } from 'node:path';
import type { Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import type { Act, Context } from '../context.ts';
import { dayOf } from '../day.ts';
import { writeExport } from '../files.ts';
import { toLine, toTable } from '../table.ts';
import { readEvidence } from './evidence.ts';

type ActivityOptions = Readonly<{
  date: string;
  title: string;
  provider?: string;
  hours?: string;
  notes?: string;
  proof?: string[];
  for: string[];
}>;

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** activity add, list, prove, unprove, save-proof. */
export function addActivityCommands(program: Command, act: Act): void {
  const activity = program.command('activity').description('what you did to keep your credentials');
  activity
    .command('add')
    .description('record an activity once, for every credential it counts towards')
    .requiredOption('--date <day>')
    .requiredOption('--title <title>')
    .option('--provider <name>')
    .option('--hours <hours>', 'clock hours; units are worked out from them where not given')
    .option('--notes <text>')
    .option('--proof <file>', 'a file that proves it; may be given again', collect)
    .requiredOption('--for <id:units[:category]>', 'may be given again', collect)
    .action(
      act(async (context, options: ActivityOptions) => {
        const { engine, answer } = context;
        const made = await engine.call('activities.create', {
          on: dayOf(options.date, '--date'),
          title: options.title,
          provider: options.provider ?? null,
          hours: options.hours === undefined ? null : Number(options.hours),
          notes: options.notes ?? null,
          allocations: await Promise.all(options.for.map((text) => allocationOf(context, text))),
          proofs: (options.proof ?? []).map(readEvidence),
        });
        const kept = made.allocations.filter(({ flag }) => flag !== null && flag !== 'counted');
        answer(
          made,
          [
            `Logged ${toLine(made.title)}.`,
            ...kept.map(
              ({ title, flag }) =>
                `Kept, but not counted for ${toLine(title)}: ${flag?.replaceAll('-', ' ')}.`,
            ),
          ].join('\n'),
        );
      }),
    );
  activity
    .command('list')
    .description('newest first')
    .option('--for <id>', 'of one credential')
    .action(
      act(async ({ engine, idOf, answer }, options: Readonly<{ for?: string }>) => {
        const credentialId = options.for === undefined ? null : await idOf(options.for);
        const { items } = await engine.call('activities.list', { credentialId });
        const rows = items.map((item) => [
          item.on,
          toLine(item.title),
          item.allocations
            .map(
              ({ title, units, category }) =>
                `${toLine(title)} ${units}${category === null ? '' : ` (${toLine(category)})`}`,
            )
            .join('; '),
        ]);
        answer({ items }, items.length === 0 ? 'No activities yet.' : toTable(rows));
      }),
    );
  addProofCommands(activity, act);
}

function addProofCommands(activity: Command, act: Act): void {
  activity
    .command('prove <activity> <file>')
    .description('keep a file that proves an activity (the id is in "activity list --json")')
    .action(
      act(async ({ engine, answer }, id: string, file: string) => {
        const proven = await engine.call('activities.addProof', {
          id: idOfText(id),
          file: readEvidence(file),
        });
        answer(proven, `Attached ${toLine(file)} to ${toLine(proven.title)}.`);
      }),
    );
  activity
    .command('unprove <activity> <proof>')
    .description('take a proof off an activity; undo brings it back')
    .action(
      act(async ({ engine, answer }, id: string, proof: string) => {
        const left = await engine.call('activities.removeProof', {
          id: idOfText(id),
          proofId: idOfText(proof),
        });
        answer(left, `Took the proof off ${toLine(left.title)}.`);
      }),
    );
  activity
    .command('save-proof <proof>')
    .description('write a stored proof or evidence file, by its id or SHA-256')
    .option('-o, --output <file>', 'where to (default: its own name, here)')
    .action(
      act(async ({ engine, answer }, ref: string, options: Readonly<{ output?: string }>) => {
        const sha256 = ref.toLowerCase();
        const stored = await engine.call(
          'evidence.read',
          /^[0-9a-f]{64}$/.test(sha256) ? { sha256 } : { id: idOfText(ref) },
        );
        // A stored name is data: it never leads out of this folder.
        const file = options.output ?? basename(stored.name.replaceAll('\\', '/'));
        writeExport(file, stored.bytes);
        const { name, mime, bytes } = stored;
        answer(
          { name, mime, sha256: stored.sha256, bytes: bytes.length, file },
          `Wrote ${toLine(file)}.`,
        );
      }),
    );
}

function idOfText(text: string): Id {
  const id = idSchema.safeParse(text);
  if (id.success) return id.data;
  throw new AppError('invalid_input', `"${text}" is not an id. "activity list --json" names them.`);
}

async function allocationOf({ idOf }: Context, text: string) {
  // The title of a credential may hold a colon, so the units are looked for from the left.
  const match = /^(.+?):(\d+(?:\.\d+)?)?(?::(.+))?$/.exec(text);
  if (!match?.[1])
    throw new AppError('invalid_input', `--for: "${text}" is not id:units or id:units:category.`, {
      path: 'for',
    });
  return {
    credentialId: await idOf(match[1]),
    units: match[2] === undefined ? null : Number(match[2]),
    category: match[3] ?? null,
  };
}
