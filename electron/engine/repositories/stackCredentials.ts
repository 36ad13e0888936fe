import { z } from 'zod';
import type { Id } from '#shared/domain/credential.ts';
import { openCost } from '#shared/domain/credentialCost.ts';
import type { Money } from '#shared/domain/money.ts';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { StackCredential } from '#shared/domain/stackMatch.ts';
import type { Lifecycle } from '#shared/domain/status.ts';
import { textKey } from '#shared/domain/textKey.ts';
import { countsAsVerified, trackModeOf, trackModeSchema } from '#shared/domain/trackMode.ts';
import type { Database } from '../database.ts';

/** Bare values: objects per row, and a join for each, cost more than all that is made of them. */
type Row = [
  id: string,
  title: string,
  titleKey: string,
  abbreviation: string | null,
  kind: string,
  issuerId: string | null,
  policyId: string | null,
  tags: string,
  lifecycle: string,
  progress: number | null,
  started: string | null,
  target: string | null,
  issued: string | null,
  expires: string | null,
  leadDays: number | null,
  graceDays: number,
  suspendedDays: number,
  hours: number | null,
  creditsAmount: number | null,
  creditsSystem: string | null,
  grade: string | null,
  costMinor: number | null,
  costCurrency: string | null,
  verifiedTrack: 0 | 1 | null,
  skills: string,
];

const COLUMNS = `c.id, c.title, c.title_key, c.abbreviation, c.kind, c.issuer_id, c.policy_id, c.tags,
  c.lifecycle, c.progress, c.started, c.target, c.issued, c.expires,
  coalesce(c.lead_days, c.policy_lead_days), c.grace_days, c.suspended_days, c.hours,
  c.credits_amount, c.credits_system, c.grade, c.cost_minor, c.cost_currency, c.verified_track, c.skills`;
const SELECT = `SELECT ${COLUMNS} FROM credential c WHERE c.trashed_at IS NULL`;

/** What rules look for, as the columns hold it; of each rule its most telling part is enough. */
export type Wanted = Readonly<{
  ids: ReadonlySet<string>;
  titleKeys: ReadonlySet<string>;
  policyIds: ReadonlySet<string>;
  issuerIds: ReadonlySet<string>;
  kinds: ReadonlySet<string>;
  /** As `textKey` has them: the columns hold them as they were written. */
  abbreviations: ReadonlySet<string>;
  tags: ReadonlySet<string>;
}>;

const wordsSchema = z.array(z.string());
const NONE: readonly string[] = [];

export type StackCredentialQueries = ReturnType<typeof createStackCredentialQueries>;

/** What stacks ask of credentials: those that their rules may find, not the whole record. */
export function createStackCredentialQueries(db: Database) {
  // The columns named in the SQL are the row type's own, which SQLite cannot tell the compiler.
  const select = (condition: string) => db.prepare(`${SELECT} AND ${condition}`).raw(true);
  const among = (column: string) => select(`${column} IN (SELECT value FROM json_each(?))`);
  const by = {
    ids: among('c.id'),
    titleKeys: among('c.title_key'),
    policyIds: among('c.policy_id'),
    issuerIds: among('c.issuer_id'),
    kinds: among('c.kind'),
    abbreviations: among('c.abbreviation'),
    tags: select(`c.id IN (SELECT credential_id FROM credential_tag
        WHERE tag IN (SELECT value FROM json_each(?)))`),
  };
  const open = select(`c.lifecycle IN ('planned', 'in-progress')`);
  const skilled = select(`c.lifecycle = 'earned' AND c.skills <> '[]'`);
  const issuers = db.prepare<[], { id: string; name: string }>('SELECT id, name FROM issuer');
  const tracks = db.prepare<[], { id: string; mode: string }>(
    'SELECT id, mode FROM track WHERE mode IS NOT NULL',
  );
  // A line that states a share of a recorded subscription is no payment of its own.
  const payments = db.prepare<[], Payment>(
    `SELECT credential_id AS id, amount_minor AS amount, currency, paid_on AS paidOn
       FROM cost_line WHERE subscription_id IS NULL`,
  );
  const tags = db.prepare<[], string>('SELECT DISTINCT tag FROM credential_tag').pluck();
  const abbreviations = db
    .prepare<[], string>(
      'SELECT DISTINCT abbreviation FROM credential WHERE abbreviation IS NOT NULL',
    )
    .pluck();

  /** Spellings that the record has of words which are known by their key. */
  const spellings = (keys: ReadonlySet<string>, words: () => readonly string[]): string[] =>
    keys.size === 0 ? [] : words().filter((word) => keys.has(textKey(word)));

  const toCredentials = (
    rows: Iterable<Row>,
    leadDays: number,
    asOf: PlainDate,
  ): StackCredential[] => {
    const words = new Map<string, readonly string[]>([['[]', NONE]]);
    const context: Context = {
      asOf,
      leadDays,
      payments: Map.groupBy(payments.all(), ({ id }) => id),
      issuers: new Map(issuers.all().map(({ id, name }) => [id, name])),
      tracks: new Map(tracks.all().map(({ id, mode }) => [id, mode])),
      wordsOf: (text) => {
        const known = words.get(text) ?? wordsSchema.parse(JSON.parse(text));
        words.set(text, known);
        return known;
      },
    };
    return Array.from(rows, (row) => toCredential(row, context));
  };

  return {
    /** Every credential outside the trash that is wanted; each once, in any order. */
    wanted: (wanted: Wanted, leadDays: number, asOf: PlainDate): StackCredential[] => {
      const rows = new Map<string, Row>();
      const take = (field: keyof typeof by, values: Iterable<string>): void => {
        const list = [...values];
        if (list.length === 0) return;
        for (const row of by[field].all(JSON.stringify(list)) as Row[]) rows.set(row[0], row);
      };
      take('ids', wanted.ids);
      take('titleKeys', wanted.titleKeys);
      take('policyIds', wanted.policyIds);
      take('issuerIds', wanted.issuerIds);
      take('kinds', wanted.kinds);
      take(
        'tags',
        spellings(wanted.tags, () => tags.all()),
      );
      take(
        'abbreviations',
        spellings(wanted.abbreviations, () => abbreviations.all()),
      );
      return toCredentials(rows.values(), leadDays, asOf);
    },

    /** Planned ones and those under way. */
    open: (leadDays: number, asOf: PlainDate): StackCredential[] =>
      toCredentials(open.all() as Row[], leadDays, asOf),

    /** Earned ones that have skills. */
    skilled: (leadDays: number, asOf: PlainDate): StackCredential[] =>
      toCredentials(skilled.all() as Row[], leadDays, asOf),
  };
}

type Payment = Readonly<{
  id: string;
  amount: number;
  currency: string;
  paidOn: string | null;
}>;

type Context = Readonly<{
  asOf: PlainDate;
  leadDays: number;
  payments: ReadonlyMap<string, readonly Payment[]>;
  issuers: ReadonlyMap<string, string>;
  tracks: ReadonlyMap<string, string>;
  wordsOf: (text: string) => readonly string[];
}>;

function toCredential(row: Row, context: Context): StackCredential {
  const { leadDays, issuers, tracks, wordsOf } = context;
  const [
    id,
    title,
    titleKey,
    abbreviation,
    kind,
    issuerId,
    policyId,
    tags,
    lifecycle,
    progress,
    started,
    target,
    issued,
    expires,
    ownLeadDays,
    graceDays,
    suspendedDays,
    hours,
    creditsAmount,
    creditsSystem,
    grade,
    costMinor,
    costCurrency,
    verified,
    skills,
  ] = row;
  const date = (text: string | null) => text as PartialDate | null; // partialDateSchema let it in
  const cost = costMinor === null ? null : { amount: costMinor, currency: costCurrency ?? 'USD' };
  const verifiedTrack = verified === null ? null : verified === 1;
  const mode = trackModeSchema.nullable().parse(tracks.get(id) ?? null);
  return {
    id: id as Id, // an id of the record
    title,
    titleKey,
    abbreviation,
    kind,
    issuer: issuerId === null ? null : (issuers.get(issuerId) ?? null),
    issuerKey: issuerId,
    policyId,
    tags: wordsOf(tags),
    skills: wordsOf(skills),
    lifecycle: lifecycle as Lifecycle, // the table's own check
    progress,
    started: date(started),
    target: date(target),
    issued: date(issued),
    expires: date(expires),
    leadDays: ownLeadDays ?? leadDays,
    ladder: { graceDays, suspendedDays },
    hours,
    credits:
      creditsAmount === null ? null : { amount: creditsAmount, system: creditsSystem ?? 'other' },
    grade,
    cost,
    ...paymentsOf(id, lifecycle, cost, context),
    audit: !countsAsVerified(trackModeOf(mode, verifiedTrack)),
    verifiedTrack,
  };
}

/** What recorded payments say of the money; nothing where there are none. */
function paymentsOf(
  id: string,
  lifecycle: string,
  figure: Money | null,
  { payments, asOf }: Context,
): Pick<StackCredential, 'openCost' | 'paid'> {
  const lines = payments.get(id);
  if (lines === undefined) return {};
  const isPaid = ({ paidOn }: Payment) => paidOn !== null && paidOn <= asOf;
  const money = ({ amount, currency }: Payment): Money => ({ amount, currency });
  const paid = lines.filter(isPaid).map(money);
  if (lifecycle !== 'planned' && lifecycle !== 'in-progress') return { paid };
  const toCome = lines.filter((line) => !isPaid(line)).map(money);
  return { paid, openCost: openCost(figure, paid, toCome) };
}
