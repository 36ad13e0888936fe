import type { Command } from 'commander';
import type { Id } from '#shared/domain/credential.ts';
import type { Act, Context } from '../context.ts';
import { toLine, toTable } from '../table.ts';
import { byIdPrefix, idLength } from '../values.ts';

/** copies: what left the app, and which of it is no longer true. */
export function addCopyCommands(program: Command, act: Act): void {
  const copies = program
    .command('copies')
    .description('what left the app, and what of it is no longer true');
  copies
    .command('list', { isDefault: true })
    .description('every copy, newest first')
    .option('--removed', 'with those that were taken out again')
    .action(
      act(async ({ engine, asOf, answer }, { removed }: Readonly<{ removed?: boolean }>) => {
        const { items } = await engine.call('copies.list', { asOf, removed: removed === true });
        const length = idLength(items.map(({ id }) => id));
        const rows = items.map((copy) => [
          copy.id.slice(0, length),
          copy.sentAt.slice(0, 10),
          copy.output,
          toLine(copy.place),
          copy.state === 'removed'
            ? 'taken out'
            : copy.lies === 0
              ? 'true'
              : `${copy.lies} no longer true`,
        ]);
        answer(
          { asOf, items },
          items.length === 0 ? 'Nothing has left the app yet.' : toTable(rows),
        );
      }),
    );
  copies
    .command('stale')
    .description('the places that say what is no longer true, which fact, and the corrected text')
    .option('--text', 'with the corrected text')
    .action(
      act(async ({ engine, asOf, answer }, { text }: Readonly<{ text?: boolean }>) => {
        const { items } = await engine.call('copies.stale', { asOf });
        const length = idLength(items.map(({ copy }) => copy.id));
        const lines = items.flatMap(({ copy, lies, corrected }) => [
          `${copy.id.slice(0, length)}  ${toLine(copy.place)} (${copy.output}, ${copy.sentAt.slice(0, 10)})`,
          ...lies.map(
            ({ reason, since, shown, now, fact }) =>
              `  ${toLine(reason)}${since === null ? '' : ` Since ${since}.`}${fact === 'held' ? '' : ` "${toLine(shown)}" → ${now === null ? 'leave it out' : `"${toLine(now)}"`}`}`,
          ),
          ...(text === true && corrected !== null
            ? corrected
                .trimEnd()
                .split('\n')
                .map((line) => `    ${toLine(line)}`)
            : []),
        ]);
        answer(
          { asOf, items },
          items.length === 0 ? 'Every copy is still true.' : lines.join('\n'),
        );
      }),
    );
  for (const [name, as, description] of [
    ['resolve', 'resolved', 'the place holds the corrected text now'],
    ['remove', 'removed', 'the place no longer holds it'],
    ['return', 'out', 'it does after all'],
  ] as const) {
    copies
      .command(`${name} <id>`)
      .description(description)
      .action(
        act(async (context, ref: string) => {
          const copy = await context.engine.call('copies.mark', {
            id: await copyId(context, ref),
            as,
            asOf: context.asOf,
          });
          context.answer(copy, `${toLine(copy.place)}: ${as}.`);
        }),
      );
  }
}

/** @throws AppError not_found, ambiguous */
async function copyId({ engine, asOf }: Context, ref: string): Promise<Id> {
  const { items } = await engine.call('copies.list', { asOf, removed: true, limit: 10_000 });
  return byIdPrefix(items, ref, 'copy').id;
}
