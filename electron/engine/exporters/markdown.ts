import {
  escapeMarkdown,
  escapeMarkdownLink,
  escapeMarkdownLinkText,
} from '#shared/domain/escape.ts';
import type { Line, LinePart, Section } from '#shared/domain/line.ts';

/**
 * The sections as CommonMark: a heading of the second level and a bulleted list each.
 * @param heading false leaves the headings out
 */
export function toMarkdown(sections: readonly Section[], heading: boolean): string {
  return sections
    .map(({ heading: title, lines }) => {
      const list = lines.map((line) => `- ${markdownLine(line)}\n`).join('');
      return heading ? `## ${escapeMarkdown(title)}\n\n${list}` : list;
    })
    .join('\n');
}

function markdownLine({ parts, beneath }: Line): string {
  const line = parts.map((part) => part.before + markdownPart(part) + part.after).join('');
  // A backslash at the end of a line is CommonMark's hard line break.
  return beneath === null ? line : `${line}\\\n  ${markdownPart(beneath)}`;
}

function markdownPart({ text, href }: LinePart): string {
  return href === null
    ? escapeMarkdown(text)
    : `[${escapeMarkdownLinkText(text)}](<${escapeMarkdownLink(href)}>)`;
}
