import { AppError } from '#shared/appError.ts';
import { defaultProfile, type Profile } from '#shared/domain/profile.ts';
import { textKey } from '#shared/domain/textKey.ts';
import { withDefined } from '#shared/domain/withDefined.ts';
import type { ParsedInput } from '#shared/procedures.ts';
import type { Writer } from '../changes.ts';
import { profileRow, type ProfileRepository } from '../repositories/profileRepository.ts';
import { canonicalLocale } from './outputLocale.ts';

type Parts = Readonly<{ writer: Writer; profiles: ProfileRepository; newId: () => string }>;

export type ProfileService = ReturnType<typeof createProfileService>;

/** Versions of the resume section under a name (features.md H6). */
export function createProfileService({ writer, profiles, newId }: Parts) {
  /** @throws AppError not_found */
  const existing = (id: string): Profile => {
    const profile = profiles.find(id);
    if (profile === null) {
      throw new AppError('not_found', 'There is no such version of the resume.', {
        path: 'profile',
      });
    }
    return profile;
  };

  return {
    all: profiles.all,
    get: existing,

    /**
     * Makes a profile or changes one; what is not named stays as it is.
     * @throws AppError not_found, invalid_input for a locale that is none or a missing name,
     *   conflict for a name that is taken
     */
    save: ({ id, profile: changes }: ParsedInput<'profiles.save'>): Profile => {
      const before = id === null ? null : existing(id);
      const base = before ?? { ...defaultProfile, id: newId(), name: '' };
      const { options: optionChanges = {}, ...rest } = changes;
      const options = withDefined(base.options, optionChanges);
      const after = {
        ...withDefined(base, rest),
        options: { ...options, locale: canonicalLocale(options.locale, 'options.locale') },
      };
      if (after.name === '') {
        throw new AppError('invalid_input', 'Give the version a name.', { path: 'profile.name' });
      }
      const taken = profiles
        .all()
        .some((each) => each.id !== after.id && textKey(each.name) === textKey(after.name));
      if (taken) {
        throw new AppError('conflict', `There is a version called "${after.name}" already.`, {
          path: 'profile.name',
        });
      }
      const saved = after as Profile; // newId gives what the brand stands for
      writer.run(`${before === null ? 'Saved' : 'Changed'} resume version ${saved.name}`, (tx) =>
        tx.put('resume_profile', profileRow(saved)),
      );
      return saved;
    },

    /** @throws AppError not_found */
    remove: (id: string): void => {
      const { name } = existing(id);
      writer.run(`Removed resume version ${name}`, (tx) => tx.remove('resume_profile', id));
    },
  };
}
