import type { Credential, Id } from '#shared/domain/credential.ts';
import { escapeHtml, oneLine, webLink } from '#shared/domain/escape.ts';
import { toSections, type Line, type LineContext, type LineFact } from '#shared/domain/line.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { portfolioWords } from '#shared/domain/portfolioWords.ts';
import { scriptJson, toSchemaOrg } from '#shared/domain/schemaOrg.ts';
import type { SharingDetails } from '#shared/domain/sharingDetails.ts';
import { PORTFOLIO_STYLE } from './portfolioStyle.ts';

/** One file as the page shows it; bytes are given when it is embedded. */
export type PageFile = Readonly<{ name: string; mime: string; bytes: Uint8Array }>;

export type PortfolioPage = Readonly<{
  credentials: readonly Credential[];
  details: SharingDetails;
  letters: readonly string[];
  intro: string;
  locale: string;
  asOf: PlainDate;
  numbers: boolean;
  skills: boolean;
  links: boolean;
  contact: boolean;
  files: ReadonlyMap<Id, readonly PageFile[]>;
  context: LineContext;
}>;

/** Pictures that a page may show; a drawing (SVG) can hold scripts and is no picture here. */
export const shownImages: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
]);
/** Files that a page may carry to be saved from it. */
export const carriedFiles: ReadonlySet<string> = new Set([
  ...shownImages,
  'application/pdf',
  'text/plain',
]);

/**
 * The portfolio as one HTML file (features.md I8): no script, nothing from elsewhere, a policy that
 * forbids both; schema.org data inside. It reads on a phone, in the dark and on paper.
 */
export function portfolioPage(page: PortfolioPage): string {
  const words = portfolioWords(page.locale);
  const name = oneLine(page.details.name);
  const title = name === '' ? words.title : `${name}: ${words.title}`;
  const byId = new Map(page.credentials.map((credential) => [credential.id, credential]));
  const sections = toSections(page.credentials, {
    expiry: true,
    number: page.numbers,
    link: page.links,
    skills: false,
    locale: page.locale,
    asOf: page.asOf,
    context: page.context,
  });
  return `<!doctype html>
<html lang="${escapeHtml(page.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<title>${escapeHtml(title)}</title>
<style>${PORTFOLIO_STYLE}
</style>
<script type="application/ld+json">
${scriptJson(toSchemaOrg(page.credentials, page.details, page))}
</script>
</head>
<body>
${header(page, name)}<main>
${sections
  .map(
    (section) => `<section aria-labelledby="${section.name}">
<h2 id="${section.name}">${escapeHtml(section.heading)}</h2>
${section.lines.map((line) => article(line, byId.get(line.id), page)).join('')}</section>
`,
  )
  .join('')}</main>
<footer><p>${escapeHtml(words.asOf(longDay(page.asOf, page.locale)))}</p></footer>
</body>
</html>
`;
}

function header({ details, letters, intro, contact, locale }: PortfolioPage, name: string): string {
  const after =
    name === '' || letters.length === 0
      ? ''
      : `<span class="letters">, ${escapeHtml(letters.join(', '))}</span>`;
  const role = [details.role, details.organization, details.location]
    .map(oneLine)
    .filter((part) => part !== '');
  const paragraphs = intro
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/u)
    .map((text) => text.split('\n').map(oneLine).map(escapeHtml).join('<br>\n').trim())
    .filter((text) => text !== '');
  const website = /^https?:\/\//iu.test(details.website)
    ? details.website
    : `https://${details.website}`;
  const link = oneLine(details.website) === '' ? null : webLink(website);
  const reach = contact
    ? [
        ...[details.email, details.phone]
          .map(oneLine)
          .filter((part) => part !== '')
          .map(escapeHtml),
        ...(link === null
          ? []
          : [
              `<a href="${escapeHtml(link)}" rel="noopener noreferrer">${escapeHtml(oneLine(details.website))}</a>`,
            ]),
      ]
    : [];
  return `<header>
<h1>${name === '' ? escapeHtml(portfolioWords(locale).credential) : escapeHtml(name)}${after}</h1>
${role.length === 0 ? '' : `<p class="role">${escapeHtml(role.join(', '))}</p>\n`}${paragraphs.map((text) => `<p class="intro">${text}</p>\n`).join('')}${reach.length === 0 ? '' : `<ul class="reach">${reach.map((item) => `<li>${item}</li>`).join('')}</ul>\n`}</header>
`;
}

function article(line: Line, credential: Credential | undefined, page: PortfolioPage): string {
  const words = portfolioWords(page.locale);
  const textOf = (fact: LineFact): string =>
    line.parts.find((part) => part.fact === fact)?.text ?? '';
  const href = line.parts.find(({ fact }) => fact === 'link')?.href ?? null;
  const title = textOf('title') || (line.parts[0]?.text ?? '');
  const facts = [
    ...[textOf('number'), textOf('credit')]
      .filter((text) => text !== '')
      .map((text) => `<span>${escapeHtml(text)}</span>`),
    ...(href === null
      ? []
      : [
          `<a href="${escapeHtml(href)}" rel="noopener noreferrer" aria-label="${escapeHtml(`${words.verify}: ${title}`)}">${escapeHtml(words.verify)}</a>`,
        ]),
  ];
  const skills = page.skills
    ? (credential?.skills ?? []).map(oneLine).filter((skill) => skill !== '')
    : [];
  const expiry = textOf('expiry');
  return `<article>
<div class="when">${escapeHtml(textOf('date'))}${expiry === '' ? '' : `<span>${escapeHtml(expiry)}</span>`}</div>
<div>
<h3>${escapeHtml(title)}</h3>
${textOf('issuer') === '' || textOf('issuer') === title ? '' : `<p class="by">${escapeHtml(textOf('issuer'))}</p>\n`}${facts.length === 0 ? '' : `<p class="facts">${facts.join('')}</p>\n`}${line.beneath === null ? '' : `<p class="beneath">${escapeHtml(line.beneath.text)}</p>\n`}${skills.length === 0 ? '' : `<ul class="skills">${skills.map((skill) => `<li>${escapeHtml(skill)}</li>`).join('')}</ul>\n`}${files(page.files.get(line.id) ?? [])}</div>
</article>
`;
}

function files(all: readonly PageFile[]): string {
  if (all.length === 0) return '';
  const items = all.map((file) => {
    const name = escapeHtml(oneLine(file.name));
    const source = `data:${file.mime};base64,${Buffer.from(file.bytes).toString('base64')}`;
    return shownImages.has(file.mime)
      ? `<li><figure><img src="${source}" alt="${name}"><figcaption>${name}</figcaption></figure></li>`
      : `<li><a href="${source}" download="${name}">${name}</a></li>`;
  });
  return `<ul class="files">${items.join('')}</ul>\n`;
}

function longDay(day: PlainDate, locale: string): string {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number);
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    calendar: 'gregory',
    dateStyle: 'long',
  }).format(new Date(Date.UTC(year, month - 1, date)));
}
