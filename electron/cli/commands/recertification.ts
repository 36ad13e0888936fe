import { Option, type Command } from 'commander';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import { addMonthsToDay } from '#shared/domain/plainDate.ts';
import { routeKindSchema, type RouteKind } from '#shared/domain/policyParts.ts';
import type { Act } from '../context.ts';
import { dayOf } from '../day.ts';
import { writeExport } from '../files.ts';
import { toLine, toTable } from '../table.ts';
import { addActivityCommands } from './activities.ts';
import { addFeeCommands } from './fees.ts';
import { addPolicyCommands } from './policies.ts';

type RenewOptions = Readonly<{
  on?: string;
  method?: RouteKind;
  expires?: string;
  cascade?: boolean;
  dryRun?: boolean;
}>;

/** policy, activity, fee, renew, plan, allocate, audit, ledger. */
export function addRecertificationCommands(program: Command, act: Act): void {
  addPolicyCommands(program, act);
  addActivityCommands(program, act);
  addFeeCommands(program, act);

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
    .command('allocate')
    .description('how activities would best count, over all open cycles; writes only with --apply')
    .option('--apply', 'let them count so, as one change')
    .action(
      act(async ({ engine, asOf, answer }, options: Readonly<{ apply?: boolean }>) => {
        const found = await engine.call('planner.allocate', { asOf });
        const changes = found.changes.map(({ activityId, credentialId, was, becomes }) => ({
          activityId,
          credentialId,
          was,
          becomes,
        }));
        const { applied } =
          options.apply === true && changes.length > 0
            ? await engine.call('planner.apply', { changes })
            : { applied: 0 };
        const rows = found.changes.map(({ on, activity, title, becomes }) => [
          on,
          toLine(activity),
          toLine(title),
          `${becomes.units}${becomes.category === null ? '' : ` in ${toLine(becomes.category)}`}`,
        ]);
        const last = `${found.hoursBefore} h to do before, ${found.hoursAfter} h after.${applied > 0 ? ' Done.' : ''}`;
        answer(
          { ...found, applied },
          rows.length === 0 ? 'They count as well as they can.' : `${toTable(rows)}\n${last}`,
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
