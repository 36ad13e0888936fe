import { AppError } from '#shared/appError.ts';
import { windowOpens } from '#shared/domain/cycle.ts';
import { openFees } from '#shared/domain/fee.ts';
import { first, last, type PartialDate } from '#shared/domain/partialDate.ts';
import {
  addMonthsToDay,
  fromEpochDay,
  plainDateSchema,
  toEpochDay,
  type PlainDate,
} from '#shared/domain/plainDate.ts';
import { remindersDue, type Reminder } from '#shared/domain/reminder.ts';
import {
  deliver,
  dismiss,
  markDone,
  marksOnceShown,
  pendingReminders,
  snooze,
  standingReminders,
  type ReminderMark,
  type StandingReminder,
} from '#shared/domain/reminderDelivery.ts';
import { previewReminders } from '#shared/domain/reminderPreview.ts';
import type { ReminderSettings } from '#shared/domain/reminderSettings.ts';
import type { ReminderSubject } from '#shared/domain/reminderSubject.ts';
import { toHundredths } from '#shared/domain/units.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { Writer } from '../changes.ts';
import type { ActivityRepository } from '../repositories/activityRepository.ts';
import type { ReminderRepository } from '../repositories/reminderRepository.ts';
import type { HeldCredential, HeldService } from './heldService.ts';
import type { LedgerService } from './ledgerService.ts';

type Parts = Readonly<{
  writer: Writer;
  reminders: ReminderRepository;
  held: HeldService;
  ledgers: LedgerService;
  activities: ActivityRepository;
  /** Subjects that other parts of the engine know of. */
  further?: readonly ((asOf: PlainDate) => readonly ReminderSubject[])[];
}>;

const MARKED: Readonly<Record<ReminderMark['state'], string>> = {
  shown: 'Reminder shown',
  snoozed: 'Put a reminder off',
  dismissed: 'Dismissed a reminder',
  done: 'Settled a reminder',
};

export type ReminderService = ReturnType<typeof createReminderService>;

/** Reminders of the portfolio (domain.md section 5): what is due, what was made of it, what will come. */
export function createReminderService({
  writer,
  reminders,
  held,
  ledgers,
  activities,
  further = [],
}: Parts) {
  /** Everything to be reminded of through a day, or ever, as the portfolio stands on another. */
  const subjectsOn = (asOf: PlainDate, through: PlainDate | null = null): ReminderSubject[] => {
    const dated = reminders.dated(
      asOf,
      through === null ? LAST_DAY : lastEndOf(reminders.settings(), through),
    );
    const known = reminders.knownSince();
    const paid = reminders.paidFees();
    const all = held.all();
    return [
      ...dated.flatMap(({ id, title, knownSince, expires, target, ladder }): ReminderSubject[] => {
        const about = { subjectId: id, title, knownSince };
        if (expires !== null) return [{ ...about, kind: 'expires', expires, ladder }];
        return target === null ? [] : [{ ...about, kind: 'target-date', target }];
      }),
      ...all.flatMap((item) =>
        heldSubjects(item, known.get(item.credential.id) ?? asOf, asOf, paid),
      ),
      ...unitSubjects(asOf, known),
      ...proofSubjects(all, known, asOf),
      ...further.flatMap((subjects) => subjects(asOf)),
    ];
  };

  const unitSubjects = (
    asOf: PlainDate,
    known: ReadonlyMap<string, PlainDate>,
  ): ReminderSubject[] =>
    ledgers.overview(asOf).flatMap(({ id, title, abbreviation, start, end, ledger }) =>
      ledger.requirements.flatMap(({ unit, total, counted, years, met }): ReminderSubject[] => {
        const about = {
          subjectId: id,
          title: abbreviation ?? title,
          knownSince: known.get(id) ?? asOf,
          part: unit,
          unit,
        };
        const pace: ReminderSubject = {
          ...about,
          kind: 'ce-behind-pace',
          cycleStart: start,
          cycleEnd: end,
          total: toHundredths(total),
          counted: toHundredths(counted),
        };
        return [
          ...(met || total === 0 ? [] : [pace]),
          ...years.flatMap((year): ReminderSubject[] =>
            year.min === null || year.met
              ? []
              : [
                  {
                    ...about,
                    kind: 'ce-year-minimum',
                    yearEnd: year.end,
                    min: toHundredths(year.min),
                    counted: toHundredths(year.counted),
                  },
                ],
          ),
        ];
      }),
    );

  const proofSubjects = (
    all: readonly HeldCredential[],
    known: ReadonlyMap<string, PlainDate>,
    asOf: PlainDate,
  ): ReminderSubject[] => {
    const withProofs = activities.proofDays();
    return all.flatMap(({ credential, policy, cycles }) =>
      cycles.flatMap(({ start, end }): ReminderSubject[] => {
        if (end === null || last(end) >= asOf) return [];
        const days = withProofs.get(credential.id) ?? [];
        const proofs = days.filter((day) => day >= first(start) && day <= last(end)).length;
        if (proofs === 0) return [];
        const title = credential.abbreviation ?? credential.title;
        const knownSince = known.get(credential.id) ?? asOf;
        const keptUntil = addMonthsToDay(last(end), policy.proofMonths);
        return [
          {
            subjectId: credential.id,
            title,
            knownSince,
            kind: 'proof-deletable',
            cycleEnd: end,
            keptUntil,
            proofs,
          },
        ];
      }),
    );
  };

  const dueOn = (asOf: PlainDate, settings: ReminderSettings): Reminder[] =>
    remindersDue(subjectsOn(asOf, asOf), settings, asOf);

  return {
    subjectsOn,
    settings: () => reminders.settings(),

    setSettings: (changes: ParsedInput<'reminders.setSettings'>): ReminderSettings => {
      const named = Object.fromEntries(
        Object.entries(changes).filter(([, value]) => value !== undefined),
      );
      const settings = { ...reminders.settings(), ...named };
      writer.run('Changed reminders', (tx) => reminders.putSettings(tx, settings), {
        undoable: false,
      });
      return settings;
    },

    due: (asOf: PlainDate): Reminder[] =>
      pendingReminders(dueOn(asOf, reminders.settings()), reminders.marks(), asOf),

    standing: (asOf: PlainDate): StandingReminder[] =>
      standingReminders(dueOn(asOf, reminders.settings()), reminders.marks(), asOf),

    deliver: (day: PlainDate, minute: number): ProcedureOutput<'reminders.deliver'> => {
      const settings = reminders.settings();
      const { notice, waiting } = deliver({
        due: dueOn(day, settings),
        marks: reminders.marks(),
        now: { day, minute },
        quietHours: settings.quietHours,
      });
      if (notice === null) return { notice: null, waiting: waiting.length };
      const shown =
        notice.kind === 'single'
          ? {
              title: notice.reminder.title,
              body: notice.reminder.body,
              reminders: [notice.reminder],
            }
          : { title: notice.title, body: notice.body, reminders: [...notice.reminders] };
      return { notice: shown, waiting: waiting.length };
    },

    /** @throws AppError invalid_input for a key that is none, or a snooze without a later day */
    mark: ({ keys, state, until, today }: ParsedInput<'reminders.mark'>): number => {
      const marks = reminders.marks();
      const made = keys.flatMap((key): readonly ReminderMark[] => {
        if (state === 'dismissed') return [dismiss(key)];
        if (state === 'done') return [markDone(key)];
        if (state === 'shown') return marksOnceShown([{ key }], marks);
        if (until === null)
          throw new AppError('invalid_input', 'Say until which day it is to be put off.', {
            path: 'until',
          });
        return [snooze(key, until, today)];
      });
      // That something was shown has happened; what the user says of it can be taken back.
      writer.run(MARKED[state], (tx) => made.forEach((mark) => reminders.putMark(tx, mark)), {
        undoable: state !== 'shown',
      });
      return keys.length;
    },

    preview: (asOf: PlainDate, months: number): ProcedureOutput<'reminders.preview'> =>
      previewReminders({
        subjects: subjectsOn(asOf, addMonthsToDay(asOf, months)),
        settings: reminders.settings(),
        marks: reminders.marks(),
        today: asOf,
        months,
      }).map(({ day, reminders: list }) => ({ day, reminders: [...list] })),
  };
}

/** Window and fees of a credential's latest cycle. */
function heldSubjects(
  { credential, policy, cycles }: HeldCredential,
  knownSince: PlainDate,
  asOf: PlainDate,
  paid: ReadonlySet<string>,
): ReminderSubject[] {
  const cycle = cycles.at(-1);
  if (!cycle || cycle.end === null) return [];
  const about = {
    subjectId: credential.id,
    title: credential.abbreviation ?? credential.title,
    knownSince,
  };
  const end: PartialDate = cycle.end;
  const window: ReminderSubject[] =
    policy.renewalWindow === null
      ? []
      : [
          {
            ...about,
            kind: 'renewal-window-opens',
            opens: windowOpens(policy.renewalWindow, end),
            cycleEnd: end,
          },
        ];
  const fees = openFees(policy, cycles, asOf).flatMap(
    ({ due: dueOn, fee: { per, price }, isFollowed }): ReminderSubject[] => {
      const isToCome = per === 'year' ? dueOn >= asOf : per === 'cycle' && !isFollowed;
      if (!isToCome || paid.has(`${credential.id} ${dueOn}`)) return [];
      const fee = per === 'year' ? 'Yearly fee' : 'Renewal fee';
      return [{ ...about, kind: 'fee-due', part: per, dueOn, fee, amount: price }];
    },
  );
  return [...window, ...fees];
}

const LAST_DAY = plainDateSchema.parse('2200-12-31');

/** The last end of which the longest offset before it is reached by a day. */
function lastEndOf(settings: ReminderSettings, through: PlainDate): PlainDate {
  const rules = [settings.kinds, ...Object.values(settings.subjects)].flatMap((kinds) => [
    ...(kinds.expires?.offsets ?? []),
    ...(kinds['target-date']?.offsets ?? []),
  ]);
  const days = toEpochDay(through) + Math.max(0, ...rules);
  return fromEpochDay(Math.min(days, toEpochDay(LAST_DAY)));
}
