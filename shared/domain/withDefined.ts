/** The base with what the changes name; a key whose value is undefined changes nothing. */
export function withDefined<T extends object>(
  base: T,
  changes: Readonly<{ [K in keyof T]?: T[K] | undefined }>,
): T {
  const named = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...base, ...Object.fromEntries(named) };
}
