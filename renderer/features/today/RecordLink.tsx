import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { t } from '../../i18n/index.ts';
import type { recordOf } from '../reminders/records.ts';

type RecordPlace = ReturnType<typeof recordOf>;

/** The way to a record from a line that names it. */
export function RecordLink({ record, title }: Readonly<{ record: RecordPlace; title: string }>) {
  return (
    <Button
      variant="default"
      aria-label={t('today.openNamed', { title })}
      renderRoot={(props) => <Link {...record} {...props} />}
    >
      {t('today.open')}
    </Button>
  );
}
