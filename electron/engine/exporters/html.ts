import { escapeHtml } from '#shared/domain/escape.ts';
import type { Line, LinePart, Section } from '#shared/domain/line.ts';

/**
 * The sections as HTML to paste into another document: a heading of the second level and a list
 * each, no styles, nothing that acts.
 * @param heading false leaves the headings out
 */
export function toHtmlFragment(sections: readonly Section[], heading: boolean): string {
  return sections
    .map(({ heading: title, lines }) => {
      const items = lines.map((line) => `  <li>${htmlLine(line)}</li>\n`).join('');
      const list = `<ul>\n${items}</ul>\n`;
      return heading ? `<h2>${escapeHtml(title)}</h2>\n${list}` : list;
    })
    .join('');
}

/**
 * The sections as a whole HTML document that says its encoding and language.
 * @param title shown by a browser, not part of the page
 */
export function toHtmlDocument(
  sections: readonly Section[],
  options: Readonly<{ heading: boolean; locale: string; title: string }>,
): string {
  return `<!doctype html>
<html lang="${escapeHtml(options.locale)}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(options.title)}</title>
</head>
<body>
${toHtmlFragment(sections, options.heading)}</body>
</html>
`;
}

function htmlLine({ parts, beneath }: Line): string {
  const line = parts.map((part) => part.before + htmlPart(part) + part.after).join('');
  return beneath === null ? line : `${line}<br>${htmlPart(beneath)}`;
}

function htmlPart({ text, href }: LinePart): string {
  const escaped = escapeHtml(text);
  return href === null ? escaped : `<a href="${escapeHtml(href)}">${escaped}</a>`;
}
