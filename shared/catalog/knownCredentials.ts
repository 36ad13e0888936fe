import { namedPrograms, policyCatalog } from '#shared/catalog/catalog.ts';
import type { KnownNames } from '#shared/domain/quickAddName.ts';
import { textKey } from '#shared/domain/textKey.ts';

/**
 * Names that the catalogue knows, with what it says of each: policies, then programs by name.
 * A name that a policy has too is known from there.
 */
export function knownCredentials(): Pick<KnownNames, 'credentials' | 'issuerAliases'> {
  const { policies, issuerAliases } = policyCatalog();
  const named = new Set(policies.map(({ name }) => textKey(name)));
  return {
    issuerAliases,
    credentials: [
      ...policies.map(({ id, name, abbreviation, issuer }) => ({
        id,
        policyId: id,
        name,
        abbreviation: abbreviation ?? null,
        issuer,
      })),
      ...namedPrograms()
        .filter(({ name }) => !named.has(textKey(name)))
        .map(({ id, name, abbreviation, issuer, kind, platform, hours, policyId }) => ({
          id,
          policyId,
          name,
          abbreviation,
          issuer,
          kind,
          ...(platform === null ? {} : { platform }),
          ...(hours === null ? {} : { hours }),
        })),
    ],
  };
}
