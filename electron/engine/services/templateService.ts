import { AppError } from '#shared/appError.ts';
import { shippedTemplates, type ShippedTemplate } from '#shared/catalog/templates.ts';
import type { Template } from '#shared/domain/template.ts';
import { templateDataSchema, type TemplateData } from '#shared/domain/templateData.ts';
import type { ParsedInput } from '#shared/procedures.ts';
import type { Writer } from '../changes.ts';
import { renderTemplate } from '../exporters/liquid.ts';
import type { TemplateRepository } from '../repositories/templateRepository.ts';

type Parts = Readonly<{ writer: Writer; templates: TemplateRepository; newId: () => string }>;

export type TemplateService = ReturnType<typeof createTemplateService>;

/** Shipped templates, changed ones and the user's own (features.md R1). */
export function createTemplateService({ writer, templates, newId }: Parts) {
  const find = (id: string): Template | null => {
    const shipped = shippedTemplates.find((each) => each.id === id);
    const stored = templates.find(id);
    if (stored !== null) return { ...stored, origin: shipped ? 'changed' : 'own' };
    return shipped ? asShipped(shipped) : null;
  };
  const existing = (id: string): Template => {
    const template = find(id);
    if (template === null) {
      throw new AppError('not_found', `There is no template ${id}.`, { path: 'template' });
    }
    return template;
  };

  return {
    /** @throws AppError not_found */
    get: existing,

    all: (): Template[] => {
      const shipped = shippedTemplates.flatMap(({ id }) => find(id) ?? []);
      const own = templates.all().filter(({ id }) => !shipped.some((each) => each.id === id));
      return [...shipped, ...own.map((each): Template => ({ ...each, origin: 'own' }))];
    },

    /**
     * Keeps a source that can be rendered.
     * @throws AppError not_found; invalid_input with line and column as details for one that cannot,
     *   and for a new one without name and target
     */
    save: async ({ id, name, target, body }: ParsedInput<'templates.save'>): Promise<Template> => {
      const before = id === null ? null : existing(id);
      const after = {
        id: before?.id ?? newId(),
        name: name ?? before?.name,
        target: target ?? before?.target,
        body,
      };
      if (after.name === undefined || after.target === undefined) {
        throw new AppError('invalid_input', 'A new template needs a name and a target.', {
          path: 'name',
        });
      }
      const { problem } = await renderTemplate(after.target, body, EXAMPLE);
      if (problem !== null) {
        throw new AppError('invalid_input', `Line ${problem.line}: ${problem.message}`, {
          path: 'body',
          details: problem,
        });
      }
      const row = { ...after, name: after.name, target: after.target };
      writer.run(`Saved template ${row.name}`, (tx) => tx.put('resume_template', row));
      return existing(row.id);
    },

    /**
     * Puts a shipped one back as it was, or removes one of the user's own.
     * @returns the template as it is now; null when it is gone
     * @throws AppError not_found
     */
    restore: (id: string): Template | null => {
      const { name, origin } = existing(id);
      const verb = origin === 'own' ? 'Removed' : 'Restored';
      if (origin !== 'shipped') {
        writer.run(`${verb} template ${name}`, (tx) => tx.remove('resume_template', id));
      }
      return find(id);
    },
  };
}

const asShipped = (template: ShippedTemplate): Template => ({ ...template, origin: 'shipped' });

/** Two lines, one with everything and one with nothing: what a template must be able to take. */
const EXAMPLE: TemplateData = templateDataSchema.parse({
  locale: 'en',
  day: '2026-11-23',
  holder: 'Ada Lovelace',
  headings: true,
  sections: [
    {
      name: 'certifications',
      heading: 'Licences and certifications',
      lines: [
        {
          line: 'Certified Public Accountant (CPA), State Board, Oct 2015 (expires Sep 2027)',
          beneath: 'Courses: Ethics',
          title: 'Certified Public Accountant (CPA)',
          name: 'Certified Public Accountant',
          abbreviation: 'CPA',
          issuer: 'State Board',
          date: 'Oct 2015',
          expiry: 'expires Sep 2027',
          number: 'no. 118823',
          link: 'https://example.org/cpa',
          credit: '3 credits accepted by Example University',
          skills: ['Accounting', 'Audit'],
          courses: 'Courses: Ethics',
          kind: 'license',
          status: 'active',
        },
        {
          line: 'A badge',
          beneath: null,
          title: 'A badge',
          name: 'A badge',
          abbreviation: null,
          issuer: null,
          date: null,
          expiry: null,
          number: null,
          link: null,
          credit: null,
          skills: [],
          courses: null,
          kind: 'badge',
          status: 'active',
        },
      ],
    },
  ],
});
