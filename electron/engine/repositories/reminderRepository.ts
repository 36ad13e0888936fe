import { z } from 'zod';
import { partialDateSchema, type PartialDate } from '#shared/domain/partialDate.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import type { ReminderMark } from '#shared/domain/reminderDelivery.ts';
import {
  defaultReminderSettings,
  reminderSettingsSchema,
  type ReminderSettings,
} from '#shared/domain/reminderSettings.ts';
import { TOLD_AFTER_DAYS } from '#shared/domain/reminderRungs.ts';
import type { Ladder } from '#shared/domain/status.ts';
import type { WritableDb } from '../changes.ts';
import type { Database } from '../database.ts';

const SETTING = 'reminders';

const markSchema = z.strictObject({
  key: z.string(),
  state: z.enum(['shown', 'snoozed', 'dismissed', 'done']),
  until: plainDateSchema.nullable(),
});

type DatedQuery = Readonly<{ asOf: PlainDate; lastEnd: PlainDate; toldDays: number }>;

type DatedRow = Readonly<{
  id: string;
  title: string;
  lifecycle: string;
  expires: string | null;
  target: string | null;
  grace_days: number;
  suspended_days: number;
  created_at: string;
}>;

/** What reminders ask of a credential's own dates. */
export type DatedCredential = Readonly<{
  id: string;
  title: string;
  knownSince: PlainDate;
  /** Of an earned one. */
  expires: PartialDate | null;
  /** Of one that is planned or in progress. */
  target: PartialDate | null;
  ladder: Ladder;
}>;

export type ReminderRepository = ReturnType<typeof createReminderRepository>;

/** Marks and settings of reminders, and the dates that reminders are about. */
export function createReminderRepository(db: Database) {
  const marks = db.prepare<[], object>('SELECT id AS key, state, until FROM reminder_mark');
  const setting = db.prepare<[string], string>('SELECT value FROM setting WHERE id = ?').pluck();
  // A partial date sorts before every day in it, and with '~' after it behind them all.
  const dated = db.prepare<DatedQuery, DatedRow>(
    `SELECT id, coalesce(abbreviation, title) AS title, lifecycle, expires, target,
            grace_days, suspended_days, created_at
       FROM credential
      WHERE trashed_at IS NULL
        AND ((lifecycle = 'earned' AND expires_last <= :lastEnd
              AND date(expires_last, (grace_days + suspended_days + :toldDays) || ' days') >= :asOf)
          OR (lifecycle IN ('planned', 'in-progress') AND target <= :lastEnd
              AND target || '~' >= date(:asOf, -:toldDays || ' days')))`,
  );
  const recorded = db.prepare<[], { id: string; created_at: string }>(
    'SELECT id, created_at FROM credential WHERE policy_id IS NOT NULL AND trashed_at IS NULL',
  );
  const payments = db.prepare<[], { credential_id: string; due_on: string }>(
    'SELECT credential_id, due_on FROM fee_payment',
  );

  return {
    marks: (): ReminderMark[] => marks.all().map((row) => markSchema.parse(row)),

    settings: (): ReminderSettings => {
      const value = setting.get(SETTING);
      return value === undefined
        ? defaultReminderSettings
        : reminderSettingsSchema.parse(JSON.parse(value));
    },

    putMark: (tx: WritableDb, { key, state, until }: ReminderMark): void =>
      tx.put('reminder_mark', { id: key, state, until, marked_at: tx.at }),

    putSettings: (tx: WritableDb, settings: ReminderSettings): void =>
      tx.put('setting', { id: SETTING, value: JSON.stringify(settings) }),

    /**
     * Credentials whose own dates may give a reminder from `asOf` on, through those that end by
     * `lastEnd`; what was over more than the days before that reminders are told for is left out.
     */
    dated: (asOf: PlainDate, lastEnd: PlainDate): DatedCredential[] =>
      dated.all({ asOf, lastEnd, toldDays: TOLD_AFTER_DAYS }).map((row) => ({
        id: row.id,
        title: row.title,
        knownSince: plainDateSchema.parse(row.created_at.slice(0, 10)),
        expires:
          row.lifecycle === 'earned' ? partialDateSchema.nullable().parse(row.expires) : null,
        target: row.lifecycle === 'earned' ? null : partialDateSchema.nullable().parse(row.target),
        ladder: { graceDays: row.grace_days, suspendedDays: row.suspended_days },
      })),

    /** Since when each credential with a policy is on record. */
    knownSince: (): ReadonlyMap<string, PlainDate> =>
      new Map(
        recorded
          .all()
          .map(({ id, created_at: at }) => [id, plainDateSchema.parse(at.slice(0, 10))]),
      ),

    /** `<credential> <day>` of every fee that was paid. */
    paidFees: (): ReadonlySet<string> =>
      new Set(payments.all().map(({ credential_id: id, due_on: day }) => `${id} ${day}`)),
  };
}
