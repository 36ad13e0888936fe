import type { Command } from 'commander';
import type { Act } from '../context.ts';
import { addExportCommands } from './exports.ts';
import { addImportCommand } from './imports.ts';

/** import, export. */
export function addTransferCommands(program: Command, act: Act): void {
  addImportCommand(program, act);
  addExportCommands(program.command('export').description('what leaves the portfolio'), act);
}
