import { AppError } from '#shared/appError.ts';
import { outputWords } from '#shared/domain/outputWords.ts';

/**
 * The tag in its canonical form.
 * @param path where the input holds it @throws AppError invalid_input for one that is no BCP 47 tag
 */
export function canonicalLocale(tag: string, path = 'locale'): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch (error) {
    throw new AppError(
      'invalid_input',
      `"${tag}" is not a language tag. Write one such as en or en-GB.`,
      { path, cause: error },
    );
  }
}

/** What a reader of the output may stumble over because of its language. */
export function localeWarnings(locale: string): string[] {
  return outputWords(locale).known
    ? []
    : [`Laurel has no words for ${locale} yet: months are in it, the other words in English.`];
}
