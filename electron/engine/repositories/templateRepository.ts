import { templateSchema, type Template } from '#shared/domain/template.ts';
import type { Database } from '../database.ts';

const rowSchema = templateSchema.omit({ origin: true });
export type StoredTemplate = Omit<Template, 'origin'>;

export type TemplateRepository = ReturnType<typeof createTemplateRepository>;

/** Templates that the user wrote or changed; the shipped ones are none of its business. */
export function createTemplateRepository(db: Database) {
  const byId = db.prepare<[string], unknown>(
    'SELECT id, name, target, body FROM resume_template WHERE id = ?',
  );
  const all = db.prepare<[], unknown>(
    'SELECT id, name, target, body FROM resume_template ORDER BY name COLLATE NOCASE, id',
  );

  return {
    find: (id: string): StoredTemplate | null => {
      const row = byId.get(id);
      return row === undefined ? null : rowSchema.parse(row);
    },
    all: (): StoredTemplate[] => all.all().map((row) => rowSchema.parse(row)),
  };
}
