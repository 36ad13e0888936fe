import { useMemo } from 'react';
import { useProcedure } from '../../query.ts';

/** Names that may be offered while one is typed. */
export type Suggested = 'issuers' | 'platforms' | 'skills' | 'tags';

/** Names of a kind in use, most used first; read only while something is being edited. */
export function useSuggestions(kind: Suggested | undefined): string[] {
  const { data: facets } = useProcedure('credentials.facets', {}, { enabled: kind !== undefined });
  return useMemo(
    () => (kind === undefined ? [] : (facets?.[kind].map(({ name }) => name) ?? [])),
    [facets, kind],
  );
}
