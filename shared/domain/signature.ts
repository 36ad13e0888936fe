import { escapeHtml, oneLine, webLink } from '#shared/domain/escape.ts';
import type { SharingDetails } from '#shared/domain/sharingDetails.ts';

/** "Elena Marchetti, PMP, CPA": the name with its letters; without a name the letters alone. */
export function nameLine(name: string, letters: readonly string[]): string {
  return [oneLine(name), ...letters].filter((part) => part !== '').join(', ');
}

/** Two lines for a business card: name with letters, then role and organization. */
export function cardLine(details: SharingDetails, letters: readonly string[]): string {
  return [nameLine(details.name, letters), roleLine(details)]
    .filter((line) => line !== '')
    .join('\n');
}

/** A signature as plain text: name line, role, and how to reach, a line each. */
export function signatureText(details: SharingDetails, letters: readonly string[]): string {
  const reach = [details.phone, details.email, details.website, details.location]
    .map(oneLine)
    .filter((part) => part !== '');
  return [nameLine(details.name, letters), roleLine(details), reach.join(' · ')]
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * The same as HTML for a mail program: paragraphs with styles of their own, since mail knows no
 * style sheets; links to e-mail, phone and web only where they are such.
 */
export function signatureHtml(details: SharingDetails, letters: readonly string[]): string {
  const name = oneLine(details.name);
  const after = letters.map((each) => `, ${escapeHtml(each)}`).join('');
  const head =
    name === '' ? escapeHtml(letters.join(', ')) : `<strong>${escapeHtml(name)}</strong>${after}`;
  const reach = [
    phoneHtml(oneLine(details.phone)),
    emailHtml(oneLine(details.email)),
    websiteHtml(oneLine(details.website)),
    escapeHtml(oneLine(details.location)),
  ].filter((part) => part !== '');
  const lines = [head, escapeHtml(roleLine(details)), reach.join(' &#183; ')].filter(
    (line) => line !== '',
  );
  const style = 'margin:0;font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:20px;';
  return lines
    .map(
      (line, index) =>
        `<p style="${style}color:${index === 0 ? '#1b1f1d' : '#555d59'}">${line}</p>\n`,
    )
    .join('');
}

/** RFC 6350 6.2.2: honorific suffixes, a list whose members are escaped and parted by commas. */
export function vcardSuffix(letters: readonly string[]): string {
  return letters.map(vcardText).join(',');
}

/**
 * A vCard 4.0 with the letters as honorific suffixes (RFC 6350). The last word of the name is taken
 * as the family name, as address books do when nobody says; lines are folded at 75 octets.
 */
export function vcard(details: SharingDetails, letters: readonly string[]): string {
  const name = oneLine(details.name);
  const words = name.split(' ');
  const family = words.length > 1 ? (words.at(-1) ?? '') : '';
  const given = words.length > 1 ? words.slice(0, -1).join(' ') : name;
  const website = webLink(websiteAddress(oneLine(details.website)));
  const property = (label: string, value: string): string[] =>
    value === '' ? [] : [`${label}:${vcardText(value)}`];
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `FN:${vcardText(nameLine(name, letters))}`,
    `N:${vcardText(family)};${vcardText(given)};;;${vcardSuffix(letters)}`,
    ...property('TITLE', oneLine(details.role)),
    ...property('ORG', oneLine(details.organization)),
    ...property('TEL', oneLine(details.phone)),
    ...property('EMAIL', oneLine(details.email)),
    ...(website === null ? [] : [`URL:${website}`]),
    'END:VCARD',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

function roleLine({ role, organization }: SharingDetails): string {
  return [oneLine(role), oneLine(organization)].filter((part) => part !== '').join(', ');
}

function phoneHtml(phone: string): string {
  const digits = phone.replace(/[^\d+]/gu, '');
  return /^\+?\d{5,}$/u.test(digits)
    ? `<a href="tel:${digits}" style="color:inherit">${escapeHtml(phone)}</a>`
    : escapeHtml(phone);
}

function emailHtml(email: string): string {
  return /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+$/u.test(email)
    ? `<a href="mailto:${encodeURIComponent(email).replaceAll('%40', '@')}" style="color:inherit">${escapeHtml(email)}</a>`
    : escapeHtml(email);
}

function websiteHtml(website: string): string {
  const link = webLink(websiteAddress(website));
  return link === null
    ? escapeHtml(website)
    : `<a href="${escapeHtml(link)}" style="color:inherit">${escapeHtml(website.replace(/^https?:\/\//iu, ''))}</a>`;
}

/** People write example.org; only what is no address of another kind gets its https. */
function websiteAddress(website: string): string {
  return /^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/u.test(website) ? `https://${website}` : website;
}

function vcardText(text: string): string {
  return oneLine(text).replace(/[\\,;]/gu, '\\$&');
}

/** RFC 6350 3.2: lines of at most 75 octets, never cut within a letter. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let octets = 0;
  let out = '';
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += sign;
    octets += size;
  }
  return out;
}
