/** What a post is about: a certification earned, a course finished, a renewal, a beginning. */
export const postOccasions = ['earned', 'completed', 'renewed', 'started'] as const;
export type PostOccasion = (typeof postOccasions)[number];

/** Three ways to say the same: plain sentences, a warmer voice, or the facts alone. */
export const postTones = ['plain', 'warm', 'brief'] as const;
export type PostTone = (typeof postTones)[number];

type Said = (title: string, issuer: string) => string;

/** The words of a post in one language. `issuer` may be empty. */
export type PostWords = Readonly<{
  said: Readonly<Record<PostOccasion, Said>>;
  brief: Readonly<Record<PostOccasion, string>>;
  learned: Readonly<Record<PostTone, string>>;
  use: Readonly<Record<PostTone, string>>;
  thanks: Readonly<Record<PostTone, (names: string) => string>>;
  progress: (done: number, of: number, title: string) => string;
  link: (address: string) => string;
}>;

const by = (issuer: string, words: string): string => (issuer === '' ? '' : words + issuer);

const english: PostWords = {
  said: {
    earned: (title, issuer) => `I earned ${title}${by(issuer, ' from ')}.`,
    completed: (title, issuer) => `I finished ${title}${by(issuer, ' at ')}.`,
    renewed: (title, issuer) => `I renewed ${title}${by(issuer, ' with ')}.`,
    started: (title, issuer) => `I have begun ${title}${by(issuer, ' at ')}.`,
  },
  brief: { earned: 'Earned', completed: 'Finished', renewed: 'Renewed', started: 'Begun' },
  learned: { plain: 'What I learned: ', warm: 'What will stay with me: ', brief: '' },
  use: { plain: 'How I use it: ', warm: 'Where it helps already: ', brief: '' },
  thanks: {
    plain: (names) => `Thank you, ${names}.`,
    warm: (names) => `I did not do this alone. Thank you, ${names}, for your time and patience.`,
    brief: (names) => `Thanks: ${names}.`,
  },
  progress: (done, of, title) => `That makes ${done} of ${of} parts of ${title}.`,
  link: (address) => `Certificate: ${address}`,
};

const german: PostWords = {
  said: {
    earned: (title, issuer) => `Ich habe ${title}${by(issuer, ' von ')} erworben.`,
    completed: (title, issuer) => `Ich habe ${title}${by(issuer, ' bei ')} abgeschlossen.`,
    renewed: (title, issuer) => `Ich habe ${title}${by(issuer, ' bei ')} erneuert.`,
    started: (title, issuer) => `Ich habe ${title}${by(issuer, ' bei ')} begonnen.`,
  },
  brief: {
    earned: 'Erworben',
    completed: 'Abgeschlossen',
    renewed: 'Erneuert',
    started: 'Begonnen',
  },
  learned: { plain: 'Was ich gelernt habe: ', warm: 'Was mir bleibt: ', brief: '' },
  use: { plain: 'Wie ich es nutze: ', warm: 'Wo es schon hilft: ', brief: '' },
  thanks: {
    plain: (names) => `Danke, ${names}.`,
    warm: (names) => `Allein hätte ich das nicht geschafft. Danke, ${names}, für Zeit und Geduld.`,
    brief: (names) => `Dank an: ${names}.`,
  },
  progress: (done, of, title) => `Das sind ${done} von ${of} Teilen von ${title}.`,
  link: (address) => `Zertifikat: ${address}`,
};

const spanish: PostWords = {
  said: {
    earned: (title, issuer) => `He obtenido ${title}${by(issuer, ', de ')}.`,
    completed: (title, issuer) => `He terminado ${title}${by(issuer, ' en ')}.`,
    renewed: (title, issuer) => `He renovado ${title}${by(issuer, ' con ')}.`,
    started: (title, issuer) => `He empezado ${title}${by(issuer, ' en ')}.`,
  },
  brief: { earned: 'Obtenido', completed: 'Terminado', renewed: 'Renovado', started: 'Empezado' },
  learned: { plain: 'Lo que aprendí: ', warm: 'Lo que me llevo: ', brief: '' },
  use: { plain: 'Cómo lo uso: ', warm: 'Dónde ya me sirve: ', brief: '' },
  thanks: {
    plain: (names) => `Gracias, ${names}.`,
    warm: (names) => `No lo hice en solitario. Gracias, ${names}, por su tiempo y su paciencia.`,
    brief: (names) => `Gracias a: ${names}.`,
  },
  progress: (done, of, title) => `Con esto van ${done} de ${of} partes de ${title}.`,
  link: (address) => `Certificado: ${address}`,
};

const NBSP = '\u00a0';

const french: PostWords = {
  said: {
    earned: (title, issuer) => `J’ai obtenu ${title}${by(issuer, ', délivré par ')}.`,
    completed: (title, issuer) => `J’ai terminé ${title}${by(issuer, ' chez ')}.`,
    renewed: (title, issuer) => `J’ai renouvelé ${title}${by(issuer, ' auprès de ')}.`,
    started: (title, issuer) => `J’ai commencé ${title}${by(issuer, ' chez ')}.`,
  },
  brief: { earned: 'Obtenu', completed: 'Terminé', renewed: 'Renouvelé', started: 'Commencé' },
  learned: { plain: `Ce que j’ai appris${NBSP}: `, warm: `Ce que j’en garde${NBSP}: `, brief: '' },
  use: { plain: `Comment je m’en sers${NBSP}: `, warm: `Où cela m’aide déjà${NBSP}: `, brief: '' },
  thanks: {
    plain: (names) => `Merci, ${names}.`,
    warm: (names) =>
      `Rien de tout cela sans vous. Merci, ${names}, pour votre temps et votre patience.`,
    brief: (names) => `Merci à${NBSP}: ${names}.`,
  },
  progress: (done, of, title) => `Cela fait ${done} parties sur ${of} de ${title}.`,
  link: (address) => `Certificat${NBSP}: ${address}`,
};

const byLanguage: ReadonlyMap<string, PostWords> = new Map([
  ['en', english],
  ['de', german],
  ['es', spanish],
  ['fr', french],
]);

/** Words of a post in a locale's language; `known` is false when English stands in for another. */
export function postWords(locale: string): Readonly<{ words: PostWords; known: boolean }> {
  const [language = 'en'] = locale.split('-', 1);
  const words = byLanguage.get(language.toLowerCase());
  return { words: words ?? english, known: words !== undefined };
}
