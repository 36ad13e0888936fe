import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { t } from '../../i18n/index.ts';

/** The way to a record from a line that names it. */
export function RecordLink({ id, title }: Readonly<{ id: string; title: string }>) {
  return (
    <Button
      variant="default"
      aria-label={t('today.openNamed', { title })}
      renderRoot={(props) => <Link to="/credentials" search={{ id }} {...props} />}
    >
      {t('today.open')}
    </Button>
  );
}
