import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { defaultSettings } from '#shared/domain/settings.ts';
import type { QuickAddKnown } from '#shared/domain/quickAdd.ts';
import { useAsOf } from '../../asOf.tsx';
import { useProcedure } from '../../query.ts';

/** Where courses are taken, as against who awards them. */
const PLATFORMS = [
  'edX',
  'Coursera',
  'Udacity',
  'Udemy',
  'LinkedIn Learning',
  'FutureLearn',
  'DataCamp',
  'Codecademy',
  'Pluralsight',
  'Khan Academy',
  'Credly',
  'Trailhead',
  'Skillshop',
  'Microsoft Learn',
  'Google Digital Garage',
];

/** Names that quick add knows: the catalogue's, and those that the portfolio already uses. */
export function useKnown(): QuickAddKnown {
  const { today } = useAsOf();
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  const { data: facets } = useProcedure('credentials.facets', {});
  const { data: catalog } = useQuery({ queryKey: ['catalogue'], queryFn: loadCatalogue });
  return useMemo(() => {
    const entries = catalog?.credentials ?? [];
    const issuers = [
      ...(facets?.issuers ?? []).map(({ name }) => name),
      ...entries.map(({ issuer }) => issuer),
    ];
    const platforms = [...(facets?.platforms ?? []).map(({ name }) => name), ...PLATFORMS];
    return {
      asOf: today,
      dateOrder: settings.dateOrder,
      credentials: entries,
      issuers: [...new Set(issuers)],
      platforms: [...new Set(platforms)],
      issuerAliases: catalog?.issuerAliases ?? [],
    };
  }, [catalog, facets, settings.dateOrder, today]);
}

/** The catalogue is large and only needed here, so it is a part of its own. */
async function loadCatalogue(): Promise<Pick<QuickAddKnown, 'credentials' | 'issuerAliases'>> {
  return (await import('#shared/catalog/knownCredentials.ts')).knownCredentials();
}
