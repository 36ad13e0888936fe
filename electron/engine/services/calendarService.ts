import { randomUUID } from 'node:crypto';
import { first, last } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { ruleFor, type ReminderSettings } from '#shared/domain/reminderSettings.ts';
import { nextRenewal } from '#shared/domain/reminderRungs.ts';
import type { Deadline, ReminderSubject } from '#shared/domain/reminderSubject.ts';
import type { Writer } from '../changes.ts';
import { nextCalendarState, toCalendar, type CalendarEvent } from '../exporters/calendar.ts';
import type { CalendarRepository } from '../repositories/calendarRepository.ts';
import type { ReminderService } from './reminderService.ts';

type Parts = Readonly<{
  writer: Writer;
  calendar: CalendarRepository;
  reminders: ReminderService;
  /** Days of study, to stand beside those of reminders. */
  studyEvents?: (asOf: PlainDate) => CalendarEvent[];
  now: () => string;
}>;

export type CalendarService = ReturnType<typeof createCalendarService>;

/** The calendar file: every day to come that the portfolio knows, updated by each new file. */
export function createCalendarService({
  writer,
  calendar,
  reminders,
  studyEvents = () => [],
  now,
}: Parts) {
  return {
    /** The file as it stands on a day; remembers what it said, for the next one. */
    file: (asOf: PlainDate): Readonly<{ text: string; events: number }> => {
      const settings = reminders.settings();
      const events = [
        ...reminders
          .subjectsOn(asOf)
          .flatMap((subject) => eventOf(subject, settings, asOf) ?? [])
          .filter(({ on }) => on >= asOf),
        ...studyEvents(asOf),
      ];
      const entries = nextCalendarState(calendar.entries(), events, randomUUID);
      writer.run(
        'Made a calendar file',
        (tx) => entries.forEach((entry) => calendar.put(tx, entry)),
        {
          undoable: false,
        },
      );
      return {
        text: toCalendar({ name: 'Laurel', entries, events, stamp: now() }),
        events: events.length,
      };
    },
  };
}

const deadlineWords: Readonly<Record<Deadline, string>> = {
  'verified-upgrade': 'last day to upgrade',
  refund: 'last day for a refund',
  aid: 'last day to ask for aid',
  'free-trial': 'free trial ends',
};

/** The day of a subject, where it has one that is worth an entry of its own. */
function eventOf(
  subject: ReminderSubject,
  settings: ReminderSettings,
  asOf: PlainDate,
): CalendarEvent | null {
  const { isOn, offsets } = ruleFor(settings, subject.subjectId, subject.kind);
  const entry = (on: PlainDate, what: string, description: string): CalendarEvent => ({
    id: [subject.subjectId, subject.kind, subject.part ?? ''].join(':'),
    on,
    summary: `${subject.title}: ${what}`,
    description,
    alarmDays: isOn ? offsets : [],
  });
  switch (subject.kind) {
    case 'expires':
      return entry(last(subject.expires), 'expires', 'The last day on which it holds.');
    case 'renewal-window-opens':
      return entry(
        subject.opens,
        'renewal opens',
        `It can be renewed from today, until ${subject.cycleEnd}.`,
      );
    case 'target-date':
      return entry(last(subject.target), 'target date', 'The day by which you meant to finish it.');
    case 'fee-due':
      return entry(first(subject.dueOn), 'fee due', `${subject.fee} due.`);
    case 'ce-year-minimum':
      return entry(
        subject.yearEnd,
        `${subject.unit} of the year`,
        'The last day for the yearly minimum.',
      );
    case 'deadline':
      return entry(
        first(subject.on),
        deadlineWords[subject.deadline],
        'The last day on which it can be done.',
      );
    case 'subscription-renews': {
      const next = nextRenewal(subject, asOf);
      return next && entry(next, 'renews', 'It is paid for another month.');
    }
    default:
      return null;
  }
}
