import type { ProcedureOutput } from '#shared/procedures.ts';
import type { Lie, SentCopy } from '#shared/procedures/copies.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { outputGroups, type OutputName } from './views.ts';

export type Stale = ProcedureOutput<'copies.stale'>['items'][number];

const names: readonly OutputName[] = outputGroups.flatMap(({ outputs }) => outputs);

/** What a copy is, in the words of the list; another program's name for it as it is. */
export function outputWords(output: string): string {
  const known = names.find((each) => each === output);
  return known === undefined ? output : t(`share.names.${known}`);
}

/** "Saved 12 Aug 2026": the day in the reader's own time zone. */
export function whenWords({ how, sentAt }: Pick<SentCopy, 'how' | 'sentAt'>, format: Format) {
  return t(`share.sent.${how}`, { day: format.day(localDay(sentAt)) });
}

/** "SHRM-CP is in grace", or how many facts are no longer true. */
export function liesWords(lies: readonly Lie[]): string {
  const reasons = new Set(lies.map(({ reason }) => reason.replace(/\.$/, '')));
  const [only] = reasons;
  return reasons.size === 1 && only !== undefined
    ? only
    : t('share.sent.untrue', { count: lies.length });
}

function localDay(instant: string) {
  const at = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return plainDateSchema.parse(
    `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
  );
}
