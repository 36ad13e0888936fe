import type { Liquid } from 'liquidjs';
import {
  escapeHtml,
  escapeLatex,
  escapeLatexLink,
  escapeMarkdown,
  escapeMarkdownLink,
  oneLine,
} from '#shared/domain/escape.ts';
import {
  TEMPLATE_MAX_CHARACTERS,
  type TemplateProblem,
  type TemplateTarget,
} from '#shared/domain/template.ts';
import type { TemplateData } from '#shared/domain/templateData.ts';

/** Far more than any resume section takes; what needs more does not end. */
const LIMITS = { renderMs: 2_000, memory: 20_000_000, outputs: 500_000 } as const;

/** Tags that templates may use: they choose and repeat, and read no files. */
const tags: ReadonlySet<string> = new Set(
  'assign break capture case comment continue for if raw unless #'.split(' '),
);

/**
 * Filters that are taken away: `raw` would print unescaped, dates would bring in the clock, and
 * chance has no place in what must come out the same twice.
 */
const noFilters: readonly string[] = [
  'raw',
  'date',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
  'sample',
  'shuffle',
];

type Escape = Readonly<{ text: (text: string) => string; link: (address: string) => string }>;

/** How what a template prints is made safe for its target, as text and inside of a link. */
const escapes: Readonly<Record<TemplateTarget, Escape>> = {
  md: { text: escapeMarkdown, link: escapeMarkdownLink },
  txt: { text: (text) => text, link: (address) => address },
  html: { text: escapeHtml, link: escapeHtml },
  tex: { text: escapeLatex, link: escapeLatexLink },
};

const engines = new Map<TemplateTarget, Promise<Liquid>>();

/**
 * Renders a template's source with the data of an output. Everything it prints is escaped for the
 * target; there is no way around that in a template, none to a file, and none to run for ever.
 * @returns the text, or what is wrong and where; never both
 */
export async function renderTemplate(
  target: TemplateTarget,
  body: string,
  data: TemplateData,
): Promise<Readonly<{ text: string; problem: TemplateProblem | null }>> {
  const known = engines.get(target) ?? createLiquid(target);
  engines.set(target, known);
  const liquid = await known;
  try {
    const text: unknown = await liquid.parseAndRender(body, structuredClone(data));
    return { text: String(text), problem: null };
  } catch (error) {
    return { text: '', problem: toProblem(error) };
  }
}

async function createLiquid(target: TemplateTarget): Promise<Liquid> {
  const liquidjs = await import('liquidjs');
  const escape = escapes[target];
  const liquid = new liquidjs.Liquid({
    outputEscape: (value: unknown) => escape.text(printed(value)),
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    // Looked up in this record alone, so that no name leads to a file.
    templates: {},
    parseLimit: TEMPLATE_MAX_CHARACTERS + 1,
    renderLimit: LIMITS.renderMs,
    memoryLimit: LIMITS.memory,
  });
  for (const name of Object.keys(liquid.tags)) if (!tags.has(name)) delete liquid.tags[name];
  for (const name of noFilters) delete liquid.filters[name];
  liquid.registerFilter('link', {
    raw: true,
    handler: (value: unknown) => {
      const address = printed(value);
      return /^https?:\/\//i.test(address) ? escape.link(address) : '';
    },
  });
  return liquid;
}

/** A value as it is printed: one line, lists with commas, nothing for nothing. */
function printed(value: unknown): string {
  if (Array.isArray(value)) return value.map(printed).join(', ');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? oneLine(String(value))
    : '';
}

type Placed = Readonly<{
  message: string;
  originalError?: unknown;
  token?: Readonly<{ getPosition?: () => number[] }>;
}>;

function toProblem(error: unknown): TemplateProblem {
  if (!(error instanceof Error)) return { line: 1, column: 1, message: String(error) };
  const placed: Placed = error;
  const [line = 1, column = 1] = placed.token?.getPosition?.() ?? [];
  const message = error.message
    .replace(/, (?:file:.*?, )?line:\d+, col:\d+$/, '')
    .replace(/^./, (letter) => letter.toUpperCase());
  return { line, column, message: `${message}.` };
}
