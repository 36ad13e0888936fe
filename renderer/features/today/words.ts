import type { ReminderKind } from '#shared/domain/reminderSettings.ts';
import { t } from '../../i18n/index.ts';
import type { AttentionLine, DueItem } from './attention.ts';

const also = [
  'renewal-window-opens',
  'ce-behind-pace',
  'ce-year-minimum',
  'fee-due',
  'deadline',
  'subscription-renews',
  'stack-at-risk',
] as const satisfies readonly ReminderKind[];

/** Why a line is there: of a credential's own date what follows from it, and what comes with it. */
export function reasonWords({ kind, body, also: kinds, daysLeft }: AttentionLine): string {
  if (body !== null) return body;
  const own = kind as DueItem['kind']; // only a credential's own date has no words of its own
  const further = also.filter(
    (one) => kinds.includes(one) && (one !== 'renewal-window-opens' || daysLeft >= 0),
  );
  if (further.length === 0) return t(`today.reasons.${own}`);
  return [
    t(`today.short.${own}`),
    ...[...new Set(further)].map((one) => t(`today.also.${one}`)),
  ].join(' ');
}
