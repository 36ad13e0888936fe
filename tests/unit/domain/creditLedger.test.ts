import { describe, expect, test } from 'vitest';
import { judgeOffers } from '#shared/domain/creditLedger.ts';
import { offerFieldsSchema, type OfferCase, type OfferCourse } from '#shared/domain/creditOffer.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { TODAY } from '../../support/engine.ts';
import { idOf } from '../../support/stacks.ts';

const day = (text: string) => plainDateSchema.parse(text);

const course = (key: string, more: Partial<OfferCourse> = {}): OfferCourse => ({
  key,
  title: key,
  complete: true,
  grade: null,
  verifiedRequired: false,
  audit: false,
  hoursLeft: 0,
  costLeft: null,
  ...more,
});

type Given = Readonly<{
  n?: number;
  fields?: object;
  courses?: readonly OfferCourse[];
  acceptedOn?: string | null;
  credits?: number;
}>;

/** An offer of 30 credits for five courses that are held, to somebody who was admitted. */
function anOffer({
  n = 1,
  fields = {},
  courses,
  acceptedOn = null,
  credits = 30,
}: Given = {}): OfferCase {
  const all = courses ?? ['SC0x', 'SC1x', 'SC2x', 'SC3x', 'SC4x'].map((key) => course(key));
  return {
    id: idOf(n),
    fields: offerFieldsSchema.parse({
      title: `MicroMasters ${n}`,
      institution: 'MIT',
      degree: 'Master in Supply Chain',
      credits: 30,
      of: 96,
      admittedOn: '2026-09-01',
      ...fields,
    }),
    courses: all,
    complete: all.every(({ complete }) => complete),
    acceptances:
      acceptedOn === null
        ? []
        : [{ id: idOf(n + 100), offerId: idOf(n), credits, on: day(acceptedOn), note: null }],
  };
}

const judged = (offer: OfferCase, asOf = TODAY) => judgeOffers([offer], asOf)[0];

describe('an offer is not credit (features.md C3)', () => {
  test('accepted credit counts from the day on which the institution accepted it', () => {
    const offer = anOffer({ acceptedOn: '2026-11-01' });
    expect(judged(offer)).toMatchObject({
      accepted: 30,
      state: 'accepted',
      reason: '30 of 30 credits are accepted.',
    });
    expect(judged(offer, day('2026-10-31'))).toMatchObject({ accepted: 0, state: 'not-yet' });
  });

  test('completed and admitted, but not accepted, is 0', () => {
    expect(judged(anOffer())).toMatchObject({
      accepted: 0,
      state: 'not-yet-accepted',
      reason: 'Completed, but MIT has not accepted it: 0 of 30 credits are accepted.',
    });
  });

  test('completed but not admitted is 0', () => {
    const fields = { admittedOn: null };
    expect(judged(anOffer({ fields }))).toMatchObject({
      accepted: 0,
      state: 'not-admitted',
      reason:
        'Completed, but not admitted to Master in Supply Chain: 0 of 30 credits are accepted.',
    });
    // Also where an acceptance was recorded and the admission taken back since.
    expect(judged(anOffer({ fields, acceptedOn: '2026-11-01' }))?.accepted).toBe(0);
  });

  test('an admission that comes later does not count before', () => {
    const fields = { admittedOn: '2026-12-01' };
    expect(judged(anOffer({ fields }))?.state).toBe('not-admitted');
    expect(judged(anOffer({ fields }), day('2026-12-01'))?.state).toBe('not-yet-accepted');
  });

  test('an offer without admission asks for none', () => {
    const fields = { admissionRequired: false, admittedOn: null };
    expect(judged(anOffer({ fields, acceptedOn: '2026-11-01' }))?.accepted).toBe(30);
  });

  test('an offer that has ended is 0 with the reason', () => {
    const fields = { deadline: '2026-10' };
    expect(judged(anOffer({ fields }))).toMatchObject({
      accepted: 0,
      state: 'expired',
      reason: 'The offer ended on 2026-10: 0 of 30 credits are accepted.',
    });
    expect(judged(anOffer({ fields }), day('2026-10-31'))?.state).toBe('not-yet-accepted');
    // In time is for good, too late is not.
    expect(judged(anOffer({ fields, acceptedOn: '2026-10-31' }))?.accepted).toBe(30);
    expect(judged(anOffer({ fields, acceptedOn: '2026-11-01' }))).toMatchObject({
      accepted: 0,
      state: 'expired',
    });
  });

  test('not completed is 0, with how far it is', () => {
    const courses = [course('SC0x'), course('SC1x', { complete: false, hoursLeft: 60 })];
    expect(judged(anOffer({ courses }))).toMatchObject({
      accepted: 0,
      state: 'not-completed',
      reason: '1 of 2 courses are done: 0 of 30 credits are accepted.',
    });
  });

  test('a grade below what is asked is 0, one that is not known says so', () => {
    const fields = { minGrade: 80 };
    const withGrade = (grade: string | null) =>
      anOffer({ fields, courses: [course('SC2x', { grade })] });
    expect(judged(withGrade('79%'))).toMatchObject({
      accepted: 0,
      state: 'grade-too-low',
      reason: 'SC2x has 79%, at least 80% is asked: 0 of 30 credits are accepted.',
    });
    expect(judged(withGrade('B'))).toMatchObject({ accepted: 0, state: 'grade-unknown' });
    expect(judged(withGrade('80%'))?.state).toBe('not-yet-accepted');
  });

  test('never more than the offer, however much was recorded', () => {
    expect(judged(anOffer({ acceptedOn: '2026-11-01', credits: 40 }))?.accepted).toBe(30);
    expect(judged(anOffer({ acceptedOn: '2026-11-01', credits: 12 }))).toMatchObject({
      accepted: 12,
      reason: '12 of 30 credits are accepted.',
    });
  });

  test('the conditions say how they stand', () => {
    const courses = [
      course('A', { verifiedRequired: true, grade: '90%' }),
      course('B', { verifiedRequired: true, complete: false, audit: true }),
    ];
    const fields = { minGrade: 80, admittedOn: null, deadline: '2027', conditions: ['In person.'] };
    expect(judged(anOffer({ courses, fields }))?.checks).toEqual([
      { kind: 'courses', text: 'Every course is done: 1 of 2.', state: 'partly' },
      { kind: 'verified', text: 'Every course is on the verified track: 1 of 2.', state: 'partly' },
      { kind: 'grade', text: 'Every grade is at least 80%: 1 of 2.', state: 'partly' },
      { kind: 'admission', text: 'You are admitted to Master in Supply Chain.', state: 'open' },
      { kind: 'deadline', text: 'It is accepted by 2027.', state: 'open' },
      { kind: 'other', text: 'In person.', state: 'unknown' },
    ]);
  });
});

describe('a course counts once per degree', () => {
  const whole = anOffer({ n: 1, acceptedOn: '2026-10-01' });
  const single = (fields: object = {}, acceptedOn = '2026-11-01') =>
    anOffer({
      n: 2,
      fields: { credits: 6, ...fields },
      courses: [course('SC1x')],
      acceptedOn,
      credits: 6,
    });

  test('the second offer that uses it is 0, with the course and the first', () => {
    const [first, second] = judgeOffers([whole, single()], TODAY);
    expect(first?.accepted).toBe(30);
    expect(second).toMatchObject({
      accepted: 0,
      state: 'counted-already',
      reason:
        'SC1x counts towards this degree already, by MicroMasters 1: 0 of 6 credits are accepted.',
    });
  });

  test('whose credit was accepted first takes the course, in whichever order they stand', () => {
    const [first, second] = judgeOffers([whole, single({}, '2026-09-15')], TODAY);
    expect([first?.accepted, second?.accepted]).toEqual([0, 6]);
  });

  test('unless the rule says otherwise', () => {
    const [, second] = judgeOffers([whole, single({ countsOnce: false })], TODAY);
    expect(second?.accepted).toBe(6);
  });

  test('another degree may use it again', () => {
    const [, second] = judgeOffers([whole, single({ degree: 'Master in Data Science' })], TODAY);
    expect(second?.accepted).toBe(6);
  });

  test('the same degree written otherwise is the same degree', () => {
    const [, second] = judgeOffers(
      [whole, single({ institution: 'M.I.T.', degree: 'master in supply-chain' })],
      TODAY,
    );
    expect(second?.accepted).toBe(0);
  });
});
