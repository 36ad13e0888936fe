import type { Line, Section } from '#shared/domain/line.ts';

/**
 * The sections as plain text: a line for each heading, a dash before each credential, addresses
 * in full. Line ends are LF, nothing is wrapped.
 * @param heading false leaves the headings out
 */
export function toText(sections: readonly Section[], heading: boolean): string {
  return sections
    .map(({ heading: title, lines }) => {
      const list = lines.map((line) => `- ${textLine(line)}\n`).join('');
      return heading ? `${title}\n\n${list}` : list;
    })
    .join('\n');
}

function textLine({ parts, beneath }: Line): string {
  const line = parts
    .map(({ before, text, after, href }) => before + (href ?? text) + after)
    .join('');
  return beneath === null ? line : `${line}\n  ${beneath.text}`;
}
