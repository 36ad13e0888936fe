/** Names of the months as messages write them, January first. */
export const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * What each month is called in English, German, Spanish and French, whole and shortened; lower case
 * and without accents, as `foldDateText` leaves a text.
 */
const namesByMonth = [
  'jan january januar janner jaenner jaen enero ene janvier janv',
  'feb february februar febr feber febrero fevrier fevr fev',
  'mar march marz maerz mrz marzo mars',
  'apr april abril abr avril avr',
  'may mai mayo',
  'jun june juni junio juin',
  'jul july juli julio juillet juill juil',
  'aug august agosto ago aout',
  'sep sept september septiembre setiembre septembre',
  'oct october okt oktober octubre octobre',
  'nov november noviembre novembre',
  'dec december dez dezember diciembre dic decembre',
];

const monthByName: ReadonlyMap<string, number> = new Map(
  namesByMonth.flatMap((names, index) =>
    names.split(' ').map((name) => [name, index + 1] as const),
  ),
);

/** Left out is "mar", which is Spanish and French for Tuesday but March everywhere. */
const weekdays: ReadonlySet<string> = new Set(
  [
    'mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday sun sunday',
    'mo montag di dienstag mi mittwoch do donnerstag fr freitag sa samstag sonnabend so sonntag',
    'lun lunes martes mie miercoles jue jueves vie viernes sab sabado dom domingo',
    'lundi mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche',
  ].flatMap((names) => names.split(' ')),
);

const fillers: ReadonlySet<string> = new Set(['of', 'the', 'den', 'am', 'de', 'del', 'el', 'le']);

/** The month, 1 to 12, that a folded word names; undefined for any other word. */
export function monthNamed(word: string): number | undefined {
  return monthByName.get(word);
}

/** Whether a folded word names a day of the week. */
export function isWeekday(word: string): boolean {
  return weekdays.has(word);
}

/** Whether a folded word may stand between the parts of a date, as in "3 de noviembre de 2020". */
export function isFiller(word: string): boolean {
  return fillers.has(word);
}

/**
 * Lower case without accents; all white space one space, all dashes one hyphen, no invisible marks
 * (byte-order mark, writing direction), which spreadsheets leave around dates.
 */
export function foldDateText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/\p{Pd}|\u2212/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
}
