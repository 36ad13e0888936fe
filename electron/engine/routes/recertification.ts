import { auditPacket } from '../exporters/auditPacket.ts';
import type { EngineParts } from '../parts.ts';
import type { Handlers } from './bind.ts';

type Names = Exclude<
  Extract<
    keyof typeof import('#shared/procedures.ts').procedures,
    | `policies.${string}`
    | `renewals.${string}`
    | `activities.${string}`
    | `ledger.${string}`
    | 'evidence.read'
  >,
  'renewals.load'
>;

/** Routes of recertification: policies, cycles, activities and ledgers. */
export function recertificationRoutes(parts: EngineParts): Handlers<Names> {
  const {
    policies,
    renewals,
    activities,
    ledgers,
    choices,
    simulations,
    credentials,
    credentialService,
    settings,
  } = parts;

  return {
    'policies.list': () => policies.list(),
    'policies.get': ({ id }) => policies.get(id),
    'policies.put': ({ policy }) => policies.put(policy, credentialService.recompute),
    'policies.remove': ({ id }) => ({ removed: policies.remove(id, credentialService.recompute) }),
    'policies.match': ({ issued, ...query }) => policies.match(query, issued),
    'policies.expiry': ({ id, issued }) => policies.expiry(id, issued),
    'renewals.renew': ({ asOf, ...request }) => {
      const done = renewals.renew(request);
      return { ...done, credential: credentials.get(request.id, asOf, settings.read().leadDays) };
    },
    'renewals.accept': ({ proposals }) => ({ accepted: renewals.accept(proposals) }),
    'renewals.simulate': (request) => renewals.simulate(request),
    'renewals.simulateNew': ({ policyId, on, state }) =>
      simulations.simulateNew(policyId, on, state),
    'renewals.routes': ({ id, on }) => renewals.routes(id, on),
    'activities.create': ({ proofs, ...fields }) => activities.create(fields, proofs),
    'activities.update': ({ id, fields }) => activities.update(id, fields),
    'activities.remove': ({ id }) => ({ removed: activities.remove(id) }),
    'activities.addProof': ({ id, file }) => activities.addProof(id, file),
    'activities.removeProof': ({ id, proofId }) => activities.removeProof(id, proofId),
    'evidence.read': (input) => activities.readFile(input),
    'activities.list': ({ credentialId, limit }) => ({
      items: activities.list(credentialId, limit),
    }),
    'activities.convert': ({ credentialId, hours, unit }) =>
      activities.convert(credentialId, hours, unit),
    'ledger.get': ({ id, asOf }) => ledgers.get(id, asOf),
    'ledger.choices': ({ id }) => choices.choices(id),
    'ledger.setChoices': ({ id, choices: patch }) => choices.choose(id, patch),
    'ledger.auditPacket': async ({ id, asOf }) => {
      const credential = credentials.get(id, asOf, settings.read().leadDays);
      const ledger = ledgers.get(id, asOf);
      const { start, end } = ledger.cycle;
      const { bytes, missing } = await auditPacket({
        title: credential.title,
        issuer: credential.issuer?.name ?? null,
        number: credential.number,
        holder: settings.read().holderName,
        asOf,
        ledger,
        activities: activities
          .list(id, 100_000)
          .filter(({ on }) => on >= start && on <= end)
          .toReversed(),
        credentialId: id,
        bytesOf: parts.blobs.read,
      });
      return {
        name: `audit-${end}.zip`,
        mime: 'application/zip',
        bytes: new Uint8Array(bytes),
        missing: [...missing],
      };
    },
    'ledger.overview': ({ asOf }) => ({ items: ledgers.overview(asOf) }),
  };
}
