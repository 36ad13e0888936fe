import type { exportProcedures } from '#shared/procedures/transfer.ts';
import type { EngineParts } from '../parts.ts';
import { createExportService } from '../services/exportService.ts';
import type { Handlers } from './bind.ts';

/** Routes for everything that goes out; none of them writes. */
export function exportRoutes(parts: EngineParts): Handlers<keyof typeof exportProcedures> {
  const exports = createExportService(parts);
  return {
    'exports.resume': exports.resume,
    'exports.linkedin': exports.linkedin,
    'exports.csv': exports.csv,
  };
}
