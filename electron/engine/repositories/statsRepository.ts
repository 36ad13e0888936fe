import { z } from 'zod';
import { kindSchema } from '#shared/domain/credential.ts';
import { statusSchema } from '#shared/domain/status.ts';
import type { Database } from '../database.ts';
import { STATUS } from './credentialSql.ts';

const groupSchema = z.strictObject({ name: z.string(), count: z.int(), hours: z.number() });
export type Group = z.infer<typeof groupSchema>;

const yearSchema = z.strictObject({ year: z.string(), count: z.int(), hours: z.number() });
const hoursSchema = z.strictObject({
  earned: z.number(),
  inProgress: z.number(),
  left: z.number(),
});

/** Rows shown of issuers and platforms. */
const MOST = 1000;

export type StatsRepository = ReturnType<typeof createStatsRepository>;

/** Counts and sums over everything that is not in the trash. */
export function createStatsRepository(db: Database) {
  const byStatus = db.prepare<{ asOf: string; leadDays: number }, object>(
    `SELECT ${STATUS} AS status, count(*) AS count
       FROM credential c INDEXED BY credential_by_status
      WHERE c.trashed_at IS NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  const group = (name: string, join: string) =>
    db.prepare<[], object>(
      `SELECT ${name} AS name, count(*) AS count, coalesce(sum(c.hours), 0.0) AS hours
         FROM credential c ${join}
        WHERE c.trashed_at IS NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST}`,
    );
  const byKind = group('c.kind', '');
  const byIssuer = group('i.name', 'JOIN issuer i ON i.id = c.issuer_id');
  const byPlatform = group('p.name', 'JOIN platform p ON p.id = c.platform_id');
  const hours = db.prepare<[], object>(
    `SELECT total(CASE WHEN lifecycle IN ('earned', 'revoked') THEN hours END) AS earned,
            total(CASE lifecycle WHEN 'in-progress' THEN hours * coalesce(progress, 0) / 100.0 END) AS inProgress,
            total(CASE WHEN lifecycle IN ('in-progress', 'planned')
              THEN hours * (100 - coalesce(progress, 0)) / 100.0 END) AS left
       FROM credential WHERE trashed_at IS NULL`,
  );
  const credits = db.prepare<[], { system: string; amount: number }>(
    `SELECT credits_system AS system, sum(credits_amount) AS amount FROM credential
      WHERE trashed_at IS NULL AND lifecycle = 'earned' AND credits_amount IS NOT NULL
      GROUP BY 1 ORDER BY 1`,
  );
  const years = db.prepare<[], object>(
    `SELECT substr(issued, 1, 4) AS year, count(*) AS count, coalesce(sum(hours), 0.0) AS hours
       FROM credential
      WHERE trashed_at IS NULL AND lifecycle IN ('earned', 'revoked') AND issued IS NOT NULL
      GROUP BY 1`,
  );
  const activityYears = db.prepare<[], object>(
    `SELECT substr(happened_on, 1, 4) AS year, count(*) AS count, coalesce(sum(hours), 0) / 100.0 AS hours
       FROM activity GROUP BY 1`,
  );

  return {
    byStatus: (asOf: string, leadDays: number) =>
      byStatus
        .all({ asOf, leadDays })
        .map((row) => z.strictObject({ status: statusSchema, count: z.int() }).parse(row)),
    byKind: () => byKind.all().map((row) => groupSchema.extend({ name: kindSchema }).parse(row)),
    byIssuer: (): Group[] => byIssuer.all().map((row) => groupSchema.parse(row)),
    byPlatform: (): Group[] => byPlatform.all().map((row) => groupSchema.parse(row)),
    hours: () => hoursSchema.parse(hours.get()),
    credits: () => credits.all(),
    /** Of what was earned, by the year of issue. */
    years: () => years.all().map((row) => yearSchema.parse(row)),
    /** Of continuing education, by its day. */
    activityYears: () => activityYears.all().map((row) => yearSchema.parse(row)),
  };
}
