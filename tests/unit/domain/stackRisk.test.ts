import { describe, expect, test } from 'vitest';
import { prerequisitesOf } from '#shared/domain/stackOrder.ts';
import { parseStackFile } from '#shared/domain/stackTree.ts';
import { aStackCredential, all, any, idOf, leaf, reportOf } from '../../support/stacks.ts';

const planned = { lifecycle: 'planned', issued: null } as const;

describe('at risk', () => {
  const root = all(leaf(1), leaf(2));
  const credentials = [
    aStackCredential(1, { expires: '2027-02-01', hours: 10 }),
    aStackCredential(2, { ...planned, hours: 120 }),
  ];

  test('an earned leaf that expires before the forecast', () => {
    const { report } = reportOf(root, credentials);
    expect(report.forecast).toBe('2027-04-12');
    expect(report.atRisk).toMatchObject([
      { credentialId: idOf(1), expires: '2027-02-01', breaks: true },
    ]);
    expect(reportOf(root, credentials, { weeklyHours: 40 }).report.atRisk).toEqual([]);
  });

  test('a leaf that expires before a target which is later than the forecast', () => {
    const options = { weeklyHours: 40, file: { target: '2027-03' } };
    expect(reportOf(root, credentials, options).report.atRisk).toHaveLength(1);
  });

  test('in a choice it does not break what another part holds, and others are named instead', () => {
    const choice = all(any(leaf(1), leaf(3), leaf(4)), leaf(2));
    const others = [
      aStackCredential(3),
      aStackCredential(4, { ...planned, hours: 30, title: 'D' }),
    ];
    expect(reportOf(choice, [...credentials, ...others]).report.atRisk).toMatchObject([
      { breaks: false, instead: [{ title: 'D', hours: 30 }] },
    ]);
  });
});

describe('retirement and teach-out', () => {
  const credentials = [
    aStackCredential(1, { title: 'A', lifecycle: 'in-progress', progress: 0, hours: 60 }),
    aStackCredential(2, { ...planned, title: 'B', hours: 60 }),
  ];
  const report = (retirement: object) =>
    reportOf(all(leaf(1), leaf(2)), credentials, { file: { options: { retirement } } }).report
      .retirement?.courses;

  test('courses that would be done after teaching ends are at risk', () => {
    // 60 h are done on 2027-02-01, 120 h on 2027-04-12.
    expect(report({ teachOutUntil: '2027-03-01' })).toMatchObject([
      { title: 'B', by: '2027-03-01', reason: expect.stringContaining('2027-04-12') },
    ]);
    expect(report({ teachOutUntil: '2027-04-12' })).toEqual([]);
  });

  test('a course that is begun is not at risk by the end of enrolment, one that is not is', () => {
    expect(report({ lastEnrolment: '2026-12-31' })).toMatchObject([{ title: 'B' }]);
    expect(report({ lastEnrolment: '2026-01-01' })).toMatchObject([
      { title: 'B', reason: 'Enrolment ended on 2026-01-01, and it is not begun.' },
    ]);
  });
});

describe('prerequisites', () => {
  test('that go in a circle are refused by name', () => {
    const root = all(
      leaf(1, { title: 'SC1x', key: 'a', after: ['b'] }),
      leaf(2, { title: 'SC2x', key: 'b', after: ['a'] }),
    );
    expect(() => prerequisitesOf(root)).toThrow(
      'Prerequisites go in a circle: SC1x needs SC2x needs SC1x.',
    );
  });

  test('a part cannot come after the group that it is in', () => {
    const root = all({
      rule: 'all',
      title: 'Courses',
      key: 'courses',
      children: [leaf(1, { title: 'SC1x', after: ['courses'] })],
    });
    expect(() => prerequisitesOf(root)).toThrow('Courses needs SC1x needs Courses');
  });

  test('an unknown or a doubled key is refused', () => {
    expect(() => prerequisitesOf(all(leaf(1, { after: ['x'] })))).toThrow(
      'No part has the key "x"',
    );
    expect(() => prerequisitesOf(all(leaf(1, { key: 'x' }), leaf(2, { key: 'x' })))).toThrow(
      'Two parts have the key "x"',
    );
  });
});

test.each([
  ['no children', { rule: 'all', children: [] }, 'root.children'],
  ['more than there are', { rule: 'atLeast', n: 2, children: [leaf(1)] }, 'root.n'],
  ['a sum of nothing', { rule: 'sum', n: 2, children: [leaf(1)] }, 'root.n'],
  ['an empty rule', { rule: 'all', children: [{ match: {} }] }, 'root.children.0.match'],
  ['neither', { rule: 'all', children: [{}] }, 'root.children.0'],
  ['a stray key', { rule: 'all', children: [leaf(1, { credental: 1 })] }, 'root.children.0'],
])('a tree with %s is refused with its place', (_name, root, path) => {
  expect(() => parseStackFile({ title: 'T', root })).toThrow(
    expect.objectContaining({ code: 'invalid_input', path }),
  );
});
