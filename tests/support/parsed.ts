import { marked } from 'marked';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** An element as [name, attributes, children], or a text. */
export type Parsed =
  | string
  | [name: string, attributes: Record<string, string>, children: Parsed[]];

/** What an HTML parser makes of a source. White space between elements is left out. */
export function htmlTree(source: string): Parsed[] {
  return parseFragment(source).childNodes.flatMap(toParsed);
}

/** What a Markdown parser makes of a source, as the HTML tree that it renders. */
export function markdownTree(source: string, github: boolean): Parsed[] {
  return htmlTree(marked.parse(source, { gfm: github, async: false })).flatMap(trimmed);
}

/** All text of a tree, in order. */
export function htmlText(nodes: readonly Parsed[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : htmlText(node[2]))).join('');
}

/** Elements of a name anywhere in a tree, in order. */
export function elements(nodes: readonly Parsed[], name: string): Exclude<Parsed, string>[] {
  return nodes.flatMap((node) =>
    typeof node === 'string'
      ? []
      : [...(node[0] === name ? [node] : []), ...elements(node[2], name)],
  );
}

function toParsed(node: DefaultTreeAdapterTypes.ChildNode): Parsed[] {
  if (node.nodeName === '#text' && 'value' in node) {
    return /^\n\s*$/.test(node.value) ? [] : [node.value];
  }
  if (!('attrs' in node)) return [`<${node.nodeName}>`];
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [[node.nodeName, attributes, node.childNodes.flatMap(toParsed)]];
}

/** A renderer may end a block with a line end; it is not part of the text. */
function trimmed(node: Parsed): Parsed[] {
  if (typeof node === 'string') return [node.replace(/\n$/, '')];
  return [[node[0], node[1], node[2].flatMap(trimmed)]];
}
