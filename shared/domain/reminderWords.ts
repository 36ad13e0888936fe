import { englishMonths } from '#shared/domain/dateWords.ts';
import { oneLine } from '#shared/domain/escape.ts';
import { toDecimal, type Money } from '#shared/domain/money.ts';
import { first, precisionOf, type PartialDate } from '#shared/domain/partialDate.ts';
import {
  daysBetween,
  fromEpochDay,
  LAST_EPOCH_DAY,
  toEpochDay,
  type PlainDate,
} from '#shared/domain/plainDate.ts';
import type { Rung } from '#shared/domain/reminderRungs.ts';
import type {
  Deadline,
  ExpirySubject,
  PaceSubject,
  ReminderSubject,
} from '#shared/domain/reminderSubject.ts';
import { statusOn } from '#shared/domain/status.ts';
import { fromHundredths } from '#shared/domain/units.ts';

export type ReminderWords = Readonly<{ title: string; body: string }>;

/** What of a name is shown: notifications cut long ones in places of their own choosing. */
const NAME_LENGTH = 80;

const deadlineWords: Readonly<Record<Deadline, readonly [what: string, advice: string]>> = {
  'verified-upgrade': ['Your chance to upgrade to the verified track of', 'Upgrade by then.'],
  refund: ['Your time to ask for a refund of', 'Ask by then if you want your money back.'],
  aid: ['Your time to ask for financial aid for', 'Send your request by then.'],
  'free-trial': ['Your free trial of', 'Cancel by then if you do not want to pay.'],
};

/** A reminder in words, as they are true on the day `asOf`; plain text on one line each. */
export function reminderWords(
  subject: ReminderSubject,
  { end }: Pick<Rung, 'end'>,
  asOf: PlainDate,
): ReminderWords {
  const name = shortName(subject.title);
  const left = daysBetween(asOf, end);
  switch (subject.kind) {
    case 'expires':
      return expiryWords(subject, name, end, asOf);
    case 'renewal-window-opens': {
      const { opens, cycleEnd } = subject;
      if (left < 0) {
        return {
          title: `The time to renew ${name} is over`,
          body: `You could renew it from ${dateWords(opens)}; its cycle ended ${onWords(cycleEnd)}.`,
        };
      }
      const untilOpen = daysBetween(asOf, opens);
      return {
        title: `You can renew ${name} ${untilOpen > 0 ? daysWords(untilOpen) : 'now'}`,
        body: `You can renew it from ${dateWords(opens)}; its cycle ends ${onWords(cycleEnd)}.`,
      };
    }
    case 'ce-behind-pace':
      return paceWords(subject, name, end, asOf);
    case 'ce-year-minimum': {
      const { counted, min } = subject;
      const unit = shortName(subject.unit);
      const have = `${fromHundredths(counted)} of the ${fromHundredths(min)} ${unit}`;
      return left < 0
        ? {
            title: `${name} lacked ${unit} in its last year`,
            body: `You had ${have} that the year to ${dateWords(end)} asked for.`,
          }
        : {
            title: `${name} needs ${fromHundredths(min - counted)} more ${unit} by ${dateWords(end)}`,
            body: `You have ${have} that the year to ${dateWords(end)} asks for.`,
          };
    }
    case 'target-date': {
      const verb = left < 0 ? 'was' : 'is';
      return {
        title: `Your target for ${name} ${verb} ${daysWords(left)}`,
        body: `You set out to finish it by ${dateWords(subject.target)}.${left < 0 ? ' If you need longer, move the target.' : ''}`,
      };
    }
    case 'fee-due': {
      const { dueOn, amount } = subject;
      const price = amount === null ? '' : ` of ${moneyWords(amount)}`;
      return {
        title: `A fee for ${name} ${left < 0 ? 'was' : 'is'} due ${whenWords(dueOn, asOf)}`,
        body: `${shortName(subject.fee)}${price}, due ${onWords(dueOn)}. You have not marked it as paid.`,
      };
    }
    case 'deadline': {
      const [what, advice] = deadlineWords[subject.deadline];
      const { on } = subject;
      return left < 0
        ? {
            title: `${what} ${name} ended ${whenWords(on, asOf)}`,
            body: `It ended ${onWords(on)}.`,
          }
        : {
            title: `${what} ${name} ends ${whenWords(on, asOf)}`,
            body: `It ends ${onWords(on)}. ${advice}`,
          };
    }
    case 'subscription-renews': {
      const { price } = subject;
      const cost = price === null ? '' : ` for ${moneyWords(price)}`;
      return left < 0
        ? {
            title: `${name} renewed ${daysWords(left)}`,
            body: `It renewed ${onWords(end)}${cost}. Cancel it if you no longer need it.`,
          }
        : {
            title: `${name} renews ${daysWords(left)}`,
            body: `It renews ${onWords(end)}${cost}. Cancel before then if you no longer need it.`,
          };
    }
    case 'proof-deletable': {
      const { proofs, keptUntil, cycleEnd } = subject;
      const canDelete = daysBetween(asOf, keptUntil) < 0;
      const which = proofs === 1 ? 'The proof' : `The ${proofs} proofs`;
      return {
        title: `You can delete old proofs of ${name}${canDelete ? '' : ` from ${laterWords(keptUntil, 1)}`}`,
        body: `${which} of the cycle that ended ${onWords(cycleEnd)} ${canDelete ? 'had to' : 'must'} be kept through ${dateWords(keptUntil)}.`,
      };
    }
    case 'stack-at-risk': {
      const part = shortName(subject.credentialTitle);
      const verb = left < 0 ? 'expired' : 'expires';
      return {
        title: `Your stack ${name} is at risk`,
        body: `${part} ${verb} ${onWords(subject.expires)}, but you need it until ${dateWords(subject.neededUntil)}. Renew it in time.`,
      };
    }
  }
}

function expiryWords(
  { expires, ladder }: ExpirySubject,
  name: string,
  end: PlainDate,
  asOf: PlainDate,
): ReminderWords {
  const left = daysBetween(asOf, end);
  if (left > 0) {
    return {
      title: `${name} expires ${daysWords(left)}`,
      body: `You hold it through ${dateWords(expires)}. Renew it by then to keep it.`,
    };
  }
  if (left === 0) {
    return { title: `${name} expires today`, body: 'Today is the last day on which you hold it.' };
  }
  const { status } = statusOn(
    { lifecycle: 'earned', issued: null, expires, leadDays: 0, ladder },
    asOf,
  );
  const title = `${name} expired ${daysWords(left)}`;
  const graceEnd = laterWords(end, ladder?.graceDays ?? 0);
  const lastRung = laterWords(end, (ladder?.graceDays ?? 0) + (ladder?.suspendedDays ?? 0));
  if (status === 'grace') {
    return { title, body: `You are in its grace period: you can renew it until ${graceEnd}.` };
  }
  if (status === 'suspended') {
    return {
      title,
      body: `It is suspended: do not use it. You can have it reinstated until ${lastRung}.`,
    };
  }
  return { title, body: `It ended ${onWords(expires)}. You no longer hold it.` };
}

function paceWords(
  { unit: unitName, total, counted, cycleStart }: PaceSubject,
  name: string,
  end: PlainDate,
  asOf: PlainDate,
): ReminderWords {
  const unit = shortName(unitName);
  const have = `${fromHundredths(counted)} of ${fromHundredths(total)} ${unit}`;
  if (asOf > end) {
    return {
      title: `${name} ended its cycle short of ${unit}`,
      body: `You had ${have} when the cycle ended ${onWords(end)}.`,
    };
  }
  const start = first(cycleStart);
  const share = daysBetween(start, asOf) / Math.max(daysBetween(start, end), 1);
  const expected = fromHundredths(Math.round(total * share));
  return {
    title: `You are behind on ${unit} for ${name}`,
    body: `You have ${have}; an even pace would be at ${expected} by now. The cycle ends ${onWords(end)}.`,
  };
}

/** A date as text: `5 May 2027`, `May 2027`, `2027`. */
function dateWords(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  const parts = [day && String(Number(day)), month && englishMonths[Number(month) - 1], year];
  return parts.filter((part) => part !== undefined).join(' ');
}

function onWords(date: PartialDate): string {
  return `${precisionOf(date) === 'day' ? 'on' : 'in'} ${dateWords(date)}`;
}

/** How far off it is; of a date without a day, which month or year it is. */
function whenWords(date: PartialDate, asOf: PlainDate): string {
  return precisionOf(date) === 'day' ? daysWords(daysBetween(asOf, first(date))) : onWords(date);
}

function daysWords(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** The day so many days later, or the last that can be recorded. */
function laterWords(day: PlainDate, days: number): string {
  return dateWords(fromEpochDay(Math.min(toEpochDay(day) + days, LAST_EPOCH_DAY)));
}

function moneyWords(money: Money): string {
  return `${toDecimal(money)} ${money.currency}`;
}

function shortName(text: string): string {
  const signs = Array.from(oneLine(text));
  return signs.length <= NAME_LENGTH
    ? signs.join('')
    : `${signs.slice(0, NAME_LENGTH - 1).join('')}…`;
}
