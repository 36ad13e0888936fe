import { createElement, useMemo, type ReactNode } from 'react';

/** Elements that our own pages consist of, and as what they are shown; others give their content. */
const shownAs: ReadonlyMap<string, string> = new Map([
  // Headings lie two levels deeper than in the file, since the preview stands below a heading.
  ['H1', 'h3'],
  ['H2', 'h4'],
  ['H3', 'h5'],
  ...[
    'P',
    'UL',
    'OL',
    'LI',
    'STRONG',
    'EM',
    'BR',
    'HR',
    'DIV',
    'SPAN',
    'ARTICLE',
    'FIGURE',
    'FIGCAPTION',
  ].map((tag) => [tag, tag.toLowerCase()] as const),
  // A link in a preview leads nowhere; a landmark would stand beside the window's own.
  ['A', 'span'],
  ['MAIN', 'div'],
  ['HEADER', 'div'],
  ['FOOTER', 'div'],
  ['SECTION', 'div'],
]);

/** Neither shown nor read. */
const silent: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE']);

const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,/;

type SafeHtmlProps = Readonly<{
  source: string;
  className: string | undefined;
  /** Own classes for the classes of the source; others are dropped. */
  classes?: Readonly<Record<string, string>>;
}>;

/**
 * An HTML output as a browser reads it. The source is parsed into a document that runs and loads
 * nothing, and is drawn anew from a list of elements; it is never inserted.
 */
export function SafeHtml({ source, className, classes = {} }: SafeHtmlProps) {
  const content = useMemo(() => {
    const { body } = new DOMParser().parseFromString(source, 'text/html');
    return [...body.childNodes].map((node, key) => toReact(node, key, classes));
  }, [source, classes]);
  return <div className={className}>{content}</div>;
}

function toReact(
  node: ChildNode,
  key: number,
  classes: Readonly<Record<string, string>>,
): ReactNode {
  if (node.nodeType === Node.COMMENT_NODE) return null;
  if (!(node instanceof Element)) return node.textContent;
  if (silent.has(node.tagName)) return null;
  if (node instanceof HTMLImageElement)
    return PICTURE.test(node.src) ? <img key={key} src={node.src} alt={node.alt} /> : node.alt;
  const children = [...node.childNodes].map((child, index) => toReact(child, index, classes));
  const name = shownAs.get(node.tagName);
  if (name === undefined) return children;
  const own = [...node.classList].flatMap((each) => classes[each] ?? []);
  if (node.tagName === 'A') own.push(classes['link'] ?? '');
  const props = { key, className: own.filter((each) => each !== '').join(' ') || undefined };
  return name === 'br' || name === 'hr'
    ? createElement(name, props)
    : createElement(name, props, ...children);
}
