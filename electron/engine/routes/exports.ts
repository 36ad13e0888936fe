import { templateJsonSchema, templateVariables } from '#shared/domain/templateData.ts';
import type { exportProcedures } from '#shared/procedures/exports.ts';
import type { EngineParts } from '../parts.ts';
import { createExportService } from '../services/exportService.ts';
import { createOutgoingFacts } from '../services/outgoingFacts.ts';
import type { Handlers } from './bind.ts';

/** Routes for everything that goes out, and for the profiles and templates that it is made with. */
export function exportRoutes(parts: EngineParts): Handlers<keyof typeof exportProcedures> {
  const { profiles, templates } = parts;
  const exports = createExportService({ ...parts, outgoingFacts: createOutgoingFacts(parts) });
  return {
    'exports.resume': exports.resume,
    'exports.preview': exports.preview,
    'exports.check': exports.check,
    'exports.linkedin': exports.linkedin,
    'exports.csv': exports.csv,
    'profiles.list': () => profiles.all(),
    'profiles.save': (input) => profiles.save(input),
    'profiles.remove': ({ id }) => {
      profiles.remove(id);
      return { removed: 1 };
    },
    'templates.list': () => templates.all(),
    'templates.save': (input) => templates.save(input),
    'templates.restore': ({ id }) => templates.restore(id),
    'templates.preview': exports.previewTemplate,
    'templates.schema': () => ({
      schema: templateJsonSchema(),
      variables: templateVariables().map((each) => ({ ...each })),
    }),
  };
}
