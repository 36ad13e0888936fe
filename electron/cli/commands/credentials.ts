import { Option, type Command } from 'commander';
import { AppError } from '#shared/appError.ts';
import {
  kinds,
  newCredentialSchema,
  type Credential,
  type CredentialPatch,
} from '#shared/domain/credential.ts';
import { patchFromText, splitWords } from '#shared/domain/fieldText.ts';
import { toDecimal } from '#shared/domain/money.ts';
import { credentialFilterSchema } from '#shared/procedures/credentials.ts';
import type { Act } from '../context.ts';
import { toLine, toTable } from '../table.ts';
import { countOf } from '../values.ts';

/** Option of `add` → field of the credential. */
const ADD_FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  kind: 'kind',
  issuer: 'issuer',
  abbr: 'abbreviation',
  platform: 'platform',
  started: 'started',
  target: 'target',
  issued: 'issued',
  expires: 'expires',
  number: 'number',
  url: 'url',
  skills: 'skills',
  hours: 'hours',
  credits: 'credits',
  cost: 'cost',
  policy: 'policyId',
  progress: 'progress',
  status: 'lifecycle',
  notes: 'notes',
};

type AddOptions = Readonly<Record<string, string | string[]>>;
type ListOptions = Readonly<{
  status?: string;
  kind?: string;
  issuer?: string;
  tag?: string;
  skill?: string;
  query?: string;
  sort: 'expires' | 'issued' | 'title';
  limit?: string;
}>;

const collect = (value: string, before: string[] = []): string[] => [...before, value];

/** add, list, show, edit, trash, restore. */
export function addCredentialCommands(program: Command, act: Act): void {
  program
    .command('add')
    .description('record a credential')
    .requiredOption('--title <title>', 'what it is called')
    .requiredOption('--kind <kind>', `one of ${kinds.join(', ')}`)
    .requiredOption('--issuer <name>', 'who awarded it')
    .option('--abbr <letters>', 'postnominal letters')
    .option('--platform <name>', 'where it was taken')
    .option('--started <date>', 'YYYY, YYYY-MM or YYYY-MM-DD')
    .option('--target <date>', 'when it should be done')
    .option('--issued <date>', 'when it was awarded')
    .option('--expires <date>', 'until when it holds')
    .option('--number <number>', 'credential or licence number')
    .option('--url <url>', 'where it can be verified')
    .option('--skills <a,b>', 'skills it shows')
    .option('--hours <hours>', 'hours of work')
    .option('--credits <n:system>', 'academic credits, such as 30:ECTS')
    .option('--cost <amount:currency>', 'such as 199.00:USD')
    .option('--policy <id>', 'the renewal policy')
    .option('--tag <tag>', 'a tag; may be given again', collect)
    .option('--progress <percent>', '0 to 100, of one in progress')
    .option('--status <lifecycle>', 'planned, in-progress, earned, revoked or abandoned')
    .option('--notes <text>')
    .action(
      act(async ({ engine, asOf, answer }, options: AddOptions) => {
        const fields = newCredentialSchema.safeParse(fieldsOf(options));
        if (!fields.success)
          throw new AppError(
            'invalid_input',
            fields.error.issues[0]?.message ?? 'Something is missing.',
          );
        const made = await engine.call('credentials.create', { fields: fields.data, asOf });
        const lines = [`Added ${toLine(made.title)} (${made.id}).`];
        if (made.policyId !== null && made.expires === null && !made.neverExpires) {
          const { reason } = await engine.call('policies.expiry', {
            id: made.policyId,
            issued: made.issued,
          });
          lines.push(`No expiry was worked out. ${reason}`);
        }
        answer(made, lines.join('\n'));
      }),
    );

  program
    .command('list')
    .description('what you hold')
    .option('--status <s,…>', 'statuses on the day')
    .option('--kind <k,…>')
    .option('--issuer <name>')
    .option('--tag <tag>')
    .option('--skill <skill>')
    .option('--query <text>', 'search in everything you typed')
    .addOption(new Option('--sort <by>').choices(['expires', 'issued', 'title']).default('expires'))
    .option('--limit <n>', 'at most so many')
    .action(
      act(async ({ engine, asOf, answer }, options: ListOptions) => {
        const filter = credentialFilterSchema.safeParse({
          ...(options.status === undefined ? {} : { status: splitWords(options.status) }),
          ...(options.kind === undefined ? {} : { kind: splitWords(options.kind) }),
          ...(options.issuer === undefined ? {} : { issuer: [options.issuer] }),
          ...(options.tag === undefined ? {} : { tag: [options.tag] }),
          ...(options.skill === undefined ? {} : { skill: [options.skill] }),
          ...(options.query === undefined ? {} : { query: options.query }),
        });
        if (!filter.success)
          throw new AppError(
            'invalid_input',
            filter.error.issues[0]?.message ?? 'That filter is not one.',
          );
        const limit = options.limit === undefined ? 100_000 : countOf(options.limit, '--limit');
        const { total, items } = await engine.call('credentials.list', {
          filter: filter.data,
          sort: options.sort,
          limit,
          asOf,
        });
        const shown = uniqueLength(items.map(({ id }) => id));
        const rows = items.map((item) => [
          item.id.slice(0, shown),
          toLine(item.title),
          toLine(item.issuer?.name ?? ''),
          item.status,
          item.expires ?? '',
        ]);
        answer(
          { asOf, total, items },
          items.length === 0
            ? 'Nothing to list.'
            : toTable([['ID', 'Title', 'Issuer', 'Status', 'Expires'], ...rows]),
        );
      }),
    );

  program
    .command('show <id>')
    .description('one credential in full')
    .action(
      act(async ({ engine, asOf, idOf, answer }, ref: string) => {
        const credential = await engine.call('credentials.get', { id: await idOf(ref), asOf });
        answer(credential, describe(credential));
      }),
    );

  program
    .command('edit <id>')
    .description('change fields: --set field=value, an empty value clears')
    .requiredOption('--set <field=value>', 'may be given again', collect)
    .action(
      act(
        async (
          { engine, asOf, idOf, answer },
          ref: string,
          { set }: Readonly<{ set: string[] }>,
        ) => {
          let patch: CredentialPatch = {};
          for (const entry of set) {
            const at = entry.indexOf('=');
            if (at < 1) throw new AppError('invalid_input', `"${entry}" is not field=value.`);
            patch = { ...patch, ...patchFromText(entry.slice(0, at).trim(), entry.slice(at + 1)) };
          }
          const changed = await engine.call('credentials.update', {
            id: await idOf(ref),
            patch,
            asOf,
          });
          answer(changed, `Changed ${toLine(changed.title)}.`);
        },
      ),
    );

  program
    .command('trash <id...>')
    .description('move to the trash')
    .action(
      act(async ({ engine, idOf, answer }, refs: string[]) => {
        const ids = await Promise.all(refs.map((ref) => idOf(ref)));
        const done = await engine.call('credentials.trash', { ids });
        answer(
          { ...done, ids },
          `Moved ${done.changed} to the trash. "laurel undo" brings it back.`,
        );
      }),
    );

  program
    .command('restore <id...>')
    .description('take back from the trash')
    .action(
      act(async ({ engine, idOf, answer }, refs: string[]) => {
        const ids = await Promise.all(refs.map((ref) => idOf(ref, true)));
        const done = await engine.call('credentials.restore', { ids });
        answer({ ...done, ids }, `Restored ${done.changed}.`);
      }),
    );
}

function fieldsOf(options: AddOptions): CredentialPatch {
  let fields: CredentialPatch = {};
  for (const [option, field] of Object.entries(ADD_FIELDS)) {
    const text = options[option];
    if (typeof text === 'string') fields = { ...fields, ...patchFromText(field, text) };
  }
  const tags = options['tag'];
  return Array.isArray(tags) ? { ...fields, tags } : fields;
}

/** How many characters tell these ids apart, 8 at least, so that any of them can be typed. */
function uniqueLength(ids: readonly string[]): number {
  let length = 8;
  const sorted = ids.toSorted();
  sorted.forEach((id, index) => {
    const next = sorted[index + 1] ?? '';
    while (length < id.length && next.startsWith(id.slice(0, length))) length += 1;
  });
  return length;
}

/** The known facts, a line each. */
function describe(credential: Credential): string {
  const { status, daysLeft } = credential;
  const facts: ReadonlyArray<readonly [string, string | number | null | undefined]> = [
    ['Id', credential.id],
    ['Kind', credential.kind],
    ['Issuer', credential.issuer?.name],
    ['Platform', credential.platform],
    ['Status', daysLeft === null || daysLeft < 0 ? status : `${status}, ${daysLeft} days left`],
    ['Progress', credential.progress === null ? null : `${credential.progress} %`],
    ['Started', credential.started],
    ['Target', credential.target],
    ['Issued', credential.issued],
    ['Expires', credential.neverExpires ? 'never' : credential.expires],
    ['Number', credential.number],
    ['Link', credential.url],
    ['Hours', credential.hours],
    ['Credits', credential.credits && `${credential.credits.amount} ${credential.credits.system}`],
    ['Grade', credential.grade],
    ['Cost', credential.cost && `${toDecimal(credential.cost)} ${credential.cost.currency}`],
    ['Skills', credential.skills.join(', ')],
    ['Tags', credential.tags.join(', ')],
    ['Notes', credential.notes],
  ];
  const title =
    credential.abbreviation === null
      ? credential.title
      : `${credential.title} (${credential.abbreviation})`;
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return `${toLine(title)}\n${toTable(known.map(([name, value]) => [`  ${name}`, toLine(String(value))]))}`;
}
