const blocks: ReadonlySet<string> = new Set(
  'P DIV LI UL OL H1 H2 H3 H4 TR TABLE SECTION HEADER FOOTER BR'.split(' '),
);
const unseen: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'HEAD', 'NOSCRIPT']);

/** The words of an HTML text, a line for each block: what a program gets that takes no rich text. */
export function plainOf(html: string): string {
  const words = (node: ChildNode): string => {
    if (node instanceof Text) return node.data.replaceAll(/\s+/g, ' ');
    if (!(node instanceof Element) || unseen.has(node.tagName)) return '';
    const inner = [...node.childNodes].map(words).join('');
    return blocks.has(node.tagName) ? `${inner}\n` : inner;
  };
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const lines = [...body.childNodes].map(words).join('').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line, place, all) => line !== '' || all[place - 1] !== '')
    .join('\n')
    .trim();
}
