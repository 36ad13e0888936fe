import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import type { Act } from '../context.ts';
import { toLine, toTable } from '../table.ts';

const verifiedWords = { yes: 'checked', partly: 'partly checked', memory: 'from memory' } as const;

/** policy list, show, add, remove. */
export function addPolicyCommands(program: Command, act: Act): void {
  const policy = program
    .command('policy')
    .description('how long credentials hold and what keeps them');
  policy
    .command('list')
    .description('the catalogue and your own')
    .action(
      act(async ({ engine, answer }) => {
        const items = await engine.call('policies.list', {});
        const rows = items.map((item) => [
          item.id,
          toLine(item.abbreviation ?? item.name),
          toLine(item.issuer),
          item.cycleMonths === null ? 'no term' : `${item.cycleMonths} months`,
          item.units.map(({ unit, total }) => `${total} ${unit}`).join(' + '),
          `${item.asOf}, ${verifiedWords[item.verified]}`,
        ]);
        answer({ items }, toTable([['ID', 'Name', 'Issuer', 'Cycle', 'Units', 'As of'], ...rows]));
      }),
    );
  policy
    .command('show <id>')
    .description('one policy in full, as the JSON that "policy add" takes')
    .action(
      act(async ({ engine, answer }, id: string) => {
        const { policy: found } = await engine.call('policies.get', { id });
        answer(found, JSON.stringify(found, null, 2));
      }),
    );
  policy
    .command('add <file>')
    .description('add a policy of your own, or your changed copy of one')
    .action(
      act(async ({ engine, answer }, file: string) => {
        const added = await engine.call('policies.put', { policy: readJson(file) });
        answer(added, `Added ${added.id}.`);
      }),
    );
  policy
    .command('remove <id>')
    .description('take your own policy, or your changed copy, away')
    .action(
      act(async ({ engine, answer }, id: string) => {
        const done = await engine.call('policies.remove', { id });
        answer(done, `Removed ${id}.`);
      }),
    );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new AppError(
      'invalid_input',
      `${file} cannot be read as JSON. Check the name and what is in it.`,
      { path: 'file', cause: error },
    );
  }
}
