import {
  defaultResumeOptions,
  profileFieldsSchema,
  profileSchema,
  resumeOptionsSchema,
  type Profile,
} from '#shared/domain/profile.ts';
import { z } from 'zod';
import type { Database } from '../database.ts';
import type { Row } from '../rowStore.ts';

type ProfileRow = Readonly<{ id: string; name: string; body: string }>;

/** What a row holds besides its name; options that it does not name are of a later Laurel. */
const bodySchema = profileFieldsSchema
  .omit({ name: true, options: true })
  .extend({ options: z.looseObject({}) });

export type ProfileRepository = ReturnType<typeof createProfileRepository>;

/** Saved versions of the resume section. */
export function createProfileRepository(db: Database) {
  const byId = db.prepare<[string], ProfileRow>(
    'SELECT id, name, body FROM resume_profile WHERE id = ?',
  );
  const all = db.prepare<[], ProfileRow>(
    'SELECT id, name, body FROM resume_profile ORDER BY name COLLATE NOCASE, id',
  );

  return {
    find: (id: string): Profile | null => {
      const row = byId.get(id);
      return row === undefined ? null : toProfile(row);
    },
    all: (): Profile[] => all.all().map(toProfile),
  };
}

/** The row of a profile, as the row store writes it. */
export function profileRow({ id, name, ...body }: Profile): Row {
  return { id, name, body: JSON.stringify(body) };
}

function toProfile({ id, name, body }: ProfileRow): Profile {
  const { options, ...rest } = bodySchema.parse(JSON.parse(body));
  const known = Object.keys(defaultResumeOptions);
  const own = Object.fromEntries(Object.entries(options).filter(([key]) => known.includes(key)));
  return profileSchema.parse({
    id,
    name,
    ...rest,
    options: resumeOptionsSchema.parse({ ...defaultResumeOptions, ...own }),
  });
}
