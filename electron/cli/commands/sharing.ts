import { Option, type Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import { signaturePresets, type SignaturePreset } from '#shared/domain/postnominal.ts';
import {
  postOccasions,
  postTones,
  type PostOccasion,
  type PostTone,
} from '#shared/domain/postWords.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import type { Act } from '../context.ts';
import {
  addLocaleFlag,
  addSaveFlags,
  giveOutSaved,
  recipeOf,
  type LocaleFlag,
  type SaveFlags,
} from '../recordSaved.ts';
import { collectOption } from '../values.ts';
import { addCheckCommands } from './checks.ts';
import { addCopyCommands } from './copies.ts';
import { addSheetCommands } from './sheets.ts';
import { addStoryCommands } from './stories.ts';

/** What goes out in words: post, headline, signature, stories, raise, portfolio, lint, drift, copies. */
export function addSharingCommands(program: Command, act: Act): void {
  const exporting = program.commands.find((command) => command.name() === 'export');
  if (exporting === undefined) throw new Error('The export command comes first.');
  addPost(exporting, act);
  addSignature(exporting, act);
  addSheetCommands(exporting, act);
  addCheckCommands(program, act);
  addStoryCommands(program, act);
  addCopyCommands(program, act);
}

function addPost(exporting: Command, act: Act): void {
  addSaveFlags(
    addLocaleFlag(
      exporting
        .command('post <id>')
        .description('a LinkedIn post about one credential')
        .addOption(new Option('--tone <tone>').choices(postTones).default('plain'))
        .addOption(new Option('--occasion <occasion>').choices(postOccasions))
        .option('--learned <text>', 'what you learned')
        .option('--use <text>', 'how you use it')
        .option('--thanks <name>', 'whom you thank; may be given again', collectOption)
        .option('--story', 'begin with the result of its story')
        .option(
          '--hashtag <tag>',
          'instead of those of its skills; may be given again',
          collectOption,
        )
        .option('--no-link', 'without the certificate’s address'),
    ),
  ).action(
    act(
      async (
        context,
        ref: string,
        options: SaveFlags &
          LocaleFlag &
          Readonly<{
            tone: PostTone;
            occasion?: PostOccasion;
            learned?: string;
            use?: string;
            thanks?: string[];
            story?: boolean;
            hashtag?: string[];
            link: boolean;
          }>,
      ) => {
        const input: ProcedureInput<'sharing.post'> = {
          id: await context.idOf(ref),
          occasion: options.occasion ?? null,
          tone: options.tone,
          locale: options.locale,
          learned: options.learned ?? '',
          use: options.use ?? '',
          thanks: options.thanks ?? [],
          story: options.story === true,
          link: options.link,
          hashtags: options.hashtag ?? null,
          asOf: context.asOf,
        };
        const made = await context.engine.call('sharing.post', input);
        const { characters, limit, fold, findings } = made;
        await giveOutSaved(
          context,
          made,
          options,
          {
            output: 'post',
            locale: options.locale,
            facts: made.facts,
            recipe: recipeOf('sharing.post', input),
          },
          { characters, limit, fold, findings },
        );
      },
    ),
  );
  addSaveFlags(
    exporting
      .command('headline')
      .description('LinkedIn headlines of at most 220 characters, one a line')
      .option('--role <text>', 'what you are')
      .option('--word <text>', 'what you stand for; may be given again', collectOption),
  ).action(
    act(async (context, options: SaveFlags & Readonly<{ role?: string; word?: string[] }>) => {
      const input = { role: options.role ?? '', words: options.word ?? [], asOf: context.asOf };
      const made = await context.engine.call('sharing.headline', input);
      const text = made.variants.map((variant) => `${variant.text}\n`).join('');
      const { variants, limit, leftOut, findings } = made;
      await giveOutSaved(
        context,
        { ...made, text },
        options,
        { output: 'headline', facts: variants.flatMap(({ facts }) => facts) },
        { variants, limit, leftOut, findings },
      );
    }),
  );
}

type SignatureFormat = 'txt' | 'html' | 'name' | 'card' | 'vcf';

function addSignature(exporting: Command, act: Act): void {
  addSaveFlags(
    exporting
      .command('signature')
      .description('name with letters, role and contact: for e-mail, a card, a vCard')
      .addOption(
        new Option('--format <format>')
          .choices(['txt', 'html', 'name', 'card', 'vcf'])
          .default('txt'),
      )
      .addOption(
        new Option('--preset <order>', 'order of the letters')
          .choices(signaturePresets)
          .default('general'),
      )
      .option('--most <n>', 'letters at most', '3')
      .option('--name <text>')
      .option('--role <text>')
      .option('--organization <text>')
      .option('--phone <text>')
      .option('--email <text>')
      .option('--website <text>')
      .option('--location <text>')
      .option('--keep', 'keep name, role and contact for the next time'),
  ).action(
    act(
      async (
        context,
        options: SaveFlags &
          ProcedureInput<'sharing.setDetails'> &
          Readonly<{
            format: SignatureFormat;
            preset: SignaturePreset;
            most: string;
            keep?: boolean;
          }>,
      ) => {
        const { name, role, organization, phone, email, website, location } = options;
        const given = { name, role, organization, phone, email, website, location };
        const details = Object.fromEntries(
          Object.entries(given).filter(([, value]) => value !== undefined),
        );
        if (!/^\d{1,2}$/u.test(options.most))
          throw new AppError('invalid_input', `--most: "${options.most}" is not a number.`, {
            path: 'most',
          });
        if (options.keep === true) await context.engine.call('sharing.setDetails', details);
        const input: ProcedureInput<'sharing.signature'> = {
          format: options.format === 'html' ? 'html' : 'txt',
          preset: options.preset,
          most: Number(options.most),
          details,
          asOf: context.asOf,
        };
        const made = await context.engine.call('sharing.signature', input);
        const texts: Readonly<Record<SignatureFormat, string>> = {
          txt: made.text,
          html: made.text,
          name: `${made.nameLine}\n`,
          card: `${made.cardLine}\n`,
          vcf: made.vcard,
        };
        const whole = options.format === 'txt' || options.format === 'html';
        await giveOutSaved(
          context,
          {
            ...made,
            format: options.format,
            mime: options.format === 'vcf' ? 'text/vcard' : made.mime,
            text: texts[options.format],
          },
          options,
          {
            output: 'signature',
            facts: made.facts,
            ...(whole ? { recipe: recipeOf('sharing.signature', input) } : {}),
          },
          { letters: made.letters, leftOut: made.leftOut, findings: made.findings },
        );
      },
    ),
  );
}
