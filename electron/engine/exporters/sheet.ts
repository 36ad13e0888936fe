import { escapeHtml, escapeMarkdown, oneLine } from '#shared/domain/escape.ts';
import type { Sheet, SheetBlock } from '#shared/domain/sheet.ts';

export type SheetFormat = 'md' | 'txt' | 'html';

export const sheetMime: Readonly<Record<SheetFormat, string>> = {
  md: 'text/markdown',
  txt: 'text/plain',
  html: 'text/html',
};

/** A sheet in one format; every text is escaped for it, line ends within a text are kept. */
export function renderSheet(
  sheet: Sheet,
  format: SheetFormat,
  page: Readonly<{ title: string; locale: string }>,
): string {
  switch (format) {
    case 'md':
      return blocks(sheet, markdownBlock);
    case 'txt':
      return blocks(sheet, textBlock);
    case 'html':
      return sheetPage(sheet, page);
  }
}

/** The same as HTML to paste, without a page around it. */
export function sheetFragment(sheet: Sheet): string {
  return sheet.map(htmlBlock).join('');
}

function blocks(sheet: Sheet, render: (block: SheetBlock) => string): string {
  return `${sheet
    .map(render)
    .filter((text) => text !== '')
    .join('\n\n')}\n`;
}

/** Lines as the user typed them, each made safe for its format. */
function linesOf(text: string): string[] {
  return text.replaceAll('\r\n', '\n').split('\n').map(oneLine);
}

function markdownBlock(block: SheetBlock): string {
  switch (block.kind) {
    case 'title':
      return `# ${escapeMarkdown(oneLine(block.text))}`;
    case 'heading':
      return `## ${escapeMarkdown(oneLine(block.text))}`;
    case 'paragraph': {
      const label = block.label === '' ? '' : `**${escapeMarkdown(block.label)}**\n\n`;
      // Two blanks keep a line end; an empty line begins a paragraph.
      const body = linesOf(block.text)
        .map(escapeMarkdown)
        .join('  \n')
        .replaceAll(/(?: {2}\n){2,}/gu, '\n\n');
      return label + body;
    }
    case 'list':
      return block.items.map((item) => `- ${escapeMarkdown(oneLine(item))}`).join('\n');
    case 'break':
      return '---';
  }
}

function textBlock(block: SheetBlock): string {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return oneLine(block.text);
    case 'paragraph': {
      const body = linesOf(block.text).join('\n');
      return block.label === '' ? body : `${block.label}: ${body}`;
    }
    case 'list':
      return block.items.map((item) => `- ${oneLine(item)}`).join('\n');
    case 'break':
      return '* * *';
  }
}

function htmlBlock(block: SheetBlock): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${escapeHtml(oneLine(block.text))}</h1>\n`;
    case 'heading':
      return `<h2>${escapeHtml(oneLine(block.text))}</h2>\n`;
    case 'paragraph': {
      const label = block.label === '' ? '' : `<h3>${escapeHtml(block.label)}</h3>\n`;
      return `${label}<p>${linesOf(block.text).map(escapeHtml).join('<br>\n')}</p>\n`;
    }
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escapeHtml(oneLine(item))}</li>\n`).join('')}</ul>\n`;
    case 'break':
      return '<hr>\n';
  }
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 Inter, system-ui, -apple-system, "Segoe UI", sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; color: #1a201d; background: #fff; }
h1 { font-size: 1.5rem; line-height: 2rem; letter-spacing: -0.01em; margin: 0 0 1rem; }
h2 { font-size: 1.125rem; line-height: 1.5rem; margin: 1.75rem 0 0.5rem; padding-bottom: 0.25rem; border-bottom: 1px solid #cbd2ce; }
h3 { font-size: 0.8125rem; line-height: 1.25rem; margin: 1rem 0 0.125rem; color: #535e58; font-weight: 600; }
p { margin: 0 0 0.75rem; overflow-wrap: anywhere; } ul { margin: 0; padding-left: 1.25rem; } li { margin: 0.125rem 0; overflow-wrap: anywhere; }
hr { border: 0; margin: 2.5rem 0; }
@media (prefers-color-scheme: dark) { body { color: #e7ebe8; background: #171a19; } h2 { border-color: #404844; } h3 { color: #aeb8b2; } }
@media print { @page { margin: 18mm; } :root { color-scheme: light; } body { font-size: 10.5pt; margin: 0; max-width: none; padding: 0; color: #000; background: none; } h1 { font-size: 16pt; line-height: 1.25; margin-bottom: 8pt; } h2 { font-size: 11.5pt; margin-top: 10pt; break-after: avoid; border-color: #999; } h3 { color: #444; break-after: avoid; margin-top: 7pt; } hr { break-after: page; margin: 0; } li, p { break-inside: avoid; } }`;

function sheetPage(sheet: Sheet, page: Readonly<{ title: string; locale: string }>): string {
  return `<!doctype html>
<html lang="${escapeHtml(page.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(oneLine(page.title))}</title>
<style>${STYLE}
</style>
</head>
<body>
${sheetFragment(sheet)}</body>
</html>
`;
}
