import { issuerKey, textKey } from '#shared/domain/textKey.ts';
import type { WritableDb } from '../changes.ts';
import type { Database } from '../database.ts';

type Named = Readonly<{ name: string; count: number }>;

export type WordRepository = ReturnType<typeof createWordRepository>;

/** Names that credentials share: issuers with their aliases, platforms, skills, tags. */
export function createWordRepository(db: Database) {
  const issuerByKey = db
    .prepare<{ key: string }, string>(
      `SELECT id FROM issuer WHERE name_key = :key
        UNION ALL SELECT issuer_id FROM issuer_alias WHERE name_key = :key LIMIT 1`,
    )
    .pluck();
  const platformByKey = db
    .prepare<[string], string>('SELECT id FROM platform WHERE name_key = ?')
    .pluck();
  const skillByKey = db
    .prepare<[string], string>('SELECT id FROM skill WHERE name_key = ?')
    .pluck();
  const named = (sql: string) => db.prepare<[], Named>(sql);
  const facets = {
    kinds: named(`SELECT kind AS name, count(*) AS count FROM credential
      WHERE trashed_at IS NULL GROUP BY 1 ORDER BY 2 DESC, 1`),
    issuers:
      named(`SELECT i.name, count(*) AS count FROM credential c JOIN issuer i ON i.id = c.issuer_id
      WHERE c.trashed_at IS NULL GROUP BY i.id ORDER BY 2 DESC, 1 LIMIT 1000`),
    platforms:
      named(`SELECT p.name, count(*) AS count FROM credential c JOIN platform p ON p.id = c.platform_id
      WHERE c.trashed_at IS NULL GROUP BY p.id ORDER BY 2 DESC, 1 LIMIT 1000`),
    skills: named(`SELECT name, sum(n) AS count FROM (
        SELECT s.skill AS name, count(*) AS n FROM credential_skill s JOIN credential c ON c.id = s.credential_id
         WHERE c.trashed_at IS NULL GROUP BY 1
        UNION ALL SELECT name, 0 FROM skill)
      GROUP BY name ORDER BY 2 DESC, 1 LIMIT 1000`),
    tags: named(`SELECT t.tag AS name, count(*) AS count FROM credential_tag t JOIN credential c ON c.id = t.credential_id
      WHERE c.trashed_at IS NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1000`),
  };

  return {
    /** Id of the issuer of that name or alias, or undefined. */
    findIssuer: (name: string): string | undefined => issuerByKey.get({ key: issuerKey(name) }),
    findSkill: (name: string): string | undefined => skillByKey.get(textKey(name)),

    /** Id of the issuer of that name or alias; made when there is none. */
    issuerId: (tx: WritableDb, name: string): string => {
      const key = issuerKey(name);
      const known = issuerByKey.get({ key });
      if (known !== undefined) return known;
      const id = tx.newId();
      tx.put('issuer', { id, name: name.trim(), name_key: key, url: null, aliases: '[]' });
      return id;
    },

    /** Id of the platform of that name; made when there is none. */
    platformId: (tx: WritableDb, name: string): string => {
      const key = textKey(name);
      const known = platformByKey.get(key);
      if (known !== undefined) return known;
      const id = tx.newId();
      tx.put('platform', { id, name: name.trim(), name_key: key });
      return id;
    },

    /** Records a skill that the holder states; false when it is there already. */
    addSkill: (tx: WritableDb, name: string): boolean => {
      const key = textKey(name);
      if (skillByKey.get(key) !== undefined) return false;
      tx.put('skill', { id: tx.newId(), name: name.trim(), name_key: key });
      return true;
    },

    facets: () => ({
      kinds: facets.kinds.all(),
      issuers: facets.issuers.all(),
      platforms: facets.platforms.all(),
      skills: facets.skills.all(),
      tags: facets.tags.all(),
    }),
  };
}
