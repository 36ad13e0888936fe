import { Autocomplete } from '@mantine/core';
import { useId } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import classes from './Screen.module.css';
import type { Sending } from './useSending.ts';

const PLACES_MAX = 20;

type PlaceFieldProps = Readonly<{ sending: Sending }>;

/** "Where does it go?": under this name the ledger remembers it when it is copied or saved. */
export function PlaceField({ sending }: PlaceFieldProps) {
  const { asOf } = useAsOf();
  const fieldId = useId();
  const { data } = useProcedure('copies.list', { asOf }, { keepPrevious: true });
  const known = [...new Set(data?.items.map((copy) => copy.place))].slice(0, PLACES_MAX);
  return (
    <div className={classes.place}>
      <label htmlFor={fieldId} className={classes.hint}>
        {t('share.sent.where')}
      </label>
      <Autocomplete
        id={fieldId}
        size="xs"
        maxLength={300}
        data={known}
        value={sending.place}
        onChange={sending.setPlace}
        className={classes.placeField ?? ''}
      />
    </div>
  );
}
