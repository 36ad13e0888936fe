import type { ReminderKind, ReminderSettings } from '#shared/domain/reminderSettings.ts';
import type { Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { credentialKinds, hasDays, ownRuleOf } from './rules.ts';

/** How a kind stands for all: "180, 90, on the day", "on" or "off". */
export function allDaysWords(
  { kinds }: Pick<ReminderSettings, 'kinds'>,
  kind: ReminderKind,
  format: Format,
): string {
  const { isOn, offsets } = kinds[kind];
  if (!isOn) return t('reminders.rules.never');
  if (!hasDays(kind)) return t('reminders.rules.always');
  const before = offsets.filter((day) => day > 0).toSorted((a, b) => b - a);
  const parts = [
    ...(before.length === 0
      ? []
      : [t('reminders.rules.list', { days: before.map((day) => format.number(day)).join(', ') })]),
    ...(offsets.includes(0) ? [t('reminders.days.zero')] : []),
  ];
  return parts.length === 0 ? t('reminders.days.none') : parts.join(', ');
}

/** What differs for one credential, in words; null when nothing does. */
export function differsWords(settings: ReminderSettings, id: string): string | null {
  const kinds = credentialKinds.flatMap((kind) => {
    const own = ownRuleOf(settings, id, kind);
    if (own === 'as-for-all') return [];
    const label = t(`reminders.kinds.${kind}`);
    return own === 'off' ? t('reminders.rules.offWord', { kind: label }) : label;
  });
  return kinds.length === 0 ? null : t('reminders.rules.differs', { kinds: kinds.join(', ') });
}
