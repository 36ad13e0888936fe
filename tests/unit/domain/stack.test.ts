import { describe, expect, test } from 'vitest';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { forecastDay } from '#shared/domain/stackForecast.ts';
import { createStackIndex } from '#shared/domain/stackMatch.ts';
import type { Match } from '#shared/domain/stackTree.ts';
import { TODAY } from '../../support/engine.ts';
import {
  aStackCredential,
  all,
  any,
  atLeast,
  idOf,
  leaf,
  reportOf,
  sum,
} from '../../support/stacks.ts';

const day = (text: string) => plainDateSchema.parse(text);
const planned = { lifecycle: 'planned', issued: null } as const;
const usd = (amount: number) => ({ amount, currency: 'USD' });

describe('progress and completeness (domain.md section 4)', () => {
  test.each([
    ['earned and never expiring', {}, 1, true],
    ['earned and valid', { expires: '2027-01-01' }, 1, true],
    ['earned and expiring today', { expires: '2026-11-23' }, 1, true],
    ['expired yesterday', { expires: '2026-11-22' }, 0, false],
    ['in grace', { expires: '2026-11-22', ladder: { graceDays: 30, suspendedDays: 0 } }, 0, false],
    ['in progress at 45%', { lifecycle: 'in-progress', progress: 45 }, 0.45, false],
    [
      'in progress at 100% is not complete',
      { lifecycle: 'in-progress', progress: 100 },
      0.9999,
      false,
    ],
    ['planned', planned, 0, false],
    ['revoked', { lifecycle: 'revoked' }, 0, false],
    ['issued after the day', { issued: '2027-01-01' }, 0, false],
  ] as const)('a leaf that is %s', (_name, given, progress, complete) => {
    const { report } = reportOf(all(leaf(1)), [aStackCredential(1, given)]);
    expect(report).toMatchObject({ progress, complete });
  });

  test('all: the mean of the children weighted by their hours', () => {
    const { report } = reportOf(all(leaf(1), leaf(2)), [
      aStackCredential(1, { hours: 30 }),
      aStackCredential(2, { ...planned, hours: 10 }),
    ]);
    expect(report.progress).toBe(0.75);
  });

  test('a leaf without hours weighs as the mean of its siblings, never 0', () => {
    const { report, view } = reportOf(all(leaf(1), leaf(2), leaf(3)), [
      aStackCredential(1, { hours: 10 }),
      aStackCredential(2, { ...planned, hours: 30 }),
      aStackCredential(3, { ...planned }),
    ]);
    expect(report.progress).toBe(0.1667);
    expect(view()).toMatchObject({
      children: [{}, {}, { hours: 20, hoursFrom: 'siblings', hoursLeft: 20 }],
    });
  });

  test('any: the best child; at least n: the mean of the best n; sum: the earned share', () => {
    const credentials = [
      aStackCredential(1, { hours: 40, credits: { amount: 3, system: 'ects' } }),
      aStackCredential(2, { lifecycle: 'in-progress', progress: 60, hours: 10 }),
      aStackCredential(3, { lifecycle: 'in-progress', progress: 20, hours: 10 }),
      aStackCredential(4, { hours: 20, credits: { amount: 9, system: 'usCredits' } }),
    ];
    const progress = (node: Parameters<typeof reportOf>[0]) =>
      reportOf(node, credentials).report.progress;
    expect(progress(any(leaf(2), leaf(3)))).toBe(0.6);
    expect(progress(atLeast(2, leaf(1), leaf(2), leaf(3)))).toBe(0.8);
    expect(progress(sum('hours', 100, leaf(1), leaf(2), leaf(4)))).toBe(0.6);
    expect(progress(sum('ects', 5, leaf(1), leaf(4)))).toBe(0.6);
    expect(progress(sum('usCredits', 9, leaf(1), leaf(4)))).toBe(1);
    // The same credential twice is counted once.
    expect(progress(sum('hours', 80, leaf(1), all(leaf(1))))).toBe(0.5);
  });

  test('a required exam is a part of its own, which the courses do not imply', () => {
    const { report, view } = reportOf(
      all(leaf(1), leaf(2), leaf(3, { role: 'exam', title: 'Final exam' })),
      [aStackCredential(1), aStackCredential(2)],
    );
    expect(report).toMatchObject({ complete: false, done: 2, of: 3 });
    expect(view()).toMatchObject({ children: [{}, {}, { title: 'Final exam', role: 'exam' }] });
  });

  test('the audit track does not count where the verified one is required', () => {
    const audited = [aStackCredential(1, { audit: true, verifiedTrack: false })];
    expect(reportOf(all(leaf(1)), audited).report.complete).toBe(true);
    const { report, view } = reportOf(all(leaf(1, { verified: true })), audited);
    expect(report).toMatchObject({ complete: false, progress: 0 });
    expect(view()).toMatchObject({ children: [{ state: 'audit' }] });
  });

  test.each([
    ['81%', 80, true],
    ['79.5 %', 80, false],
    ['80,0%', 80, true],
    ['A', 80, false],
  ])('a grade of %s where at least %d%% is asked', (grade, minGrade, complete) => {
    const { report } = reportOf(all(leaf(1, { minGrade })), [aStackCredential(1, { grade })]);
    expect(report.complete).toBe(complete);
  });
});

describe('matching by a rule', () => {
  const credentials = [
    aStackCredential(1, {
      title: 'Café Management: Level 1',
      abbreviation: 'CM-1',
      issuer: 'École Supérieure',
      kind: 'badge',
      policyId: 'cafe',
      tags: ['Resume', 'Über'],
    }),
    aStackCredential(2, { title: 'Other' }),
  ];
  const index = createStackIndex(credentials, TODAY);
  const found = (match: Match) => index.find(match).map(({ id }) => id);

  test.each<[Match]>([
    [{ title: 'cafe management level 1' }],
    [{ title: 'CAFÉ MANAGEMENT: LEVEL 1', kind: 'badge' }],
    [{ abbreviation: 'cm 1' }],
    [{ issuer: 'ecole superieure' }],
    [{ policy: 'cafe' }],
    [{ tag: 'uber', issuer: 'École Supérieure' }],
    [{ kind: 'badge' }],
  ])('%j finds it, case and accents ignored', (match) => {
    expect(found(match)).toEqual([idOf(1)]);
  });

  test('every part of a rule must hold', () => {
    expect(found({ kind: 'badge', title: 'Other' })).toEqual([]);
    expect(found({ title: 'cafe' })).toEqual([]);
  });

  test('of several the one that counts is taken, and of those the one that holds longest', () => {
    const same = { title: 'Scrum Master' };
    const { view } = reportOf(all({ match: same }), [
      aStackCredential(1, { ...same, expires: '2020-01-01' }),
      aStackCredential(2, { ...same, expires: '2027-06' }),
      aStackCredential(3, { ...same, expires: '2028' }),
      aStackCredential(4, { ...same, ...planned }),
    ]);
    expect(view()).toMatchObject({ children: [{ credentialId: idOf(3), candidates: 4 }] });
  });
});

describe('next steps, hours, money and forecast', () => {
  test('unfinished leaves, cheapest first, in the order that prerequisites allow', () => {
    const root = all(
      { rule: 'all', key: 'courses', children: [leaf(1), leaf(2)] },
      leaf(3, { after: ['courses'] }),
    );
    const { report } = reportOf(root, [
      aStackCredential(1, { ...planned, title: 'SC4x', hours: 120, cost: usd(30_000) }),
      aStackCredential(2, {
        title: 'SC3x',
        lifecycle: 'in-progress',
        progress: 45,
        hours: 120,
        cost: usd(30_000),
      }),
      aStackCredential(3, { ...planned, title: 'CFx', hours: 40, cost: usd(10_000) }),
    ]);
    expect(report.nextSteps.map(({ title }) => title)).toEqual(['SC3x', 'SC4x', 'CFx']);
    expect(report.nextSteps[2]?.blockedBy).toEqual(['2 parts']);
    expect(report.remainingHours).toBe(226);
    expect(report.remainingCost).toEqual([usd(70_000)]);
    // 226 h at 6 a week are 264 days.
    expect(report.forecast).toBe('2027-08-14');
  });

  test('of a choice the way with the least hours is taken', () => {
    const { report } = reportOf(any(leaf(1), all(leaf(2), leaf(3))), [
      aStackCredential(1, { ...planned, hours: 50 }),
      aStackCredential(2, { ...planned, hours: 10 }),
      aStackCredential(3, { ...planned, hours: 20 }),
    ]);
    expect(report.nextSteps.map(({ credentialId }) => credentialId)).toEqual([idOf(2), idOf(3)]);
    expect(report.remainingHours).toBe(30);
  });

  test('currencies are never summed together', () => {
    const { report } = reportOf(all(leaf(1), leaf(2)), [
      aStackCredential(1, { ...planned, cost: usd(100) }),
      aStackCredential(2, { ...planned, cost: { amount: 5, currency: 'EUR' } }),
    ]);
    expect(report.remainingCost).toEqual([{ amount: 5, currency: 'EUR' }, usd(100)]);
  });

  test('low and high of an estimate stay apart, the middle is what is summed', () => {
    const estimate = { hours: [10, 30], low: usd(600), high: usd(1500) };
    const { report } = reportOf(all({ match: { title: 'Nothing' }, estimate } as never), []);
    expect(report).toMatchObject({
      remainingHours: 20,
      remainingCost: [usd(1050)],
      remainingCostLow: [usd(600)],
      remainingCostHigh: [usd(1500)],
    });
  });

  test.each([
    [0, 0, [], '2026-11-23'],
    [12, 6, [], '2026-12-07'],
    [12, 0, [], null],
    [12, 6, [['2026-11-30', '2026-12-06']], '2026-12-14'],
    [12, 6, [['2026-12-07', '2026-12-13']], '2026-12-14'],
    [12, 6, [['2026-12-08', '2026-12-13']], '2026-12-07'],
    [6, 6, [['2026-11-01', '2026-11-23']], '2026-11-30'],
    // Overlapping days off count once.
    [
      6,
      6,
      [
        ['2026-11-24', '2026-11-26'],
        ['2026-11-25', '2026-11-27'],
      ],
      '2026-12-04',
    ],
    [1e9, 0.001, [], null],
  ] as const)('%d hours at %d a week with %j off', (hours, weekly, off, expected) => {
    const daysOff = off.map(([from, to]) => ({ from: day(from), to: day(to) }));
    expect(forecastDay(TODAY, hours, weekly, daysOff)).toBe(expected);
  });
});
