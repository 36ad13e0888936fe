import type { Command } from 'commander';
import type { Act } from '../context.ts';
import { toLine, toTable } from '../table.ts';

/** undo, redo, history. */
export function addHistoryCommands(program: Command, act: Act): void {
  program
    .command('undo')
    .description('take the last change back, also one made in the window')
    .action(
      act(async ({ engine, answer }) => {
        const undone = await engine.call('history.undo', {});
        answer(undone, `Undone: ${toLine(undone.operation.label)}.`);
      }),
    );

  program
    .command('redo')
    .description('make the change again that was undone last')
    .action(
      act(async ({ engine, answer }) => {
        const redone = await engine.call('history.redo', {});
        answer(redone, `Done again: ${toLine(redone.operation.label)}.`);
      }),
    );

  program
    .command('history [id]')
    .description('what changed, newest first')
    .option('--limit <n>', 'at most so many', '100')
    .action(
      act(
        async (
          { engine, idOf, answer },
          ref: string | undefined,
          { limit }: Readonly<{ limit: string }>,
        ) => {
          const subjectId = ref === undefined ? null : await idOf(ref);
          const { items } = await engine.call('history.list', { subjectId, limit: Number(limit) });
          const rows = items.map(({ operation, action, fields }) => [
            operation.happenedAt.slice(0, 16).replace('T', ' '),
            operation.origin,
            toLine(operation.label),
            action === 'changed' ? fields.map(({ name }) => name).join(', ') : action,
          ]);
          answer({ items }, items.length === 0 ? 'Nothing was changed yet.' : toTable(rows));
        },
      ),
    );
}
