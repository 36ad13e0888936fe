/** Countries that print on Letter; the rest of the world prints on A4 (CLDR, paperSize). */
const LETTER_COUNTRIES: ReadonlySet<string> = new Set(
  'BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '),
);

/** Whether a document in this locale is printed on US Letter. A language alone is A4. */
export function isLetterPaper(locale: string): boolean {
  const { region } = new Intl.Locale(locale);
  return region !== undefined && LETTER_COUNTRIES.has(region);
}
