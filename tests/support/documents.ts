import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { toSections, type LineContext, type Section } from '#shared/domain/line.ts';
import type { Credential } from '#shared/domain/credential.ts';
import { oneLine } from '#shared/domain/escape.ts';
import { outgoingStatuses, selectOutgoing } from '#shared/domain/order.ts';
import { defaultResumeOptions, type Design, type ResumeOptions } from '#shared/domain/profile.ts';
import type { Content } from '../../electron/engine/services/exportFile.ts';
import { readZip } from '../../electron/engine/importers/zipEntries.ts';
import { aStoredCredential } from './aStoredCredential.ts';
import { outgoingDay as asOf, outgoingPortfolio } from './outgoingPortfolio.ts';

const NAUGHTY = new URL('../../../shared/corpora/blns/blns.json', import.meta.url);
export const hasNaughtyStrings = existsSync(NAUGHTY);

/** What a document is made from: the outgoing portfolio, every fact shown, a program with courses. */
export function documentContent(
  options: Partial<ResumeOptions> = {},
  design: Design = 'list',
): Content {
  const all: ResumeOptions = {
    ...defaultResumeOptions,
    number: true,
    link: true,
    skills: true,
    credit: true,
    ...options,
  };
  // Whether a font has an emoji hangs on the machine; what becomes of it has tests of its own.
  const credentials = outgoingPortfolio().map((each) => ({
    ...each,
    title: each.title.replace('🎓 ', ''),
  }));
  const { kept } = selectOutgoing(credentials, {
    statuses: outgoingStatuses(all),
    ids: null,
    tags: [],
    degrees: true,
  });
  return contentOf(kept, all, design, programContext(kept));
}

/** The same from credentials of one's own. */
export function contentOf(
  kept: readonly Credential[],
  options: ResumeOptions,
  design: Design = 'list',
  context: LineContext = {},
): Content {
  const sections = toSections(kept, { ...options, asOf, context });
  const byId = new Map(kept.map((each) => [each.id, each]));
  const credentials = sections.flatMap(({ lines }) =>
    lines.flatMap(({ id }) => byId.get(id) ?? []),
  );
  return { sections, credentials, options, design, holder: 'Ada Lovelace' };
}

function programContext(kept: readonly Credential[]): LineContext {
  const program = kept.find(({ kind }) => kind === 'micromasters');
  if (program === undefined) return {};
  return {
    courses: new Map([
      [
        program.id,
        [
          { title: 'SC0x Supply Chain Analytics', abbreviation: null },
          { title: 'SC1x Supply Chain Fundamentals', abbreviation: null },
        ],
      ],
    ]),
    credit: new Map([[program.id, { amount: 7.5, system: 'ects', institution: 'MIT' }]]),
  };
}

/** Credentials whose title, issuer and number are hostile; none where the corpora are absent. */
export function naughtyCredentials(): Credential[] {
  if (!hasNaughtyStrings) return [];
  return z
    .array(z.string())
    .parse(JSON.parse(readFileSync(NAUGHTY, 'utf8')))
    .filter((title) => oneLine(title) !== '')
    .map((title, index) =>
      aStoredCredential({ n: index + 1, title, issuer: title, number: title.slice(0, 500) }),
    );
}

export const linesOf = (sections: readonly Section[]) => sections.flatMap(({ lines }) => lines);

/** Files of an OOXML document by name, as text. */
export async function partsOfDocx(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { entries } = await readZip(bytes, () => true);
  return new Map(entries.map((each) => [each.name, new TextDecoder().decode(each.bytes)]));
}

/** Whether a program of the system can be run; tests that need it skip visibly where it is not. */
export function isInstalled(program: string, flag = '--version'): boolean {
  return spawnSync(program, [flag]).error === undefined;
}
