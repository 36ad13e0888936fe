import { z } from 'zod';
import { designationBookSchema, type DesignationBook } from '#shared/domain/designationRule.ts';
import designationsFile from './designations.json' with { type: 'json' };
import questionsFile from './questions.json' with { type: 'json' };

const questionBankSchema = z.strictObject({
  note: z.string(),
  questions: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z-]{0,99}$/),
      group: z.string(),
      text: z.strictObject({ en: z.string(), de: z.string(), es: z.string(), fr: z.string() }),
    }),
  ),
});
type QuestionBank = z.infer<typeof questionBankSchema>;

/** The rule book of designations that ships (features.md H11). Parsed once. */
export const designationBook: () => DesignationBook = once(() =>
  designationBookSchema.parse(designationsFile),
);

const questionBank: () => QuestionBank = once(() => questionBankSchema.parse(questionsFile));

/** A question of the bank in one language. */
export type Question = Readonly<{ id: string; group: string; text: string }>;

/** The questions that ship, in a locale's language, else in English. */
export function questions(locale: string): Question[] {
  const language = languageOf(locale);
  return questionBank().questions.map(({ id, group, text }) => ({ id, group, text: text[language] }));
}

function languageOf(locale: string): 'en' | 'de' | 'es' | 'fr' {
  const [language = 'en'] = locale.toLowerCase().split('-', 1);
  return language === 'de' || language === 'es' || language === 'fr' ? language : 'en';
}

function once<T>(make: () => T): () => T {
  let made: Readonly<{ value: T }> | undefined;
  return () => (made ??= { value: make() }).value;
}
