import { englishMonths } from '#shared/domain/dateWords.ts';
import { daysBetween, type PlainDate } from '#shared/domain/plainDate.ts';
import type { StudyPlan } from '#shared/domain/studyPlan.ts';
import type { Deadline } from '#shared/domain/reminderSubject.ts';
import { fromHundredths } from '#shared/domain/units.ts';

const QUARTER = 25;
/** From so many days before a deadline of the track, it is the next step. */
const SOON_DAYS = 14;

/** Whether a plan fits and, where not, by how many hours and what would do, in plain words. */
export function verdictWords(plan: StudyPlan, by: PlainDate): string {
  if (plan.courses.length === 0) return 'None of these courses has hours left to plan.';
  if (plan.fits) {
    const done = plan.courses
      .flatMap(({ finishes }) => finishes ?? [])
      .reduce((latest, day) => (day > latest ? day : latest));
    const spare = daysBetween(done, by);
    return `It fits: all is done on ${dayWords(done)}, ${spare === 0 ? 'the very day' : `${spare} ${spare === 1 ? 'day' : 'days'} to spare`}.`;
  }
  const worst = plan.courses.reduce((a, b) => (b.short > a.short ? b : a));
  const missing = `It does not fit: ${hoursWords(plan.short)} are missing for ${worst.course.title} by ${dayWords(worst.due)}.`;
  return plan.weeklyNeeded === null
    ? `${missing} There are no days left to study on.`
    : `${missing} It takes ${Math.ceil(plan.weeklyNeeded / QUARTER) / 4} h a week.`;
}

export type NextStepFacts = Readonly<{
  hoursLeft: number | null;
  hoursThisWeek: number;
  starts: PlainDate | null;
  forecast: PlainDate | null;
  slackDays: number | null;
  weekly: number;
  deadline: Readonly<{ kind: Deadline | 'target'; on: PlainDate; daysLeft: number }> | null;
}>;

const deadlineSteps: Readonly<Record<Deadline, string>> = {
  'verified-upgrade': 'Upgrade to the verified track by',
  refund: 'Ask for a refund, if you want one, by',
  aid: 'Ask for financial aid by',
  'free-trial': 'Cancel the free trial, if you do not want to pay, by',
};

/** What to do next for a course under way, in one plain sentence. */
export function nextStepWords(facts: NextStepFacts): string {
  const { deadline, hoursLeft, forecast, slackDays, starts } = facts;
  if (deadline !== null && deadline.kind !== 'target' && deadline.daysLeft <= SOON_DAYS)
    return `${deadlineSteps[deadline.kind]} ${dayWords(deadline.on)}.`;
  if (hoursLeft === null) return 'Say how many hours it takes, to see when it will be done.';
  if (hoursLeft === 0) return 'All is studied: record the certificate once you have it.';
  if (facts.weekly === 0)
    return 'Say how many hours a week you study, to see when it will be done.';
  if (slackDays !== null && slackDays < 0)
    return `At ${facts.weekly} h a week it is done ${-slackDays} ${slackDays === -1 ? 'day' : 'days'} after its target: study more, or move the target.`;
  if (facts.hoursThisWeek > 0) return `Study ${facts.hoursThisWeek} h this week.`;
  if (starts !== null && forecast !== null) return `Its turn comes on ${dayWords(starts)}.`;
  return 'At this pace it is not done within fifty years.';
}

/** A day as text: `5 May 2027`. */
function dayWords(day: PlainDate): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${englishMonths[Number(month) - 1] ?? ''} ${year}`;
}

function hoursWords(hundredths: number): string {
  return `${fromHundredths(hundredths)} h`;
}
