import { Link } from '@tanstack/react-router';
import type { Status } from '#shared/domain/status.ts';
import { t } from '../../i18n/index.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import classes from './Screen.module.css';

/** What is held, then what asks for something, then what is to come. */
const shown: readonly Status[] = [
  'active',
  'expiring',
  'grace',
  'suspended',
  'expired',
  'in-progress',
  'planned',
  'scheduled',
  'revoked',
];

export function StatusCounts({ counts }: Readonly<{ counts: Partial<Record<Status, number>> }>) {
  return (
    <ul className={classes.counts} aria-label={t('today.counts')}>
      {shown
        .filter((status) => (counts[status] ?? 0) > 0)
        .map((status) => (
          <li key={status}>
            <Link to="/credentials" search={{ status: [status] }} className={classes.countLink}>
              <span aria-hidden>
                <StatusMark status={status} />
              </span>
              <strong>{counts[status]}</strong> {t(`common.statuses.${status}`).toLowerCase()}
            </Link>
          </li>
        ))}
    </ul>
  );
}
