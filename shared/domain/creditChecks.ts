import type { CreditState, OfferCase, OfferLine } from '#shared/domain/creditOffer.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { gradePercent } from '#shared/domain/stackProgress.ts';

type Check = OfferLine['checks'][number];

/** Each condition of an offer in words, with how it stands on a day. */
export function checksOf(
  { fields, courses }: OfferCase,
  state: CreditState,
  asOf: PlainDate,
): Check[] {
  const done = courses.filter(({ complete }) => complete).length;
  const { admissionRequired, admittedOn, minGrade, deadline, degree } = fields;
  const checks: Check[] = [];
  if (courses.length > 0) {
    checks.push({
      kind: 'courses',
      text: `Every course is done: ${done} of ${courses.length}.`,
      state: share(done, courses.length),
    });
  }
  const verified = courses.filter(({ verifiedRequired }) => verifiedRequired);
  if (verified.length > 0) {
    const good = verified.filter(({ complete, audit }) => complete && !audit).length;
    checks.push({
      kind: 'verified',
      text: `Every course is on the verified track: ${good} of ${verified.length}.`,
      state: share(good, verified.length),
    });
  }
  if (minGrade !== null) {
    const good = courses.filter(({ grade }) => gradePercent(grade) >= minGrade).length;
    const low = courses.some(({ grade, complete }) => complete && gradePercent(grade) < minGrade);
    checks.push({
      kind: 'grade',
      text: `Every grade is at least ${minGrade}%: ${good} of ${courses.length}.`,
      state: low ? 'missed' : share(good, courses.length),
    });
  }
  if (admissionRequired) {
    const isIn = admittedOn !== null && admittedOn <= asOf;
    checks.push({
      kind: 'admission',
      text: isIn
        ? `You were admitted to ${degree} on ${admittedOn}.`
        : `You are admitted to ${degree}.`,
      state: isIn ? 'met' : 'open',
    });
  }
  if (deadline !== null) {
    checks.push({
      kind: 'deadline',
      text: `It is accepted by ${deadline}.`,
      state: state === 'accepted' ? 'met' : state === 'expired' ? 'missed' : 'open',
    });
  }
  return [
    ...checks,
    ...fields.conditions.map((text): Check => ({ kind: 'other', text, state: 'unknown' })),
  ];
}

function share(done: number, of: number): Check['state'] {
  if (of > 0 && done === of) return 'met';
  return done === 0 ? 'open' : 'partly';
}
