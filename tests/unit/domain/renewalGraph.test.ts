import { describe, expect, test } from 'vitest';
import { pathways, policyCatalog } from '#shared/catalog/catalog.ts';
import { parsePartialDate } from '#shared/domain/partialDate.ts';
import {
  earliestEnd,
  proposeRenewals,
  type Held,
  type RenewalEvent,
} from '#shared/domain/renewalGraph.ts';
import { aCycle, day, shipped } from '../../support/aPolicy.ts';

const held = (
  policyId: string,
  start: string,
  end: string | null,
  title = shipped(policyId).name,
): Held => ({
  credentialId: `${policyId}#${end}`,
  title,
  policy: shipped(policyId),
  cycle: aCycle(start, end),
});
const event = (
  policyId: string,
  by: RenewalEvent['by'],
  newEnd: string,
  on = '2026-11-23',
  newStart = on,
): RenewalEvent => ({
  credentialId: null,
  title: shipped(policyId).name,
  policy: shipped(policyId),
  by,
  on: day(on),
  newStart: day(newStart),
  newEnd: parsePartialDate(newEnd),
});
/** Policy and new end of what is proposed. */
const proposed = (of: RenewalEvent, items: readonly Held[]) =>
  proposeRenewals(of, items).map(({ credentialId, cycle }) => [
    credentialId.split('#')[0],
    cycle.end,
  ]);

test('CompTIA: Security+ renews A+ and Network+ to its own end, not what stands above it', () => {
  const items = [
    held('comptia-aplus', '2024-05-01', '2027-05-01'),
    held('comptia-networkplus', '2024-05-01', '2027-05-01'),
    held('comptia-cysaplus', '2024-05-01', '2027-05-01'),
    held('comptia-dataplus', '2024-05-01', '2027-05-01'),
  ];
  const renewed = event('comptia-securityplus', 'units', '2030-01-18', '2026-11-23', '2027-01-19');
  const proposals = proposeRenewals(renewed, items);
  expect(proposals.map(({ credentialId }) => credentialId.split('#')[0])).toEqual([
    'comptia-aplus',
    'comptia-networkplus',
  ]);
  expect(proposals[0]?.cycle).toEqual({
    start: '2027-01-19',
    end: '2030-01-18',
    renewedOn: '2026-11-23',
    method: 'CompTIA Security+',
  });
  expect(proposals[0]?.reason).toContain('renews the lower ones');
  // Which certifications form a path is not in the source.
  expect(proposals[0]?.verified).toBe('memory');
});

test('CompTIA: a lower one takes the whole new cycle, or follows its own end where that comes first', () => {
  const renewed = event('comptia-securityplus', 'units', '2030-01-18', '2026-11-23', '2027-01-19');
  const starts = (...ends: string[]) =>
    proposeRenewals(
      renewed,
      ends.map((end) => held('comptia-aplus', '2024-01-19', end)),
    ).map(({ cycle }) => [cycle.start, cycle.end]);
  expect(starts('2027-01-18', '2028-05-01', '2026-12-31')).toEqual([
    ['2027-01-19', '2030-01-18'],
    // Ends later: the two cycles overlap, and the new one is no longer than Security+'s.
    ['2027-01-19', '2030-01-18'],
    // Ends earlier: it holds throughout, without a gap.
    ['2027-01-01', '2030-01-18'],
  ]);
  // Earned for the first time: the cycle of Security+ itself begins with the pass.
  expect(
    proposeRenewals(event('comptia-securityplus', 'earned', '2029-11-23'), [
      held('comptia-aplus', '2024-06-01', '2027-06-01'),
    ])[0]?.cycle,
  ).toMatchObject({ start: '2026-11-23', end: '2029-11-23' });
});

test('Cisco: everything at that level and below', () => {
  const items = [
    held('cisco-ccna', '2024-05-01', '2027-05-01'),
    held('cisco-ccnp', '2025-05-01', '2028-05-01', 'CCNP Security'),
    held('cisco-ccie', '2025-05-01', '2028-05-01'),
  ];
  expect(proposed(event('cisco-ccnp', 'exam', '2029-11-23'), items)).toEqual([
    ['cisco-ccna', '2029-11-23'],
    ['cisco-ccnp', '2029-11-23'],
  ]);
});

test('AWS: a professional exam renews the associate from the day of the pass; maintenance renews nothing else', () => {
  const items = [
    held('aws-saa', '2024-05-01', '2027-05-01'),
    held('aws-cloud-practitioner', '2024-05-01', '2027-05-01'),
    held('aws-dva', '2024-05-01', '2027-05-01'),
  ];
  expect(proposed(event('aws-sap', 'earned', '2029-11-23'), items)).toEqual([
    ['aws-saa', '2029-11-23'],
    ['aws-cloud-practitioner', '2029-11-23'],
  ]);
  expect(proposed(event('aws-sap', 'assessment', '2028-11-23'), items)).toEqual([]);
});

test('AWS: an exam that is not in the catalogue is known by its title', () => {
  const passed: RenewalEvent = {
    credentialId: null,
    title: 'AWS Certified Machine Learning Engineer – Associate',
    policy: null,
    by: 'earned',
    on: day('2026-11-23'),
    newStart: day('2026-11-23'),
    newEnd: null,
  };
  expect(
    proposed(passed, [
      held('aws-ai-practitioner', '2024-05-01', '2027-05-01'),
      held('aws-dea', '2024-05-01', '2027-05-01'),
    ]),
  ).toEqual([['aws-ai-practitioner', '2029-11-23']]);
});

test('Red Hat: RHCE resets the RHCSA to three years from the pass', () => {
  expect(
    proposed(event('redhat-rhce', 'earned', '2029-11-23'), [
      held('redhat-rhcsa', '2024-05-01', '2027-05-01'),
    ]),
  ).toEqual([['redhat-rhcsa', '2029-11-23']]);
});

test('Scrum Alliance: the highest renews all below, in every track', () => {
  const items = [
    held('sa-foundational', '2025-01-01', '2027-01-01', 'CSM'),
    held('sa-foundational', '2025-02-01', '2027-02-01', 'CSPO'),
    held('sa-professional', '2025-01-01', '2027-01-01'),
  ];
  expect(proposed(event('sa-advanced', 'units', '2029-01-01'), items)).toEqual([
    ['sa-foundational', '2029-01-01'],
    ['sa-foundational', '2029-01-01'],
  ]);
});

test('PeopleCert: one suite shares one date, two suites do not', () => {
  const items = [
    held('peoplecert-itil', '2024-05-01', '2027-05-01', 'ITIL 4 Foundation'),
    held('peoplecert-prince2', '2024-05-01', '2027-05-01'),
  ];
  expect(proposed(event('peoplecert-itil', 'earned', '2029-11-23'), items)).toEqual([
    ['peoplecert-itil', '2029-11-23'],
  ]);
});

describe('nothing is proposed', () => {
  const renewed = event('comptia-securityplus', 'exam', '2030-01-18');

  test('for what has expired beyond mending, has not begun, or has no end', () => {
    const cycles = [
      ['2023-09-01', '2026-10-23'],
      ['2026-12-01', '2029-12-01'],
      ['2020-01-01', null],
    ] as const;
    expect(
      cycles.flatMap(([start, end]) => proposed(renewed, [held('comptia-aplus', start, end)])),
    ).toEqual([]);
    // One day less, and grace still holds it.
    expect(proposed(renewed, [held('comptia-aplus', '2023-10-24', '2026-10-24')])).toHaveLength(1);
  });

  test('where the end would not move later', () => {
    expect(proposed(renewed, [held('comptia-aplus', '2026-01-01', '2030-01-18')])).toEqual([]);
  });

  test('for the credential itself', () => {
    const own = held('cisco-ccna', '2024-05-01', '2027-05-01');
    expect(
      proposeRenewals(
        { ...event('cisco-ccna', 'units', '2029-11-23'), credentialId: own.credentialId },
        [own],
      ),
    ).toEqual([]);
  });
});

test('a composite title lapses with its first expiring part', () => {
  const ends = (...texts: (string | null)[]) =>
    earliestEnd(texts.map((text) => (text === null ? null : parsePartialDate(text))));
  expect(ends('2027-05-01', '2026-12', null)).toBe('2026-12');
  expect(ends('2027', '2027-05')).toBe('2027-05');
  expect(ends(null, null)).toBeNull();
  const stacks = pathways().filter((pathway) => pathway.derivedExpiry === 'earliest-component');
  expect(stacks.length).toBe(13);
});

test('every policy whose source says that it renews others, or that shares a suite, has its edges or says none', () => {
  const silent = policyCatalog().policies.filter(
    (policy) =>
      policy.flags.includes('renews-lower-certs') &&
      policy.renews.length === 0 &&
      policy.suite === null &&
      policy.renewedByTitles.length === 0,
  );
  // The lowest of a path has nothing below it; the source names no exam for the others.
  expect(silent.map((policy) => policy.id)).toEqual([
    'comptia-aplus',
    'comptia-dataplus',
    'aws-cloud-practitioner',
    'aws-specialty',
    'redhat-rhcsa',
  ]);
});
