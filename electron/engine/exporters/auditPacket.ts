import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import Papa from 'papaparse';
import { ZipFile } from 'yazl';
import { guardCell } from '#shared/domain/csvCell.ts';
import { escapeHtml, oneLine } from '#shared/domain/escape.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Activity } from '#shared/procedures/ledger.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';

export type PacketFacts = Readonly<{
  title: string;
  issuer: string | null;
  number: string | null;
  holder: string;
  asOf: PlainDate;
  ledger: ProcedureOutput<'ledger.get'>;
  /** Activities of the cycle that count towards this credential. */
  activities: readonly Activity[];
  credentialId: string;
  /** Bytes of a stored proof; undefined when they are gone or changed. */
  bytesOf: (sha256: string) => Uint8Array | undefined;
}>;

export type Packet = Readonly<{ bytes: Uint8Array; missing: readonly string[] }>;

type Line = Readonly<{
  on: string;
  title: string;
  provider: string;
  units: number;
  unit: string;
  category: string;
  counts: string;
  proofs: readonly string[];
}>;

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a201d}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #cbd2ce;vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums}@media(prefers-color-scheme:dark){body{background:#171a19;color:#e7ebe8}a{color:#7fd3a9}}`;

/**
 * What an auditor asks for, in one zip: index.html that opens offline, log.csv, the proofs under
 * readable names, and SHA256SUMS that `sha256sum -c` accepts (features.md D8).
 */
export async function auditPacket(facts: PacketFacts): Promise<Packet> {
  const files = new Map<string, Uint8Array>();
  const missing = facts.ledger.requirements
    .filter(({ met }) => !met)
    .map(({ unit, counted, total }) => `${counted} of ${total} ${unit} count so far.`);
  const lines = facts.activities.flatMap((activity) => linesOf(activity, facts, files, missing));
  files.set('log.csv', text(logCsv(lines)));
  files.set('index.html', text(indexHtml(facts, lines, missing)));
  const sums = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`);
  files.set('SHA256SUMS', text(sums.join('')));

  const zip = new ZipFile();
  for (const [name, bytes] of files) {
    zip.addBuffer(Buffer.from(bytes), name, {
      mtime: new Date(`${facts.asOf}T12:00:00Z`),
      mode: 0o100644,
    });
  }
  zip.end();
  return { bytes: new Uint8Array(await buffer(zip.outputStream)), missing };
}

/** The lines of one activity; its proofs are put among the files, what lacks among the missing. */
function linesOf(
  activity: Activity,
  facts: PacketFacts,
  files: Map<string, Uint8Array>,
  missing: string[],
): Line[] {
  const proofs = activity.proofs.flatMap(({ name, sha256: digest }) => {
    const bytes = facts.bytesOf(digest);
    if (!bytes) {
      missing.push(`The proof “${name}” of “${activity.title}” is no longer as it was stored.`);
      return [];
    }
    const path = freeName(
      `proofs/${activity.on} ${readable(activity.title)}`,
      extensionOf(name),
      files,
    );
    files.set(path, bytes);
    return [path];
  });
  if (activity.proofs.length === 0)
    missing.push(`“${activity.title}” of ${activity.on} has no proof.`);
  const [requirement] = facts.ledger.requirements;
  return activity.allocations
    .filter(({ credentialId }) => credentialId === facts.credentialId)
    .map(({ units, unit, category, flag }) => ({
      on: activity.on,
      title: activity.title,
      provider: activity.provider ?? '',
      units,
      unit: unit ?? requirement?.unit ?? '',
      category: category ?? '',
      counts: flag === null || flag === 'counted' ? 'yes' : `no, ${flag.replaceAll('-', ' ')}`,
      proofs,
    }));
}

function logCsv(lines: readonly Line[]): string {
  const header = ['Date', 'Activity', 'Provider', 'Units', 'Unit', 'Category', 'Counts', 'Proofs'];
  const rows = lines.map((line) =>
    [
      line.on,
      line.title,
      line.provider,
      String(line.units),
      line.unit,
      line.category,
      line.counts,
      line.proofs.join('; '),
    ].map(guardCell),
  );
  return `${Papa.unparse([header, ...rows], { newline: '\r\n' })}\r\n`;
}

function indexHtml(facts: PacketFacts, lines: readonly Line[], missing: readonly string[]): string {
  const { title, issuer, number, holder, asOf, ledger } = facts;
  const cell = (value: string | number) =>
    `<td${typeof value === 'number' ? ' class="n"' : ''}>${escapeHtml(oneLine(String(value)))}</td>`;
  const about = [holder, issuer, number === null ? null : `no. ${number}`].filter(
    (part) => part !== null && part !== '',
  );
  const totals = ledger.requirements.map(
    ({ unit, total, counted, met, categories }) =>
      `<tr>${cell(unit)}${cell(counted)}${cell(total)}${cell(met ? 'met' : 'not met')}</tr>${categories
        .map(
          (one) =>
            `<tr>${cell(`– ${one.name}`)}${cell(one.counted)}${cell(one.min === null ? '' : `min ${one.min}`)}${cell(one.max === null ? '' : `max ${one.max}`)}</tr>`,
        )
        .join('')}`,
  );
  const rows = lines.map(
    (line) =>
      `<tr>${[line.on, line.title, line.provider, line.units, line.category, line.counts].map(cell).join('')}<td>${line.proofs
        .map(
          (path) =>
            `<a href="${escapeHtml(encodeURI(path))}">${escapeHtml(path.slice('proofs/'.length))}</a>`,
        )
        .join('<br>')}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(oneLine(title))}: audit packet</title><style>${STYLE}</style></head><body>
<h1>${escapeHtml(oneLine(title))}</h1>
<p>${escapeHtml(oneLine(about.join(', ')))}</p>
<p>Cycle ${ledger.cycle.start} to ${ledger.cycle.end}, as of ${asOf}.</p>
<h2>Requirements</h2>
<table><thead><tr><th>Unit</th><th>Counted</th><th>Required</th><th></th></tr></thead><tbody>${totals.join('\n')}</tbody></table>
<h2>Activities</h2>
<table><thead><tr><th>Date</th><th>Activity</th><th>Provider</th><th>Units</th><th>Category</th><th>Counts</th><th>Proof</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>
<h2>Missing</h2>
${missing.length === 0 ? '<p>Nothing is missing.</p>' : `<ul>${missing.map((line) => `<li>${escapeHtml(oneLine(line))}</li>`).join('')}</ul>`}
</body></html>
`;
}

/** A name that every file system takes, still readable. */
function readable(title: string): string {
  const name = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();
  return name === '' ? 'proof' : name;
}

const extensionOf = (name: string): string =>
  /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? '';

function freeName(stem: string, extension: string, files: ReadonlyMap<string, unknown>): string {
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : ` ${number}`}${extension}`;
    if (!files.has(name)) return name;
  }
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
