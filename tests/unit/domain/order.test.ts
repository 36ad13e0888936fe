import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds, type Credential } from '#shared/domain/credential.ts';
import { compareOutgoing, outgoingStatuses, selectOutgoing } from '#shared/domain/order.ts';
import { statusSchema } from '#shared/domain/status.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';

const everything = { ids: null, tags: [], degrees: true } as const;
const titles = (credentials: readonly { title: string }[]) => credentials.map(({ title }) => title);

const anyCredentials = fc
  .uniqueArray(
    fc.record({
      n: fc.integer({ min: 1, max: 99_999 }),
      title: fc.constantFrom('A', 'B', 'C'),
      kind: fc.constantFrom(...kinds),
      status: fc.constantFrom(...statusSchema.options),
      pinned: fc.boolean(),
      issued: fc.constantFrom(null, '2019', '2020-01', '2020-01-01', '2024-05-03'),
      target: fc.constantFrom(null, '2027', '2027-06'),
      tags: fc.subarray(['x', 'y']),
      trashedAt: fc.constantFrom(null, null, null, '2026-01-01T00:00:00.000Z'),
    }),
    { selector: ({ n }) => n, maxLength: 20 },
  )
  .map((all) => all.map(aStoredCredential));

describe('outgoingStatuses', () => {
  test('what is valid goes out; the rest only when asked for', () => {
    expect([...outgoingStatuses({ inProgress: false, expired: false })]).toEqual([
      'active',
      'expiring',
    ]);
    expect(outgoingStatuses({ inProgress: true, expired: false })).toContain('in-progress');
    expect([...outgoingStatuses({ inProgress: false, expired: true })]).toEqual([
      'active',
      'expiring',
      'grace',
      'suspended',
      'expired',
    ]);
  });

  test('revoked, abandoned and planned never go out', () => {
    const all = outgoingStatuses({ inProgress: true, expired: true });
    expect(all.has('revoked') || all.has('abandoned') || all.has('planned')).toBe(false);
  });
});

describe('compareOutgoing', () => {
  test('pinned, then valid, then in progress, then what is past; newest first', () => {
    const inOrder = [
      aStoredCredential({
        n: 1,
        title: 'pinned, in progress',
        status: 'in-progress',
        pinned: true,
      }),
      aStoredCredential({ n: 2, title: 'newest', issued: '2025-03' }),
      aStoredCredential({ n: 3, title: 'expiring', status: 'expiring', issued: '2024-05-03' }),
      aStoredCredential({ n: 4, title: 'to the day', issued: '2020-01-01' }),
      aStoredCredential({ n: 5, title: 'to the month', issued: '2020-01' }),
      aStoredCredential({ n: 6, title: 'to the year', issued: '2020' }),
      aStoredCredential({ n: 7, title: 'undated' }),
      aStoredCredential({ n: 8, title: 'soon', status: 'in-progress', target: '2026-12' }),
      aStoredCredential({ n: 9, title: 'later', status: 'in-progress', target: '2027-06' }),
      aStoredCredential({ n: 10, title: 'some day', status: 'in-progress' }),
      aStoredCredential({ n: 11, title: 'past', status: 'expired', issued: '2025-01' }),
    ];
    expect(titles(inOrder.toReversed().toSorted(compareOutgoing))).toEqual(titles(inOrder));
  });

  test('equals come by title, then by id, so that the order is always the same', () => {
    fc.assert(
      fc.property(anyCredentials, fc.func(fc.integer()), (all, shuffle) => {
        const shuffled = all.toSorted((a, b) => shuffle(a.id) - shuffle(b.id));
        expect(shuffled.toSorted(compareOutgoing)).toEqual(all.toSorted(compareOutgoing));
      }),
    );
  });
});

describe('selectOutgoing', () => {
  test('each chosen credential is kept or left out, once; no other is', () => {
    fc.assert(
      fc.property(
        anyCredentials,
        fc.record({ inProgress: fc.boolean(), expired: fc.boolean() }),
        fc.subarray(['x', 'y']),
        fc.boolean(),
        (all, asked, tags, degrees) => {
          const statuses = outgoingStatuses(asked);
          const { kept, leftOut } = selectOutgoing(all, { statuses, ids: null, tags, degrees });
          const chosen = all.filter(
            (each: Credential) =>
              each.trashedAt === null &&
              (tags.length === 0 || each.tags.some((tag) => tags.includes(tag))) &&
              (degrees || each.kind !== 'degree'),
          );
          expect([...kept, ...leftOut].map(({ id }) => id).toSorted()).toEqual(
            chosen.map(({ id }) => id).toSorted(),
          );
          expect(kept.every(({ status }) => statuses.has(status))).toBe(true);
          expect(leftOut.some(({ status }) => statuses.has(status))).toBe(false);
        },
      ),
    );
  });

  test('what was not chosen by id is neither kept nor reported as left out', () => {
    const [a, b, c] = [1, 2, 3].map((n) =>
      aStoredCredential({ n, title: `T${n}`, status: n === 3 ? 'expired' : 'active' }),
    );
    if (!a || !b || !c) throw new Error('three were made');
    const statuses = outgoingStatuses({ inProgress: true, expired: false });
    const { kept, leftOut } = selectOutgoing([a, b, c], {
      ...everything,
      statuses,
      ids: [b.id, c.id],
    });
    expect(titles(kept)).toEqual(['T2']);
    expect(leftOut).toEqual([{ id: c.id, title: 'T3', status: 'expired' }]);
  });
});
