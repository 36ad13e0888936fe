const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const OTHER = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/** No text that a person writes is deeper, and one that is would exhaust the stack. */
const DEEPEST = 500;

/**
 * Where a text stops being JSON (RFC 8259), as a count of characters from its start; null where it
 * is JSON. What the platform's own error says of the place differs between its versions.
 */
export function jsonErrorAt(text: string): number | null {
  let at = 0;
  let failedAt: number | null = null;
  let depth = 0;

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) return false;
    at += found[0].length;
    return true;
  };
  const fail = (): false => {
    failedAt ??= at;
    return false;
  };
  const next = (sign: string): boolean => {
    take(SPACE);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };
  const list = (end: string, item: () => boolean): boolean => {
    if (next(end)) return true;
    do if (!item()) return false;
    while (next(','));
    return next(end) || fail();
  };
  const nested = (end: string, item: () => boolean): boolean => {
    depth += 1;
    const isRight = depth > DEEPEST ? fail() : list(end, item);
    depth -= 1;
    return isRight;
  };
  const value = (): boolean => {
    take(SPACE);
    if (next('[')) return nested(']', value);
    if (next('{')) return nested('}', member);
    return take(STRING) || take(OTHER) || fail();
  };
  function member(): boolean {
    take(SPACE);
    if (!take(STRING)) return fail();
    return next(':') ? value() : fail();
  }

  if (!value()) return failedAt;
  take(SPACE);
  return at === text.length ? null : at;
}
