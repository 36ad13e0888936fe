import { createElement, useMemo, type ReactNode } from 'react';
import { t } from '../../i18n/all.ts';
import classes from './Paper.module.css';

type PaperProps = Readonly<{ children: ReactNode }>;

/** A white sheet, in the dark theme too: what goes out is read on white. */
export function Paper({ children }: PaperProps) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.paper} aria-label={t('share.preview')} tabIndex={0}>
      {children}
    </section>
  );
}

type SheetProps = Readonly<{ busy?: boolean; children: ReactNode }>;

/** Words about a file that has no pages to show, in the colours of the theme. */
export function Sheet({ busy = false, children }: SheetProps) {
  return (
    <section
      className={classes.words}
      aria-label={t('share.preview')}
      aria-busy={busy}
      // A region that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {children}
    </section>
  );
}

type SourceProps = Readonly<{ text: string }>;

/** The characters of a text file as they are. */
export function Source({ text }: SourceProps) {
  return <pre className={classes.source}>{text}</pre>;
}

type HtmlProps = Readonly<{ source: string }>;

/**
 * An HTML output as a browser reads it. The source is parsed, never inserted: only the elements
 * that our own output consists of are shown, anything else would show as its text.
 */
export function Html({ source }: HtmlProps) {
  const content = useMemo(() => {
    const { body } = new DOMParser().parseFromString(source, 'text/html');
    return [...body.childNodes].map(toReact);
  }, [source]);
  return <div className={classes.html}>{content}</div>;
}

/** Headings lie below that of the preview, whatever their level in the file. */
const shownAs: Readonly<Record<string, string>> = {
  H1: 'h3',
  H2: 'h3',
  H3: 'h4',
  P: 'p',
  UL: 'ul',
  OL: 'ol',
  LI: 'li',
  A: 'span',
  STRONG: 'strong',
  EM: 'em',
  SECTION: 'div',
  DIV: 'div',
};
const unseen: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'HEAD', 'NOSCRIPT']);

function toReact(node: ChildNode, key: number): ReactNode {
  if (node.nodeType === Node.COMMENT_NODE) return null;
  if (!(node instanceof Element)) return node.textContent;
  if (unseen.has(node.tagName)) return null;
  if (node.tagName === 'BR') return createElement('br', { key });
  const children = [...node.childNodes].map(toReact);
  const name = shownAs[node.tagName];
  if (name === undefined) return children;
  // A bookmark of Word's is an anchor too, but no link.
  const className = node.tagName === 'A' && node.hasAttribute('href') ? classes.link : undefined;
  return createElement(name, { key, className }, ...children);
}
