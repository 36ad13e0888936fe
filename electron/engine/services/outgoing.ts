import { AppError } from '#shared/appError.ts';
import type { Credential, Id } from '#shared/domain/credential.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { CredentialRepository } from '../repositories/credentialRepository.ts';
import type { SettingRepository } from '../repositories/settingRepository.ts';

type Parts = Readonly<{ credentials: CredentialRepository; settings: SettingRepository }>;

export type Outgoing = ReturnType<typeof createOutgoing>;

/** What outputs are made from: credentials outside the trash as they stand on a day. */
export function createOutgoing({ credentials, settings }: Parts) {
  return {
    all: (asOf: PlainDate): Credential[] =>
      credentials.list(
        {
          filter: {},
          sort: 'title',
          descending: false,
          asOf,
          leadDays: settings.read().leadDays,
          limit: -1,
          offset: 0,
          after: null,
          newestHits: false,
        },
        asOf,
      ).items,

    /** @throws AppError not_found for one that is not there or in the trash */
    get: (id: Id, asOf: PlainDate): Credential => {
      const credential = credentials.get(id, asOf, settings.read().leadDays);
      if (credential.trashedAt !== null)
        throw new AppError('not_found', `${credential.title} is in the trash.`);
      return credential;
    },

    /** The same, null instead of a failure. */
    find: (id: Id, asOf: PlainDate): Credential | null => {
      if (credentials.isTrashed(id) !== false) return null;
      return credentials.get(id, asOf, settings.read().leadDays);
    },
  };
}
