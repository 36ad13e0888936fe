/** Laurel's own words on stories and the case for a raise, in one language. */
export type SheetWords = Readonly<{
  situation: string;
  task: string;
  action: string;
  result: string;
  metric: string;
  tools: string;
  why: string;
  credentials: string;
  evidence: string;
  stories: string;
  spoken: (words: number, seconds: number) => string;
  raise: string;
  since: (when: string) => string;
  earned: string;
  renewed: string;
  skills: string;
  effort: string;
  hours: (hours: string) => string;
  furtherHours: (hours: string) => string;
  borne: (amount: string) => string;
  paidBy: (amount: string, who: string) => string;
  reached: string;
  market: string;
  ask: string;
}>;

const english: SheetWords = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  metric: 'In figures',
  tools: 'Tools',
  why: 'Why it matters here',
  credentials: 'Shown by',
  evidence: 'Evidence',
  stories: 'Interview stories',
  spoken: (words, seconds) => `${words} words, ${seconds} seconds`,
  raise: 'Case for a raise',
  since: (when) => `Since ${when}`,
  earned: 'Earned',
  renewed: 'Kept up',
  skills: 'Skills',
  effort: 'Effort',
  hours: (hours) => `${hours} hours of study`,
  furtherHours: (hours) => `${hours} hours of continuing education`,
  borne: (amount) => `${amount} paid myself`,
  paidBy: (amount, who) => `${amount} paid by ${who}`,
  reached: 'What it led to',
  market: 'How the market words it',
  ask: 'What I ask for',
};

const german: SheetWords = {
  situation: 'Ausgangslage',
  task: 'Aufgabe',
  action: 'Vorgehen',
  result: 'Ergebnis',
  metric: 'In Zahlen',
  tools: 'Werkzeuge',
  why: 'Warum es hier zählt',
  credentials: 'Belegt durch',
  evidence: 'Nachweise',
  stories: 'Geschichten für das Gespräch',
  spoken: (words, seconds) => `${words} Wörter, ${seconds} Sekunden`,
  raise: 'Begründung einer Gehaltserhöhung',
  since: (when) => `Seit ${when}`,
  earned: 'Erworben',
  renewed: 'Aufrechterhalten',
  skills: 'Fähigkeiten',
  effort: 'Aufwand',
  hours: (hours) => `${hours} Stunden Lernzeit`,
  furtherHours: (hours) => `${hours} Stunden Weiterbildung`,
  borne: (amount) => `${amount} selbst bezahlt`,
  paidBy: (amount, who) => `${amount} bezahlt von ${who}`,
  reached: 'Was daraus wurde',
  market: 'Wie der Markt es nennt',
  ask: 'Worum ich bitte',
};

const spanish: SheetWords = {
  situation: 'Situación',
  task: 'Tarea',
  action: 'Acción',
  result: 'Resultado',
  metric: 'En cifras',
  tools: 'Herramientas',
  why: 'Por qué importa aquí',
  credentials: 'Lo muestra',
  evidence: 'Pruebas',
  stories: 'Historias para la entrevista',
  spoken: (words, seconds) => `${words} palabras, ${seconds} segundos`,
  raise: 'Razones para un aumento',
  since: (when) => `Desde ${when}`,
  earned: 'Obtenido',
  renewed: 'Mantenido al día',
  skills: 'Competencias',
  effort: 'Esfuerzo',
  hours: (hours) => `${hours} horas de estudio`,
  furtherHours: (hours) => `${hours} horas de formación continua`,
  borne: (amount) => `${amount} de mi bolsillo`,
  paidBy: (amount, who) => `${amount} a cargo de ${who}`,
  reached: 'A qué condujo',
  market: 'Cómo lo llama el mercado',
  ask: 'Lo que pido',
};

const french: SheetWords = {
  situation: 'Situation',
  task: 'Tâche',
  action: 'Action',
  result: 'Résultat',
  metric: 'En chiffres',
  tools: 'Outils',
  why: 'Pourquoi cela compte ici',
  credentials: 'Montré par',
  evidence: 'Preuves',
  stories: 'Récits pour l’entretien',
  spoken: (words, seconds) => `${words} mots, ${seconds} secondes`,
  raise: 'Dossier pour une augmentation',
  since: (when) => `Depuis ${when}`,
  earned: 'Obtenu',
  renewed: 'Maintenu à jour',
  skills: 'Compétences',
  effort: 'Effort',
  hours: (hours) => `${hours} heures d’étude`,
  furtherHours: (hours) => `${hours} heures de formation continue`,
  borne: (amount) => `${amount} à mes frais`,
  paidBy: (amount, who) => `${amount} pris en charge par ${who}`,
  reached: 'Ce que cela a apporté',
  market: 'Comment le marché le dit',
  ask: 'Ce que je demande',
};

const byLanguage: ReadonlyMap<string, SheetWords> = new Map([
  ['en', english],
  ['de', german],
  ['es', spanish],
  ['fr', french],
]);

/** Words in a locale's language, else in English. */
export function sheetWords(locale: string): SheetWords {
  const [language = 'en'] = locale.toLowerCase().split('-', 1);
  return byLanguage.get(language) ?? english;
}
