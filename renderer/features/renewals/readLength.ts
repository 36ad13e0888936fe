const UNITS = String.raw`(h|hr|hrs|hour|hours|std|m|min|mins|minute|minutes)`;
const PART = new RegExp(String.raw`^(\d{1,4}(?:[.,]\d{1,4})?) ?${UNITS}\b\.?,? ?(?:and )?`);
const CLOCK = /^(\d{1,3}):([0-5]\d)$/;
const HOURS_THEN_MINUTES = /^(\d{1,3}) ?h ?([0-5]?\d)$/;
const BARE = /^\d{1,4}(?:[.,]\d{1,4})?$/;

/** Nobody logs an activity of so few minutes, so a bare number below it means hours. */
const FEWEST_MINUTES = 10;
const LONGEST_MINUTES = 100_000;

/**
 * Reads how long something took, as people write it: `1 h 30 min`, `1h30`, `1:30`, `90 min`, `1.5 h`.
 * A bare number is minutes (`90`), or hours where it has a decimal or is below 10 (`1.5`, `2`).
 * @returns whole minutes; null when it is no length
 */
export function readLength(text: string): number | null {
  const minutes = minutesIn(text.trim().toLowerCase().replaceAll(/\s+/g, ' '));
  if (minutes === null || minutes < 1 || minutes > LONGEST_MINUTES) return null;
  return Math.round(minutes);
}

/** Minutes in the form that `readLength` reads back: `1 h 30 min`. */
export function lengthText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/**
 * Minutes as clock hours of two decimal places, rounded up: less than half a minute is added, so no
 * rate that counts in whole or half minutes gives a unit more, and none gives one less.
 */
export function clockHours(minutes: number): number {
  return Math.ceil((minutes * 100) / 60 - 1e-9) / 100;
}

function minutesIn(text: string): number | null {
  const clock = CLOCK.exec(text) ?? HOURS_THEN_MINUTES.exec(text);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  if (BARE.test(text)) {
    const value = decimal(text);
    return /[.,]/.test(text) || value < FEWEST_MINUTES ? value * 60 : value;
  }
  let rest = text;
  let minutes = 0;
  let seen = '';
  while (rest !== '') {
    const part = PART.exec(rest);
    const [whole, value = '', unit = ''] = part ?? [];
    if (whole === undefined) return null;
    const sort = unit.startsWith('m') ? 'm' : 'h';
    // Hours, then minutes, each once.
    if (seen.includes(sort) || (sort === 'h' && seen !== '')) return null;
    seen += sort;
    minutes += decimal(value) * (sort === 'm' ? 1 : 60);
    rest = rest.slice(whole.length);
  }
  return seen === '' ? null : minutes;
}

const decimal = (text: string): number => Number(text.replace(',', '.'));
