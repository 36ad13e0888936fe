import type { EngineParts } from '../parts.ts';
import { createImportService } from '../services/importService.ts';
import type { Handlers } from './bind.ts';

type Names = Extract<keyof typeof import('#shared/procedures.ts').procedures, `imports.${string}`>;

/** Routes for everything that comes in. */
export function importRoutes(parts: EngineParts): Handlers<Names> {
  const imports = createImportService(parts);
  return {
    'imports.preview': imports.preview,
    'imports.commit': imports.commit,
    'imports.undo': imports.undo,
  };
}
