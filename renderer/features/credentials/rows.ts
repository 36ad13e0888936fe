import type { Kind } from '#shared/domain/credential.ts';
import type { Status } from '#shared/domain/status.ts';
import type { CredentialRowColumns } from '#shared/procedures/credentials.ts';

/** One line of the list. */
export type Row = Readonly<{
  id: string;
  title: string;
  abbreviation: string | null;
  kind: Kind;
  issuer: string | null;
  platform: string | null;
  status: Status;
  issued: string | null;
  expires: string | null;
  daysLeft: number | null;
  progress: number | null;
}>;

export type GroupBy = 'kind' | 'issuer' | 'status' | 'platform';

/** A line of the list, or the heading of a group of lines; `key` tells groups apart. */
export type ListItem =
  | Readonly<{ type: 'row'; row: Row }>
  | Readonly<{ type: 'group'; key: string; name: string; count: number; folded: boolean }>;

/** Everything in the list, of which only some may be loaded. */
export type ListItems = Readonly<{
  /** Lines and headings together. */
  count: number;
  /** Credentials that match; undefined until known. */
  total: number | undefined;
  /** Undefined while the line is on its way. */
  itemAt: (index: number) => ListItem | undefined;
  /** Place of a credential, or -1 when it is not among what is loaded. */
  indexOf: (id: string) => number;
}>;

/** Id of a line's element, by which the grid names where the keyboard is. */
export const lineId = (id: string): string => `line-${id}`;

/** The row at `index` of columns that the engine sent, or undefined past their end. */
export function rowAt(columns: CredentialRowColumns, index: number): Row | undefined {
  const id = columns.id[index];
  if (id === undefined) return undefined;
  return {
    id,
    title: columns.title[index] ?? '',
    abbreviation: columns.abbreviation[index] ?? null,
    // The engine fills these two from kindSchema and statusSchema; parsing each row again costs frames.
    kind: columns.kind[index] as Kind,
    status: columns.status[index] as Status,
    issuer: columns.issuer[index] ?? null,
    platform: columns.platform[index] ?? null,
    issued: columns.issued[index] ?? null,
    expires: columns.expires[index] ?? null,
    daysLeft: columns.daysLeft[index] ?? null,
    progress: columns.progress[index] ?? null,
  };
}
