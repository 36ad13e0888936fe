import { Option, type Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import type { Id } from '#shared/domain/credential.ts';
import type { Act, Context } from '../context.ts';
import { dayOf } from '../day.ts';
import {
  addLocaleFlag,
  addSaveFlags,
  giveOutSaved,
  recipeOf,
  type LocaleFlag,
  type SaveFlags,
} from '../recordSaved.ts';
import { byIdPrefix, collectOption } from '../values.ts';

/** `export story|rehearsal|raise|portfolio`: sheets and pages. */
export function addSheetCommands(exporting: Command, act: Act): void {
  const formats = (names: readonly string[], first: string) =>
    new Option('--format <format>').choices(names).default(first);
  addSaveFlags(
    addLocaleFlag(
      exporting
        .command('story <id>')
        .description('the interview story of a credential, or a story by its id')
        .addOption(formats(['md', 'txt', 'html'], 'md')),
    ),
  ).action(
    act(
      async (
        context,
        ref: string,
        options: SaveFlags & LocaleFlag & Readonly<{ format: 'md' | 'txt' | 'html' }>,
      ) => {
        const input = {
          id: await storyOrCredential(context, ref),
          format: options.format,
          locale: options.locale,
          asOf: context.asOf,
        };
        const made = await context.engine.call('sharing.story', input);
        await giveOutSaved(context, made, options, {
          output: 'story',
          locale: options.locale,
          facts: made.facts,
          recipe: recipeOf('sharing.story', input),
        });
      },
    ),
  );
  addSaveFlags(
    addLocaleFlag(
      exporting
        .command('rehearsal')
        .description('every interview story, a page each, to rehearse from')
        .addOption(formats(['html', 'md'], 'html')),
    ),
  ).action(
    act(async (context, options: SaveFlags & LocaleFlag & Readonly<{ format: 'md' | 'html' }>) => {
      const input = { format: options.format, locale: options.locale, asOf: context.asOf };
      const made = await context.engine.call('sharing.rehearsal', input);
      await giveOutSaved(context, made, options, {
        output: 'rehearsal',
        locale: options.locale,
        facts: made.facts,
        recipe: recipeOf('sharing.rehearsal', input),
      });
    }),
  );
  addSaveFlags(
    addLocaleFlag(
      exporting
        .command('raise')
        .description('the case for a raise on one page: what was earned since a day')
        .requiredOption('--since <day>', 'YYYY-MM-DD')
        .addOption(formats(['md', 'txt', 'html'], 'md'))
        .option('--result <text>', 'what it led to; may be given again', collectOption)
        .option('--market <text>', 'how the market words it; may be given again', collectOption)
        .option('--ask <text>', 'what you ask for'),
    ),
  ).action(
    act(
      async (
        context,
        options: SaveFlags &
          LocaleFlag &
          Readonly<{
            since: string;
            format: 'md' | 'txt' | 'html';
            result?: string[];
            market?: string[];
            ask?: string;
          }>,
      ) => {
        const since = dayOf(options.since, '--since');
        const input = {
          since,
          format: options.format,
          results: options.result ?? [],
          market: options.market ?? [],
          ask: options.ask ?? '',
          locale: options.locale,
          asOf: context.asOf,
        };
        const made = await context.engine.call('sharing.raise', input);
        await giveOutSaved(context, made, options, {
          output: 'raise',
          locale: options.locale,
          facts: made.facts,
          recipe: recipeOf('sharing.raise', input),
        });
      },
    ),
  );
  addPortfolio(exporting, act);
}

function addPortfolio(exporting: Command, act: Act): void {
  addSaveFlags(
    addLocaleFlag(
      exporting
        .command('portfolio')
        .description('a page in one file: no script, readable offline, on paper and in the dark')
        .option('--tag <tag>', 'only with this tag; may be given again', collectOption)
        .option('--only <id>', 'only this credential; may be given again', collectOption)
        .option('--intro <text>', 'some words of your own at the top')
        .option('--expired', 'with expired ones, marked so')
        .option('--no-in-progress', 'without what is under way')
        .option('--no-number', 'without credential numbers')
        .option('--no-skills', 'without skills')
        .option('--contact', 'with e-mail, phone and website')
        .addOption(
          new Option('--evidence <how>', 'verification links, or the files themselves as well')
            .choices(['none', 'links', 'embed'])
            .default('links'),
        ),
    ),
  ).action(
    act(
      async (
        context,
        options: SaveFlags &
          LocaleFlag &
          Readonly<{
            tag?: string[];
            only?: string[];
            intro?: string;
            expired?: boolean;
            inProgress: boolean;
            number: boolean;
            skills: boolean;
            contact?: boolean;
            evidence: 'none' | 'links' | 'embed';
          }>,
      ) => {
        const ids =
          options.only === undefined
            ? null
            : await Promise.all(options.only.map((ref) => context.idOf(ref)));
        const input = {
          ids,
          tag: options.tag ?? [],
          inProgress: options.inProgress,
          expired: options.expired === true,
          intro: options.intro ?? '',
          numbers: options.number,
          skills: options.skills,
          contact: options.contact === true,
          evidence: options.evidence,
          locale: options.locale,
          asOf: context.asOf,
        };
        const made = await context.engine.call('sharing.portfolio', input);
        await giveOutSaved(
          context,
          made,
          options,
          {
            output: 'portfolio',
            locale: options.locale,
            facts: made.facts,
            recipe: recipeOf('sharing.portfolio', input),
          },
          { credentials: made.credentials },
        );
      },
    ),
  );
}

/** A credential as the user names it, else a story by the beginning of its id. @throws AppError */
async function storyOrCredential(context: Context, ref: string): Promise<Id> {
  try {
    return await context.idOf(ref);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
    const { items } = await context.engine.call('stories.list', { asOf: context.asOf });
    return byIdPrefix(items, ref, 'story or credential').id;
  }
}
