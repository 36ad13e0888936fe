import { idSchema } from '#shared/domain/credential.ts';
import {
  daysBetween,
  fromEpochDay,
  LAST_YEAR,
  plainDateSchema,
  toEpochDay,
  type PlainDate,
} from '#shared/domain/plainDate.ts';
import { first, last, partialDateSchema } from '#shared/domain/partialDate.ts';
import type { CredentialFilter } from '#shared/procedures/credentials.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { CredentialRepository, SpanValues } from '../repositories/credentialRepository.ts';

type DueItem = ProcedureOutput<'credentials.due'>['items'][number];
type TimelineColumns = ProcedureOutput<'credentials.timeline'>;

/** How long after its end an expired credential still asks for attention. */
const EXPIRED_SHOWN_DAYS = 90;
/** Unit and record separators: no title holds them, since they are not printable. */
const FIELD = '\u001f';
const ROW = '\u001e';

const nothing = Number.NaN;
const dayNumber = (day: string | null): number =>
  day === null ? nothing : toEpochDay(plainDateSchema.parse(day));

const LAST_DAY = plainDateSchema.parse(`${LAST_YEAR}-12-31`);

/** The day so many days later, at most the last day that Laurel knows. */
const daysLater = (day: PlainDate, days: number): PlainDate =>
  fromEpochDay(Math.min(toEpochDay(day) + days, toEpochDay(LAST_DAY)));

export type OverviewService = ReturnType<typeof createOverviewService>;

/** What the first screens show: what is due, what is under way, the bars of the timeline. */
export function createOverviewService(credentials: CredentialRepository) {
  return {
    /** What needs attention from before `asOf` to `withinDays` after it, soonest first. */
    due: (asOf: PlainDate, withinDays: number, leadDays: number): DueItem[] => {
      const until = daysLater(asOf, withinDays);
      const items: DueItem[] = [];
      for (const span of credentials.spansEndingBy(until, asOf, leadDays, EXPIRED_SHOWN_DAYS)) {
        const item = dueOf(span, asOf, until);
        if (item) items.push(item);
      }
      for (const span of credentials.spans(
        { status: ['in-progress', 'planned'] },
        asOf,
        leadDays,
      )) {
        const [id, title, , , , , , , , target] = span;
        if (target === null) continue;
        const on = last(partialDateSchema.parse(target));
        const daysLeft = daysBetween(asOf, on);
        if (on > until) continue;
        items.push({
          credentialId: idSchema.parse(id),
          title,
          kind: 'target-date',
          on,
          daysLeft,
          reason:
            daysLeft < 0
              ? `Target date passed ${inDays(-daysLeft)} ago`
              : `Target date in ${inDays(daysLeft)}`,
        });
      }
      return items.toSorted((a, b) => compareText(a.on, b.on) || compareText(a.title, b.title));
    },

    /** Bars as columns; see the contract for their meaning. */
    timeline: (filter: CredentialFilter, asOf: PlainDate, leadDays: number): TimelineColumns => {
      const spans = credentials.spans(filter, asOf, leadDays);
      const count = spans.length;
      const columns = {
        start: new Float64Array(count),
        end: new Float64Array(count),
        graceEnd: new Float64Array(count),
        progress: new Float64Array(count),
      };
      const texts: string[] = [];
      spans.forEach(
        (
          [id, title, kind, issuer, status, from, to, ladderDays, progress, target, abbreviation],
          index,
        ) => {
          const open = status === 'in-progress' || status === 'planned';
          const until = open && target !== null ? last(partialDateSchema.parse(target)) : to;
          columns.start[index] =
            from === null ? nothing : toEpochDay(first(partialDateSchema.parse(from)));
          columns.end[index] = dayNumber(until);
          columns.graceEnd[index] =
            open || ladderDays === 0 ? nothing : dayNumber(until) + ladderDays;
          columns.progress[index] = progress ?? nothing;
          texts.push([id, title, kind, issuer, status, abbreviation].join(FIELD));
        },
      );
      return { count, ...columns, text: texts.join(ROW) };
    },

    /** @param weeklyHours hours of study a week, 0 when not stated */
    inProgress: (
      asOf: PlainDate,
      leadDays: number,
      weeklyHours: number,
    ): ProcedureOutput<'credentials.inProgress'> =>
      credentials
        .list(
          {
            filter: { status: ['in-progress'] },
            sort: 'title',
            descending: false,
            asOf,
            leadDays,
            limit: 500,
            offset: 0,
            after: null,
            newestHits: false,
          },
          asOf,
        )
        .items.map(({ id, title, issuer, platform, progress, target, hours }) => {
          const hoursLeft =
            hours === null ? null : Math.round(hours * (100 - (progress ?? 0))) / 100;
          const forecast =
            hoursLeft === null || weeklyHours === 0
              ? null
              : daysLater(asOf, Math.ceil((hoursLeft / weeklyHours) * 7));
          return {
            id,
            title,
            issuer: issuer?.name ?? null,
            platform,
            progress,
            target,
            hoursLeft,
            forecast,
          };
        }),
  };
}

function dueOf(span: SpanValues, asOf: PlainDate, until: PlainDate): DueItem | null {
  const [id, title, , , status, , to, ladderDays] = span;
  if (to === null) return null;
  const end = plainDateSchema.parse(to);
  const daysLeft = daysBetween(asOf, end);
  const item = (kind: DueItem['kind'], on: PlainDate, reason: string): DueItem => ({
    credentialId: idSchema.parse(id),
    title,
    kind,
    on,
    daysLeft: daysBetween(asOf, on),
    reason,
  });
  if (status === 'active' || status === 'expiring') {
    return end <= until
      ? item('expires', end, daysLeft === 0 ? 'Expires today' : `Expires in ${inDays(daysLeft)}`)
      : null;
  }
  if (status === 'grace')
    return item('grace', daysLater(end, ladderDays), `In grace since ${daysLater(end, 1)}`);
  if (status === 'suspended')
    return item('suspended', daysLater(end, ladderDays), `Suspended, ended ${end}`);
  return status === 'expired' && -daysLeft <= EXPIRED_SHOWN_DAYS
    ? item('expired', end, `Expired ${inDays(-daysLeft)} ago`)
    : null;
}

const inDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
