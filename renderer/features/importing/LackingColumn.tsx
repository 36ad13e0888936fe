import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportPreviewRow } from '#shared/procedures/transfer.ts';
import { t } from '../../i18n/all.ts';
import classes from './Screen.module.css';
import { correctMany } from './session.ts';

type LackingColumnProps = Readonly<{
  what: 'title' | 'issuer';
  rows: readonly ImportPreviewRow[];
  onMatch: () => void;
}>;

/** A table without titles cannot be taken in; one without issuers may be all of one issuer. */
export function LackingColumn({ what, rows, onMatch }: LackingColumnProps) {
  const [issuer, setIssuer] = useState('');
  const keys = rows.filter(({ problem }) => problem?.field === 'issuer').map(({ key }) => key);
  if (what === 'issuer' && keys.length === 0) return null;
  return (
    <form
      className={classes.lacking}
      onSubmit={(event) => {
        event.preventDefault();
        if (issuer.trim() !== '') correctMany(keys, 'issuer', issuer.trim());
      }}
    >
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      <span role="status">{t(what === 'title' ? 'importing.noTitle' : 'importing.noIssuer')}</span>
      <Button variant="default" onClick={onMatch}>
        {t('importing.matchColumns')}
      </Button>
      {what === 'issuer' && (
        <>
          <TextInput
            aria-label={t('importing.issuerForAll')}
            placeholder={t('importing.issuerForAll')}
            maxLength={500}
            value={issuer}
            onChange={(event) => setIssuer(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={issuer.trim() === ''}>
            {t('importing.useForAll')}
          </Button>
        </>
      )}
    </form>
  );
}
