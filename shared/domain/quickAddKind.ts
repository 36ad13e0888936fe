import type { CredentialPatch, Kind } from '#shared/domain/credential.ts';

/** Words of a title that tell its kind; the first that fits wins. */
const kindWords: readonly (readonly [RegExp, Kind])[] = [
  [/\bmicro-?masters?\b/i, 'micromasters'],
  [/\bmicro-?bachelors?\b/i, 'microbachelors'],
  [/\bxseries\b/i, 'xseries'],
  [/\bmaster-?track\b/i, 'mastertrack'],
  [/\bnano-?degree\b/i, 'nanodegree'],
  [/\bspeciali[sz]ation\b/i, 'specialization'],
  [/\bprofessional certificate\b/i, 'professional-certificate'],
  [/\bboot-?camp\b/i, 'bootcamp'],
  [/\blearning path\b/i, 'learning-path'],
  [
    /\b(?:bachelor|master|doctor)(?:['’]s)? of\b|\b(?:B\.?Sc|M\.?Sc|Ph\.?D|MBA|LL\.?[BM]|B\.?A|M\.?A)\b/,
    'degree',
  ],
  [/\b(?:graduate|university|undergraduate|postgraduate) certificate\b/i, 'university-certificate'],
  [/\blicen[cs]ed?\b/i, 'license'],
  [/\bmember(?:ship)?\b|\bfellow\b/i, 'membership'],
  [/\bbadge\b/i, 'badge'],
  [/\b(?:assessment|score|TOEFL|IELTS|GMAT|GRE)\b/, 'assessment'],
  [/\bcertif(?:ied|ication)\b/i, 'certification'],
  [/\b(?:course|certificate)\b/i, 'course-certificate'],
];

/** A first guess at the kind, from the title and from what else is known; the reader may change it. */
export function guessKind(fields: CredentialPatch): Kind {
  const named = kindWords.find(([words]) => words.test(fields.title ?? ''));
  if (named !== undefined) return named[1];
  if (typeof fields.platform === 'string') return 'course-certificate';
  const keptUp = typeof fields.abbreviation === 'string' || typeof fields.expires === 'string';
  return keptUp ? 'certification' : 'other';
}
