const LONGEST = 2048;

export type ExternalLink = Readonly<{
  url: string;
  /** What the user is asked about: a host as the network would see it, or a mail address. */
  target: string;
}>;

/**
 * A link that may be opened outside, or null. Only https without a name or password in it, and
 * mailto; at most 2,048 characters (reliability.md, Electron).
 */
export function toExternalLink(text: string): ExternalLink | null {
  if (text.length > LONGEST || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.href.length > LONGEST) return null;
  if (url.protocol === 'https:' && url.host !== '' && url.username === '' && url.password === '') {
    return { url: url.href, target: url.host };
  }
  if (url.protocol === 'mailto:' && url.pathname !== '') {
    return { url: url.href, target: decodeAddress(url.pathname) };
  }
  return null;
}

function decodeAddress(path: string): string {
  try {
    // Control and direction characters could make an address read as another one.
    return decodeURIComponent(path).replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '�');
  } catch {
    return path;
  }
}
