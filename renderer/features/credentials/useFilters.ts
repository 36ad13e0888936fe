import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { kinds, type Kind } from '#shared/domain/credential.ts';
import { statusSchema, type Status } from '#shared/domain/status.ts';
import type { CredentialFilter } from '#shared/procedures/credentials.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import type { CredentialsSearch } from '../../routes.tsx';
import type { ViewFilter } from './layout.ts';

export const facetNames = ['status', 'kind', 'issuer', 'platform', 'skill', 'tag'] as const;
export type FacetName = (typeof facetNames)[number];

export type FacetOption = Readonly<{ value: string; label: string; count: number }>;

export type Filters = Readonly<{
  filter: CredentialFilter;
  /** As the address says it, for a saved view. */
  view: ViewFilter;
  chosen: (facet: FacetName) => readonly string[];
  choose: (facet: FacetName, values: readonly string[]) => void;
  /** Facets that are set; the search words do not count as one. */
  setCount: number;
  isSet: boolean;
  /** Takes away all filters and the search words. */
  clear: () => void;
  /** Takes the filters of a view in place of what is set. */
  apply: (view: ViewFilter) => void;
}>;

const noFilter = {
  q: undefined,
  status: undefined,
  kind: undefined,
  issuer: undefined,
  platform: undefined,
  skill: undefined,
  tag: undefined,
} as const satisfies { [Name in keyof ViewFilter]-?: undefined };

/** The filter of the list, which lives in the address beside the search words of the top bar. */
export function useFilters(): Filters {
  const search = useSearch({ from: '/credentials' });
  const navigate = useNavigate({ from: '/credentials' });
  return useMemo(() => {
    const { id: _, ...view } = search;
    const change = (part: Partial<CredentialsSearch>) =>
      void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
    const setCount = facetNames.filter((facet) => search[facet] !== undefined).length;
    return {
      filter: filterOf(view),
      view,
      chosen: (facet) => search[facet] ?? [],
      choose: (facet, values) =>
        // Each chip offers only values of its own facet; the address checks them again.
        change({ [facet]: values.length === 0 ? undefined : values }),
      setCount,
      isSet: setCount > 0 || (search.q ?? '') !== '',
      clear: () => change(noFilter),
      apply: (next) => change({ ...noFilter, ...next }),
    };
  }, [search, navigate]);
}

function filterOf({ q, ...facets }: ViewFilter): CredentialFilter {
  const query = q?.trim() ?? '';
  return { ...facets, ...(query === '' ? {} : { query }) };
}

/**
 * What a facet offers, with how many credentials of the portfolio have it; undefined until read.
 * Counting them takes a while in a large portfolio, so only an open chip asks.
 */
export function useFacetOptions(
  facet: FacetName,
  enabled: boolean,
): readonly FacetOption[] | undefined {
  const { asOf } = useAsOf();
  const ofStatus = facet === 'status';
  const { data: facets } = useProcedure(
    'credentials.facets',
    {},
    { enabled: enabled && !ofStatus },
  );
  const { data: statuses } = useProcedure(
    'credentials.statusCounts',
    { asOf },
    { enabled: enabled && ofStatus },
  );
  return useMemo(() => {
    if ((ofStatus ? statuses : facets) === undefined) return undefined;
    const named = (options: readonly Readonly<{ name: string; count: number }>[] = []) =>
      options.map(({ name, count }) => ({ value: name, label: name, count }));
    const kindCounts = new Map(facets?.kinds.map(({ name, count }) => [name, count]));
    const inUse = ({ count }: FacetOption) => count > 0;
    switch (facet) {
      case 'status':
        return statusSchema.options
          .map((value) => ({
            value,
            label: statusWord(value),
            count: statuses?.counts[value] ?? 0,
          }))
          .filter(inUse);
      case 'kind':
        return kinds
          .map((value) => ({ value, label: kindWord(value), count: kindCounts.get(value) ?? 0 }))
          .filter(inUse);
      default:
        return named(facets?.[`${facet}s`]);
    }
  }, [facet, ofStatus, facets, statuses]);
}

const statusWord = (status: Status): string => t(`common.statuses.${status}`);
const kindWord = (kind: Kind): string => t(`common.kinds.${kind}`);

/** What is held, be it about to lapse or past its end with a way back. */
export const heldStatuses: readonly Status[] = ['active', 'expiring', 'grace', 'suspended'];

/** The chosen values in words, as a chip says them: "held, in progress", "Google +3". */
export function chosenWords(facet: FacetName, values: readonly string[]): string {
  const words =
    facet === 'status' ? statusWords(values) : facet === 'kind' ? values.map(kindLabel) : values;
  // Statuses are short words; the names of the other facets may each fill a chip.
  const shown = facet === 'status' ? 2 : 1;
  const joined = words.slice(0, shown).join(', ');
  const rest = words.length - shown;
  return rest <= 0 ? joined : t('credentials.filters.more', { values: joined, count: rest });
}

function statusWords(values: readonly string[]): string[] {
  const held = heldStatuses.every((status) => values.includes(status));
  const rest = values.filter((value) => !held || !heldStatuses.some((status) => status === value));
  const words = rest.flatMap((value) => {
    const status = statusSchema.safeParse(value);
    return status.success ? [statusWord(status.data).toLocaleLowerCase()] : [];
  });
  return held ? [t('credentials.filters.held'), ...words] : words;
}

function kindLabel(value: string): string {
  const kind = kinds.find((known) => known === value);
  return kind === undefined ? value : kindWord(kind);
}
