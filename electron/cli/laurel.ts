import { Command, CommanderError } from 'commander';
import { AppError, type AppErrorShape } from '#shared/appError.ts';
import { addCredentialCommands } from './commands/credentials.ts';
import { addEvidenceCommands } from './commands/evidence.ts';
import { addHistoryCommands } from './commands/history.ts';
import { addMoneyCommands } from './commands/money.ts';
import { addPortfolioCommands } from './commands/portfolio.ts';
import { addProfileCommands } from './commands/profiles.ts';
import { addRecertificationCommands } from './commands/recertification.ts';
import { addReminderCommands } from './commands/reminders.ts';
import { addStudyCommands } from './commands/study.ts';
import { addStackCommands } from './commands/stacks.ts';
import { addSharingCommands } from './commands/sharing.ts';
import { addTransferCommands } from './commands/transfer.ts';
import { withContext, type Act, type GlobalOptions } from './context.ts';
import { toLine } from './table.ts';

declare const LAUREL_VERSION: string;
const version = typeof LAUREL_VERSION === 'string' ? LAUREL_VERSION : '0.0.0-dev';

/** Exit statuses of cli.md. */
const EXIT = { done: 0, refused: 1, usage: 2, damaged: 3 } as const;

const act: Act =
  (action) =>
  async (...all) => {
    const command = all.at(-1) as Command; // commander hands the command over last
    // The arguments before it are of the types that the command's own declaration states.
    const args = all.slice(0, -1) as never[];
    await withContext(command.optsWithGlobals<GlobalOptions>(), version, (context) =>
      action(context, ...args),
    );
  };

function buildProgram(json: boolean): Command {
  const program = new Command('laurel')
    .description('Every credential you hold, and what keeps it.')
    .version(version)
    .option('--data <dir>', 'the data folder (else LAUREL_DATA, else the app’s own)')
    .option('--json', 'one JSON document on standard output')
    .option(
      '--as-of <day>',
      'the day for which everything is worked out, YYYY-MM-DD (default: today)',
    )
    .option('--quiet', 'no text where all went well')
    .showHelpAfterError('(laurel --help lists the commands)')
    .configureOutput({ outputError: (text, write) => (json ? undefined : write(text)) })
    .exitOverride();
  if (json) program.showHelpAfterError(false);
  addCredentialCommands(program, act);
  addEvidenceCommands(program, act);
  addHistoryCommands(program, act);
  addRecertificationCommands(program, act);
  addReminderCommands(program, act);
  addStackCommands(program, act);
  addMoneyCommands(program, act);
  addStudyCommands(program, act);
  addTransferCommands(program, act);
  addProfileCommands(program, act);
  addSharingCommands(program, act);
  addPortfolioCommands(program, act);
  return program;
}

/** Runs one command line. @returns the exit status */
async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  try {
    await buildProgram(json).parseAsync(argv, { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.done;
      if (json) writeError({ code: 'invalid_input', message: error.message });
      return EXIT.usage;
    }
    const shape =
      error instanceof AppError
        ? error.toShape()
        : {
            code: 'internal' as const,
            message: error instanceof Error ? error.message : String(error),
          };
    if (json) writeError(shape);
    else process.stderr.write(`laurel: ${shape.message.split('\n').map(toLine).join('\n')}\n`);
    if (shape.code === 'internal' && error instanceof Error && process.env['LAUREL_DEBUG']) {
      process.stderr.write(`${error.stack ?? ''}\n`);
    }
    return shape.code === 'damaged' ? EXIT.damaged : EXIT.refused;
  }
}

const writeError = (error: AppErrorShape) =>
  void process.stderr.write(`${JSON.stringify({ error })}\n`);

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that has enough is no failure.
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});
process.exitCode = await main(process.argv.slice(2));
