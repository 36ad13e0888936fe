import { findPolicy, policyCatalog } from '#shared/catalog/catalog.ts';
import { policySchema, type Policy } from '#shared/domain/policy.ts';
import type { Database } from '../database.ts';

export type PolicyOrigin = 'catalogue' | 'changed' | 'own';
export type StoredPolicy = Readonly<{ policy: Policy; origin: PolicyOrigin }>;

export type PolicyRepository = ReturnType<typeof createPolicyRepository>;

/** Policies: the catalogue's, unless the holder has a changed copy, and the holder's own. */
export function createPolicyRepository(db: Database) {
  const byId = db.prepare<[string], string>('SELECT body FROM policy WHERE id = ?').pluck();
  const all = db.prepare<[], string>('SELECT body FROM policy ORDER BY id').pluck();
  const used = db.prepare<[], { id: string; n: number }>(
    `SELECT policy_id AS id, count(*) AS n FROM credential
      WHERE policy_id IS NOT NULL AND trashed_at IS NULL GROUP BY policy_id`,
  );
  const parse = (body: string): Policy => policySchema.parse(JSON.parse(body));
  const originOf = (id: string): PolicyOrigin => (findPolicy(id) ? 'changed' : 'own');

  return {
    find: (id: string): StoredPolicy | undefined => {
      const body = byId.get(id);
      if (body !== undefined) return { policy: parse(body), origin: originOf(id) };
      const policy = findPolicy(id);
      return policy && { policy, origin: 'catalogue' };
    },
    all: (): StoredPolicy[] => {
      const own = new Map(
        all
          .all()
          .map((body) => parse(body))
          .map((policy) => [policy.id, policy]),
      );
      const shipped = policyCatalog().policies.map((policy): StoredPolicy => {
        const changed = own.get(policy.id);
        own.delete(policy.id);
        return changed ? { policy: changed, origin: 'changed' } : { policy, origin: 'catalogue' };
      });
      return [
        ...[...own.values()].map((policy): StoredPolicy => ({ policy, origin: 'own' })),
        ...shipped,
      ];
    },
    /** How many credentials are under each policy. */
    uses: (): ReadonlyMap<string, number> => new Map(used.all().map(({ id, n }) => [id, n])),
  };
}
