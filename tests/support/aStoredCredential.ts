import type { z } from 'zod';
import {
  credentialSchema,
  emptyCredentialFields,
  type Credential,
} from '#shared/domain/credential.ts';

const ISSUER_ID = '01890000-0000-7000-8000-00000000abcd';

type CredentialLike = Readonly<
  Partial<Omit<z.input<typeof credentialSchema>, 'id' | 'issuer'>> & {
    /** Counts up from 1; makes the id. */
    n?: number;
    issuer?: string | null;
  }
>;

/** A credential as it comes out of the engine; what a test does not name is plain and unknown. */
export function aStoredCredential(fields: CredentialLike): Credential {
  const { n = 1, issuer = 'Acme Institute', ...rest } = fields;
  return credentialSchema.parse({
    ...emptyCredentialFields,
    title: 'A credential',
    kind: 'certification',
    status: 'active',
    expiresComputed: null,
    daysLeft: null,
    cycles: [],
    evidence: [],
    verification: { state: 'not-checked', checkedAt: null, reasons: [] },
    source: null,
    trashedAt: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...rest,
    issuer: issuer === null ? null : { id: ISSUER_ID, name: issuer },
    id: `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`,
  });
}
