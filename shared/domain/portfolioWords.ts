/** Laurel's own words on the portfolio page, in one language. */
export type PortfolioWords = Readonly<{
  title: string;
  verify: string;
  credential: string;
  asOf: (day: string) => string;
}>;

const byLanguage: ReadonlyMap<string, PortfolioWords> = new Map([
  [
    'en',
    {
      title: 'Portfolio',
      verify: 'Verify',
      credential: 'Credentials',
      asOf: (day) => `As of ${day}`,
    },
  ],
  [
    'de',
    {
      title: 'Portfolio',
      verify: 'Prüfen',
      credential: 'Nachweise',
      asOf: (day) => `Stand ${day}`,
    },
  ],
  [
    'es',
    {
      title: 'Portafolio',
      verify: 'Verificar',
      credential: 'Credenciales',
      asOf: (day) => `A ${day}`,
    },
  ],
  [
    'fr',
    { title: 'Portfolio', verify: 'Vérifier', credential: 'Titres', asOf: (day) => `Au ${day}` },
  ],
]);

/** Words in a locale's language, else in English. */
export function portfolioWords(locale: string): PortfolioWords {
  const [language = 'en'] = locale.toLowerCase().split('-', 1);
  const words = byLanguage.get(language) ?? byLanguage.get('en');
  if (words === undefined) throw new Error('English is always there.');
  return words;
}
