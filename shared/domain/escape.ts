/**
 * One line of running text: control characters, line ends and runs of ASCII white space become
 * one space, as HTML and Markdown would show them; blanks at both ends go. A lone surrogate
 * becomes U+FFFD, as any encoder would make it. All else is kept: every format shows the same.
 */
export function oneLine(text: string): string {
  return (
    text
      .toWellFormed()
      // Control characters are what this is about.
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0020\u007f\u0085\u2028\u2029]+/gu, ' ')
      .trim()
  );
}

const HTML_ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for HTML, between tags and inside a quoted attribute (HTML Standard 13.2). */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => HTML_ENTITIES[sign] ?? sign);
}

/**
 * Text made safe for CommonMark 0.31 and GitHub's extensions, inside a line or at its start.
 * Only what could act is escaped, so that the source stays readable: `R&D` and `C#` do not change.
 * @param text one line, as from oneLine
 */
export function escapeMarkdown(text: string): string {
  // GitHub makes links of bare addresses; a title is no place for a link that nobody set.
  return escapeMarkdownLinkText(text)
    .replace(/\b(https?|ftp|mailto|xmpp):/gi, '$1\\:')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`);
}

/** The same for the text of a link, in which no other link can begin. */
export function escapeMarkdownLinkText(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]<~$|]/g, '\\$&')
      .replace(/&(?=#?\w+;)/g, '\\&')
      // At the start of a line these open a heading, a list or a rule.
      .replace(/^(?:#{1,6}(?= |$)|[-+=>])/, '\\$&')
      .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2')
  );
}

/**
 * A web address made safe inside the `<…>` of a Markdown link (CommonMark 6.3).
 * @param address as from webLink
 */
export function escapeMarkdownLink(address: string): string {
  return address.replace(/&(?=#?\w+;)/g, '\\&');
}

/**
 * The address as a link may carry it: as the user wrote it when that is plain http or https,
 * else null. Nothing else (`javascript:`, `data:`) ever becomes a link (standards.md 3.1).
 */
export function webLink(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  // Signs that RFC 3986 does not allow are read in ways of their own by every program.
  return /^https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i.test(address)
    ? address
    : url.href.replace(/[\\^`{}|]/g, (sign) => encodeURIComponent(sign));
}

const LATEX_SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '"': '\\textquotedbl{}',
  '`': '\\textasciigrave{}',
};

/**
 * Text made safe for LaTeX, outside of verbatim and of arguments that take no commands. Signs that
 * fonts would join to another (`--`, `<<`, `,,`, `''`, `?\``) are kept apart, so that what is
 * printed is what was typed.
 */
export function escapeLatex(text: string): string {
  return text
    .replace(/[\\{}$&#%_^~"`]/g, (sign) => LATEX_SIGNS[sign] ?? sign)
    .replace(/([-<>,'])(?=\1)/g, '$1{}')
    .replace(/([!?])(?=\\textasciigrave)/g, '$1{}');
}

/** A web address made safe as the first argument of hyperref's `\href`. */
export function escapeLatexLink(address: string): string {
  return address
    .replace(/\$/g, '%24')
    .replace(/[%#&_]/g, '\\$&')
    .replace(/~/g, '\\~{}');
}
