import type { EngineParts } from '../parts.ts';
import { createEvidenceService } from '../services/evidenceService.ts';
import type { Handlers } from './bind.ts';

/** Routes for the files that prove a credential. */
export function evidenceRoutes(
  parts: EngineParts,
): Handlers<'evidence.attach' | 'evidence.remove'> {
  const evidence = createEvidenceService(parts);
  return {
    'evidence.attach': ({ id, files }) => ({ evidence: evidence.attach(id, files) }),
    'evidence.remove': ({ id }) => ({ removed: evidence.remove(id) }),
  };
}
