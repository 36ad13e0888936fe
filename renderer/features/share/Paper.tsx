import { createElement, useMemo, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
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

/** Headings lie one level deeper than in the file, since the preview stands below a heading. */
const shownAs: Readonly<Record<string, string>> = { H2: 'h3', UL: 'ul', LI: 'li', A: 'span' };

function toReact(node: ChildNode, key: number): ReactNode {
  if (!(node instanceof Element)) return node.textContent;
  const children = [...node.childNodes].map(toReact);
  const name = shownAs[node.tagName];
  if (name === undefined) return children;
  const className = node.tagName === 'A' ? classes.link : undefined;
  return createElement(name, { key, className }, ...children);
}
