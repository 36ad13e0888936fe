import { kinds } from '#shared/domain/credential.ts';
import type { Status } from '#shared/domain/status.ts';
import { t } from '../../i18n/all.ts';
import type { GroupBy, ListItem, Row } from './rows.ts';

/** Most urgent first, as the status column sorts. */
const statusOrder: readonly Status[] = [
  'suspended',
  'grace',
  'expiring',
  'active',
  'scheduled',
  'in-progress',
  'planned',
  'expired',
  'revoked',
  'abandoned',
];

/** Stands for records that have no issuer or platform; no name is empty. */
const NOTHING = '';

/** Rows under headings, in the groups' own order; folded groups show their heading only. */
export function groupRows(
  rows: readonly Row[],
  by: GroupBy,
  folded: ReadonlySet<string>,
): ListItem[] {
  const groups = Map.groupBy(rows, (row) => row[by] ?? NOTHING);
  return [...groups]
    .toSorted(([a], [b]) => compareGroups(by, a, b))
    .flatMap(([key, members]): ListItem[] => {
      const heading: ListItem = {
        type: 'group',
        key,
        name: groupName(by, members[0], key),
        count: members.length,
        folded: folded.has(key),
      };
      return folded.has(key)
        ? [heading]
        : [heading, ...members.map((row): ListItem => ({ type: 'row', row }))];
    });
}

function compareGroups(by: GroupBy, a: string, b: string): number {
  if (by === 'kind') return place(kinds, a) - place(kinds, b);
  if (by === 'status') return place(statusOrder, a) - place(statusOrder, b);
  if (a === NOTHING || b === NOTHING) return a === NOTHING ? 1 : -1;
  return a.localeCompare(b);
}

const place = (order: readonly string[], name: string): number => order.indexOf(name);

function groupName(by: GroupBy, row: Row | undefined, key: string): string {
  if (row !== undefined && by === 'kind') return t(`common.kindGroups.${row.kind}`);
  if (row !== undefined && by === 'status') return t(`common.statuses.${row.status}`);
  if (key !== NOTHING) return key;
  return t(
    by === 'issuer' ? 'credentials.group.withoutIssuer' : 'credentials.group.withoutPlatform',
  );
}
