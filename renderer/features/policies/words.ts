import type { Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';

type Named = Readonly<{ name: string; abbreviation: string | null; issuer: string }>;

/** "Project Management Institute: PMP". */
export const shortName = ({ name, abbreviation, issuer }: Named): string =>
  t('policies.shortName', { issuer, name: abbreviation ?? name });

/** How often it is renewed: "renews every 3 years", "renews every 18 months". */
export function termWords(cycleMonths: number | null): string {
  if (cycleMonths === null) return t('policies.term.none');
  if (cycleMonths % 12 !== 0) return t('policies.term.months', { count: cycleMonths });
  return t('policies.term.years', { count: cycleMonths / 12 });
}

/** What a policy makes the expiry, beside the one that was entered; null where it computes none. */
export function expiryWords(
  computed: string | null,
  entered: string | null,
  format: Format,
): string | null {
  if (computed === null) return null;
  const date = format.date(computed);
  if (entered === null || entered === '') return t('policies.expiry.computed', { date });
  return entered === computed
    ? t('policies.expiry.same', { date })
    : t('policies.expiry.differs', { date, entered: format.date(entered) });
}
