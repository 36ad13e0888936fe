import type { OutputWords } from '#shared/domain/outputWords.ts';

export const germanWords: OutputWords = {
  sections: {
    certifications: 'Lizenzen und Zertifizierungen',
    programs: 'Programme',
    education: 'Ausbildung',
    courses: 'Kurse',
    badges: 'Badges und Tests',
    memberships: 'Mitgliedschaften',
    other: 'Weitere Nachweise',
  },
  onPlatform: (issuer, platform) => `${issuer} über ${platform}`,
  expected: (when) => `Erwartet ${when}`,
  inProgress: 'Laufend',
  planned: 'Geplant',
  expires: (when) => `gültig bis ${when}`,
  renewed: (when) => `erneuert ${when}`,
  expired: (when) => `abgelaufen ${when}`,
  lapsed: 'abgelaufen',
  formerly: 'Ehemals ',
  until: (when) => `bis ${when}`,
  revoked: 'widerrufen',
  abandoned: 'nicht abgeschlossen',
  number: (number) => `Nr. ${number}`,
  skills: (names) => `Kenntnisse: ${names.join(', ')}`,
  courses: (names) => `Kurse: ${names.join(', ')}`,
  credit: (amount, system, institution) =>
    `${amount} ${system === 'ects' ? 'ECTS-Punkte' : 'Credits'}, anerkannt von ${institution}`,
};

export const spanishWords: OutputWords = {
  sections: {
    certifications: 'Licencias y certificaciones',
    programs: 'Programas',
    education: 'Formación académica',
    courses: 'Cursos',
    badges: 'Insignias y evaluaciones',
    memberships: 'Membresías',
    other: 'Otras credenciales',
  },
  onPlatform: (issuer, platform) => `${issuer} en ${platform}`,
  expected: (when) => `Previsto para ${when}`,
  inProgress: 'En curso',
  planned: 'Planificado',
  expires: (when) => `válido hasta ${when}`,
  renewed: (when) => `renovado en ${when}`,
  expired: (when) => `caducado en ${when}`,
  lapsed: 'caducado',
  formerly: 'Anteriormente ',
  until: (when) => `hasta ${when}`,
  revoked: 'revocado',
  abandoned: 'no terminado',
  number: (number) => `n.º ${number}`,
  skills: (names) => `competencias: ${names.join(', ')}`,
  courses: (names) => `Cursos: ${names.join(', ')}`,
  credit: (amount, system, institution) =>
    `${amount} ${system === 'ects' ? 'créditos ECTS' : 'créditos'} reconocidos por ${institution}`,
};

export const frenchWords: OutputWords = {
  sections: {
    certifications: 'Licences et certifications',
    programs: 'Programmes',
    education: 'Formation',
    courses: 'Cours',
    badges: 'Badges et évaluations',
    memberships: 'Adhésions',
    other: 'Autres titres',
  },
  onPlatform: (issuer, platform) => `${issuer} sur ${platform}`,
  expected: (when) => `Prévu pour ${when}`,
  inProgress: 'En cours',
  planned: 'Prévu',
  expires: (when) => `valable jusqu’en ${when}`,
  renewed: (when) => `renouvelé en ${when}`,
  expired: (when) => `expiré en ${when}`,
  lapsed: 'expiré',
  formerly: 'Anciennement ',
  until: (when) => `jusqu’en ${when}`,
  revoked: 'révoqué',
  abandoned: 'non terminé',
  number: (number) => `nº ${number}`,
  // A no-break space stands before a colon in French.
  skills: (names) => `compétences\u{A0}: ${names.join(', ')}`,
  courses: (names) => `Cours\u{A0}: ${names.join(', ')}`,
  credit: (amount, system, institution) =>
    `${amount} ${system === 'ects' ? 'crédits ECTS' : 'crédits'} reconnus par ${institution}`,
};
