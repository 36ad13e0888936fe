import { Option, type Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import { addMonthsToDay, plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { routeKindSchema, type RouteKind } from '#shared/domain/policyParts.ts';
import type { Act, Context } from '../context.ts';
import { writeExport } from '../files.ts';
import { toLine, toTable } from '../table.ts';
import { addPolicyCommands } from './policies.ts';

type RenewOptions = Readonly<{
  on?: string;
  method?: RouteKind;
  expires?: string;
  cascade?: boolean;
  dryRun?: boolean;
}>;
type ActivityOptions = Readonly<{
  date: string;
  title: string;
  provider?: string;
  hours?: string;
  notes?: string;
  for: string[];
}>;

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** policy, renew, activity, ledger. */
export function addRecertificationCommands(program: Command, act: Act): void {
  addPolicyCommands(program, act);
  addActivityCommands(program, act);

  program
    .command('renew <id>')
    .description('begin the next cycle; earlier ones are kept')
    .option('--on <day>', 'the day of the renewal (default: the as-of day)')
    .addOption(
      new Option('--method <route>', 'how, where the policy knows several').choices(
        routeKindSchema.options,
      ),
    )
    .option('--expires <date>', 'the end that the body gave, in place of the computed one')
    .option('--cascade', 'accept everything else that it renews')
    .option('--dry-run', 'say what would happen, write nothing')
    .action(
      act(async ({ engine, asOf, idOf, answer }, ref: string, options: RenewOptions) => {
        const request = {
          id: await idOf(ref),
          on: options.on === undefined ? asOf : dayOf(options.on, '--on'),
          method: options.method ?? null,
          expires: options.expires === undefined ? null : parsePartialDate(options.expires),
          cascade: options.cascade === true,
        };
        if (options.dryRun === true) {
          const simulated = await engine.call('renewals.simulate', request);
          answer(
            simulated,
            simulated.refusal ??
              `Would hold from ${simulated.start} to ${simulated.end}. ${simulated.reason}`,
          );
          return;
        }
        const { credential, ...renewal } = await engine.call('renewals.renew', {
          ...request,
          asOf,
        });
        const open = request.cascade ? [] : renewal.proposals;
        const lines = [
          `Renewed ${toLine(credential.title)} to ${credential.expires}. ${renewal.reason}`,
          ...renewal.warnings.map((warning) => `Note: ${warning}`),
          ...open.map(
            ({ title, end, reason }) =>
              `Also renews ${toLine(title)} to ${end}: ${reason} (use --cascade to accept)`,
          ),
          ...(renewal.accepted > 0 ? [`Renewed ${renewal.accepted} more with it.`] : []),
        ];
        answer({ ...credential, renewal }, lines.join('\n'));
      }),
    );

  program
    .command('plan')
    .description('the least further hours that keep everything whose cycle ends by a day')
    .option('--until <day>', 'the day (default: a year from the as-of day)')
    .action(
      act(async ({ engine, asOf, answer }, options: Readonly<{ until?: string }>) => {
        const until =
          options.until === undefined ? addMonthsToDay(asOf, 12) : dayOf(options.until, '--until');
        const plan = await engine.call('planner.plan', { asOf, until });
        const rows = plan.perCredential.map(({ title, need, by, bindingRule }) => [
          by,
          toLine(title),
          need
            .map(
              ({ unit, units, category }) =>
                `${units} ${unit}${category === null ? '' : ` in ${toLine(category)}`}`,
            )
            .join(', '),
          toLine(bindingRule),
        ]);
        const total = `${plan.hours} h until ${until} where an hour counts wherever it may, ${plan.hoursApart} h apart.`;
        answer(
          plan,
          rows.length === 0 ? `Nothing is missing until ${until}.` : `${toTable(rows)}\n${total}`,
        );
      }),
    );

  program
    .command('audit <id>')
    .description('everything that an audit of the cycle asks for, as a zip')
    .option('-o, --output <file>', 'where to (default: audit-<end>.zip here)')
    .action(
      act(
        async (
          { engine, asOf, idOf, answer },
          ref: string,
          options: Readonly<{ output?: string }>,
        ) => {
          const packet = await engine.call('ledger.auditPacket', { id: await idOf(ref), asOf });
          const file = options.output ?? packet.name;
          writeExport(file, packet.bytes);
          answer(
            {
              format: 'audit',
              mime: packet.mime,
              bytes: packet.bytes.length,
              file,
              warnings: packet.missing,
            },
            [`Wrote ${file}.`, ...packet.missing.map((line) => `Missing: ${toLine(line)}`)].join(
              '\n',
            ),
          );
        },
      ),
    );

  program
    .command('ledger <id>')
    .description('units of the cycle: what counts, what is missing')
    .action(
      act(async ({ engine, asOf, idOf, answer }, ref: string) => {
        const ledger = await engine.call('ledger.get', { id: await idOf(ref), asOf });
        const lines = [`Cycle ${ledger.cycle.start} to ${ledger.cycle.end}`];
        for (const one of ledger.requirements) {
          lines.push(
            `${one.counted} of ${one.total} ${one.unit}, ${one.met ? 'met' : `${one.remaining} to go`}${one.pace.onTrack ? '' : `, behind pace (${one.pace.expected} expected by now)`}`,
          );
          const rows = one.categories.map(({ name, counted, min, max, met }) => [
            `  ${toLine(name)}`,
            String(counted),
            min === null ? '' : `min ${min}`,
            max === null ? '' : `max ${max}`,
            met ? '' : 'short',
          ]);
          if (rows.length > 0) lines.push(toTable(rows));
          for (const year of one.years.filter(({ min }) => min !== null)) {
            lines.push(
              `  ${year.start} to ${year.end}: ${year.counted} of at least ${year.min}${year.met ? '' : ', short'}`,
            );
          }
        }
        if (ledger.requirements.length === 0) lines.push('Its policy asks for no units.');
        answer(ledger, lines.join('\n'));
      }),
    );
}

function addActivityCommands(program: Command, act: Act): void {
  const activity = program.command('activity').description('what you did to keep your credentials');
  activity
    .command('add')
    .description('record an activity once, for every credential it counts towards')
    .requiredOption('--date <day>')
    .requiredOption('--title <title>')
    .option('--provider <name>')
    .option('--hours <hours>', 'clock hours; units are worked out from them where not given')
    .option('--notes <text>')
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

function dayOf(text: string, option: string): PlainDate {
  const day = plainDateSchema.safeParse(text);
  if (day.success) return day.data;
  throw new AppError(
    'invalid_date',
    `${option}: "${text}" is not a day. Give one such as 2026-11-23.`,
    { path: option.slice(2) },
  );
}
