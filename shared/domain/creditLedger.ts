import type { Id } from '#shared/domain/credential.ts';
import { checksOf } from '#shared/domain/creditChecks.ts';
import type { CreditState, OfferCase, OfferFields, OfferLine } from '#shared/domain/creditOffer.ts';
import { last } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { gradePercent } from '#shared/domain/stackProgress.ts';
import { issuerKey, textKey } from '#shared/domain/textKey.ts';

/** Offers go to the same degree when institution and degree have the same names. */
export function degreeKeyOf({
  institution,
  degree,
}: Readonly<{ institution: string; degree: string }>): string {
  return `${issuerKey(institution)} ${textKey(degree)}`;
}

/**
 * Every offer with what of it counts on a day (features.md C3). An offer is not credit: only what the
 * institution accepted counts, and only while admission, deadline and the once-per-degree rule hold.
 */
export function judgeOffers(cases: readonly OfferCase[], asOf: PlainDate): OfferLine[] {
  const lines = new Map<Id, OfferLine>();
  for (const offers of Map.groupBy(cases, ({ fields }) => degreeKeyOf(fields)).values()) {
    for (const line of judgeDegree(offers, asOf)) lines.set(line.id, line);
  }
  return cases.flatMap(({ id }) => lines.get(id) ?? []);
}

/** Offers of one degree: whose credit was accepted first takes the courses. */
function judgeDegree(offers: readonly OfferCase[], asOf: PlainDate): OfferLine[] {
  const takenBy = new Map<string, OfferCase>();
  return offers
    .toSorted((a, b) => compare(firstAccepted(a), firstAccepted(b)))
    .map((offer) => {
      const taken = offer.fields.countsOnce ? firstTaken(offer, takenBy) : null;
      const line = judge(offer, taken, asOf);
      if (line.accepted > 0) {
        for (const { key } of offer.courses) if (!takenBy.has(key)) takenBy.set(key, offer);
      }
      return line;
    });
}

type Taken = Readonly<{ course: string; by: string }>;

function firstTaken({ courses }: OfferCase, takenBy: ReadonlyMap<string, OfferCase>): Taken | null {
  for (const { key, title } of courses) {
    const by = takenBy.get(key);
    if (by) return { course: title, by: by.fields.title };
  }
  return null;
}

function judge(offer: OfferCase, taken: Taken | null, asOf: PlainDate): OfferLine {
  const { fields, courses, complete } = offer;
  const admitted = isAdmitted(fields, asOf);
  let left = fields.credits ?? Number.POSITIVE_INFINITY;
  const acceptances = offer.acceptances
    .toSorted((a, b) => compare(a.on, b.on) || compare(a.id, b.id))
    .map(({ id, credits, on, note }) => {
      const isGood = on <= asOf && admitted && !isAfterDeadline(fields, on) && taken === null;
      const counted = isGood ? Math.min(credits, left) : 0;
      left -= counted;
      return { id, credits, on, note, counted };
    });
  const accepted = acceptances.reduce((sum, { counted }) => sum + counted, 0);
  const state: CreditState = accepted > 0 ? 'accepted' : stateOf(offer, taken, asOf);
  const line = {
    ...fields,
    id: offer.id,
    completed: complete,
    done: courses.filter((course) => course.complete).length,
    courses: courses.length,
    accepted,
    state,
    acceptances,
  };
  return { ...line, reason: reasonOf(line, offer, taken), checks: checksOf(offer, state, asOf) };
}

/** Whether the admission that the offer asks for was given by a day. */
export function isAdmitted(
  { admissionRequired, admittedOn }: OfferFields,
  day: PlainDate,
): boolean {
  return !admissionRequired || (admittedOn !== null && admittedOn <= day);
}

/** Whether a day is past the last on which the institution takes it. */
export function isAfterDeadline({ deadline }: OfferFields, day: PlainDate): boolean {
  return deadline !== null && day > last(deadline);
}

/** The first thing that keeps an offer from being accepted on a day. */
export function stateOf(
  offer: OfferCase,
  taken: Taken | null,
  asOf: PlainDate,
): Exclude<CreditState, 'accepted'> {
  const { fields, complete, acceptances } = offer;
  const inTime = acceptances.filter(({ on }) => !isAfterDeadline(fields, on));
  if (isAfterDeadline(fields, asOf) && inTime.length === 0) return 'expired';
  if (!complete && inTime.length === 0) return 'not-completed';
  const grade = worstGrade(offer);
  if (grade !== null && inTime.length === 0)
    return grade.percent === null ? 'grade-unknown' : 'grade-too-low';
  if (!isAdmitted(fields, asOf)) return 'not-admitted';
  if (taken !== null) return 'counted-already';
  return inTime.some(({ on }) => on > asOf) ? 'not-yet' : 'not-yet-accepted';
}

/** The course whose grade falls short of what is asked; one without a percentage before the others. */
export function worstGrade({
  fields: { minGrade },
  courses,
}: OfferCase): Readonly<{ title: string; grade: string | null; percent: number | null }> | null {
  if (minGrade === null) return null;
  for (const { title, grade, complete } of courses) {
    if (!complete) continue;
    const percent = gradePercent(grade);
    if (percent >= minGrade) continue;
    return { title, grade, percent: Number.isNaN(percent) ? null : percent };
  }
  return null;
}

type Judged = Pick<OfferLine, 'state' | 'accepted' | 'credits' | 'done' | 'courses' | 'degree'>;

function reasonOf(line: Judged, offer: OfferCase, taken: Taken | null): string {
  const none =
    line.credits === null ? 'no credit is accepted' : `0 of ${line.credits} credits are accepted`;
  const grade = worstGrade(offer);
  switch (line.state) {
    case 'accepted':
      return line.credits === null
        ? `${line.accepted} credits are accepted.`
        : `${line.accepted} of ${line.credits} credits are accepted.`;
    case 'expired':
      return `The offer ended on ${offer.fields.deadline}: ${none}.`;
    case 'not-completed':
      return `${line.done} of ${line.courses} courses are done: ${none}.`;
    case 'grade-too-low':
      return `${grade?.title} has ${grade?.grade}, at least ${offer.fields.minGrade}% is asked: ${none}.`;
    case 'grade-unknown':
      return `The grade of ${grade?.title} is not known in percent, at least ${offer.fields.minGrade}% is asked: ${none}.`;
    case 'not-admitted':
      return offer.complete
        ? `Completed, but not admitted to ${line.degree}: ${none}.`
        : `Not admitted to ${line.degree}: ${none}.`;
    case 'counted-already':
      return `${taken?.course} counts towards this degree already, by ${taken?.by}: ${none}.`;
    case 'not-yet':
      return `It was accepted later than this day: ${none}.`;
    case 'not-yet-accepted':
      return `Completed, but ${offer.fields.institution} has not accepted it: ${none}.`;
  }
}

const NEVER = '9999';
const firstAccepted = ({ acceptances }: OfferCase): string =>
  acceptances.reduce<string>((first, { on }) => (on < first ? on : first), NEVER);

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
