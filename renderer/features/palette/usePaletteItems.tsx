import { IconCertificate, IconPlus, type Icon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { statusSchema } from '#shared/domain/status.ts';
import type { CredentialRowColumns } from '#shared/procedures/credentials.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { openQuickAdd } from '../shell/overlays.ts';
import { useCommands } from '../shell/useCommands.tsx';
import { fuzzyMatch, type FuzzyMatch } from './fuzzy.ts';

export type PaletteItem = Readonly<{
  key: string;
  group: 'commands' | 'credentials' | 'add';
  label: string;
  ranges: FuzzyMatch['ranges'];
  /** Said after the label: a status and its date. */
  hint: string;
  keys: string | null;
  icon: Icon;
  run: () => void;
}>;

type Row = Readonly<{ id: string; label: string; hint: string }>;

const MOST_COMMANDS = 6;
const MOST_RECORDS = 8;
/** How many records are matched letter by letter; beyond them the engine's search answers. */
const LOADED = 1000;

/** What fits the query, best first, and how much there is to choose from. */
export function usePaletteItems(
  query: string,
): Readonly<{ items: readonly PaletteItem[]; total: number }> {
  const commands = useCommandItems(query);
  const { items: records, total } = useRecordItems(query);
  const items = [...commands.items, ...records, ...addItem(query, commands.items.length)];
  return { items, total: commands.total + total };
}

function useCommandItems(query: string) {
  const commands = useCommands();
  return useMemo(() => {
    const open = commands.filter(({ hidden }) => hidden !== true);
    const found = open.flatMap(({ id, label, keys, icon, run }) => {
      const match = fuzzyMatch(query, label);
      if (match === null) return [];
      const item: PaletteItem = {
        key: id,
        group: 'commands',
        label,
        ranges: match.ranges,
        hint: '',
        keys: keys ?? null,
        icon,
        run,
      };
      return [{ item, score: match.score }];
    });
    const best = query.trim() === '' ? found : found.toSorted((a, b) => b.score - a.score);
    const items = best.slice(0, MOST_COMMANDS).map(({ item }) => item);
    return { items, total: open.length };
  }, [commands, query]);
}

/** Words that no command fits may be a credential that is not recorded yet. */
function addItem(query: string, found: number): readonly PaletteItem[] {
  const text = query.trim();
  if (text === '' || found > 0) return [];
  return [
    {
      key: 'add-named',
      group: 'add',
      label: t('palette.addNamed', { query: text }),
      ranges: [],
      hint: '',
      keys: null,
      icon: IconPlus,
      run: () => openQuickAdd(text),
    },
  ];
}

function useRecordItems(query: string) {
  const { asOf } = useAsOf();
  const navigate = useNavigate();
  const describe = useDescribe();
  const searched = query.trim() !== '';
  const loaded = useProcedure('credentials.rows', {
    asOf,
    limit: LOADED,
    sort: 'title',
    withTotal: true,
  });
  const hits = useProcedure(
    'credentials.rows',
    { asOf, limit: MOST_RECORDS, filter: { query: query.trim() } },
    { enabled: searched, keepPrevious: true },
  );
  return useMemo(() => {
    const rows = loaded.data === undefined ? [] : describe(loaded.data.columns);
    const found = hits.data === undefined || !searched ? [] : describe(hits.data.columns);
    const items = searched ? rank(query, rows, found) : [];
    return {
      total: loaded.data?.total ?? 0,
      items: items.map(({ id, label, hint, ranges }): PaletteItem => ({
        key: id,
        group: 'credentials',
        label,
        ranges,
        hint,
        keys: null,
        icon: IconCertificate,
        run: () => void navigate({ to: '/credentials', search: { id } }),
      })),
    };
  }, [loaded.data, hits.data, describe, query, searched, navigate]);
}

/** Titles that fit come first; then what the engine found in other fields. */
function rank(query: string, rows: readonly Row[], hits: readonly Row[]) {
  const byId = new Map([...rows, ...hits].map((row) => [row.id, row]));
  const hitIds = new Set(hits.map(({ id }) => id));
  return [...byId.values()]
    .flatMap((row) => {
      const match = fuzzyMatch(query, row.label);
      if (match !== null) return [{ ...row, ranges: match.ranges, score: match.score }];
      return hitIds.has(row.id) ? [{ ...row, ranges: [], score: 0 }] : [];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_RECORDS);
}

function useDescribe(): (columns: CredentialRowColumns) => readonly Row[] {
  const format = useFormat();
  return useMemo(
    () => (columns) =>
      columns.id.map((id, index) => {
        const abbreviation = columns.abbreviation[index] ?? null;
        const status = statusSchema.parse(columns.status[index]);
        const expires = format.date(columns.expires[index] ?? null);
        const parts = [t(`common.statuses.${status}`), expires].filter((part) => part !== '');
        const title = columns.title[index] ?? '';
        return {
          id,
          label: abbreviation === null ? title : `${title}, ${abbreviation}`,
          hint: parts.join(', '),
        };
      }),
    [format],
  );
}
