import { Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import { kinds } from '#shared/domain/credential.ts';
import { lifecycleSchema } from '#shared/domain/status.ts';
import { t } from '../../i18n/all.ts';
import classes from './CredentialForm.module.css';
import { DateField, NameField, TextField, type FieldProps, type FormNames } from './fields.tsx';
import { MoreFields } from './MoreFields.tsx';

type CredentialFormProps = Omit<FieldProps, 'field'> &
  Readonly<{
    names: FormNames;
  }>;

/** Every field of a credential: the essentials first, the rest on request. */
export function CredentialForm({ names, ...form }: CredentialFormProps) {
  const [more, setMore] = useState(false);
  return (
    <div className={classes.form}>
      <Essentials names={names} {...form} />
      {more && <MoreFields {...form} />}
      <button
        type="button"
        className={classes.more}
        aria-expanded={more}
        onClick={() => setMore(!more)}
      >
        {t(more ? 'quickAdd.fewer' : 'quickAdd.more')}
      </button>
    </div>
  );
}

function Essentials({
  names,
  ...form
}: Omit<FieldProps, 'field'> & Readonly<{ names: FormNames }>) {
  const { draft, onChange } = form;
  const underWay = draft.lifecycle === 'in-progress' || draft.lifecycle === 'planned';
  return (
    <>
      <div className={classes.row} data-columns="3-1">
        <NameField {...form} field="title" names={names.titles} required />
        <TextField {...form} field="abbreviation" />
      </div>
      <div className={classes.row} data-columns="3">
        <NameField {...form} field="issuer" names={names.issuers} required />
        <NameField {...form} field="platform" names={names.platforms} />
        <Select
          label={t('common.fields.kind')}
          data={kinds.map((kind) => ({ value: kind, label: t(`common.kinds.${kind}`) }))}
          value={draft.kind}
          allowDeselect={false}
          searchable
          onChange={(kind) => kind !== null && onChange({ kind })}
        />
      </div>
      <div className={classes.row} data-columns="3">
        <Select
          label={t('common.fields.lifecycle')}
          data={lifecycleSchema.options.map((value) => ({
            value,
            label: t(`common.lifecycles.${value}`),
          }))}
          value={draft.lifecycle}
          allowDeselect={false}
          onChange={(lifecycle) => lifecycle !== null && onChange({ lifecycle })}
        />
        {underWay ? (
          <>
            <DateField {...form} field="target" />
            <TextField {...form} field="progress" unit="%" />
          </>
        ) : (
          <>
            <DateField {...form} field="issued" />
            <DateField {...form} field="expires" disabled={draft.neverExpires} />
          </>
        )}
      </div>
      {!underWay && (
        <Checkbox
          className={classes.under ?? ''}
          label={t('common.fields.neverExpires')}
          checked={draft.neverExpires}
          onChange={(event) => onChange({ neverExpires: event.currentTarget.checked })}
        />
      )}
      <div className={classes.row} data-columns="1-2">
        <TextField {...form} field="number" />
        <TextField {...form} field="url" inputMode="url" />
      </div>
    </>
  );
}
