import { Autocomplete, Button, Select } from '@mantine/core';
import { useState } from 'react';
import { kinds, kindSchema, type CredentialPatch } from '#shared/domain/credential.ts';
import { lifecycleSchema } from '#shared/domain/status.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import type { BulkChange } from './bulk.ts';

const fields = ['lifecycle', 'kind', 'issuer', 'platform', 'removeTag'] as const;
type Field = (typeof fields)[number];

const fieldName = (field: Field): string =>
  field === 'removeTag' ? t('credentials.bulk.removeTag') : t(`common.fields.${field}`);

type SetFieldFormProps = Readonly<{
  count: number;
  onSubmit: (change: BulkChange, said: (changed: number) => string) => void;
}>;

/** One field and its value for everything that is selected; an empty platform clears it. */
export function SetFieldForm({ count, onSubmit }: SetFieldFormProps) {
  const [field, setField] = useState<Field>('lifecycle');
  const [value, setValue] = useState('');
  const { data: facets } = useProcedure('credentials.facets', {});
  const change = changeOf(field, value);
  const names = (named: readonly Readonly<{ name: string }>[] = []) =>
    named.map(({ name }) => name);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (change !== null) onSubmit(change, (changed) => said(field, value, changed));
      }}
    >
      <Select
        data-autofocus
        label={t('credentials.bulk.field')}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data={fields.map((name) => ({ value: name, label: fieldName(name) }))}
        value={field}
        onChange={(next) => {
          setField(fields.find((name) => name === next) ?? field);
          setValue('');
        }}
        mb="md"
      />
      {field === 'issuer' || field === 'platform' ? (
        <Autocomplete
          label={t('credentials.bulk.value')}
          limit={8}
          maxLength={200}
          comboboxProps={{ withinPortal: false }}
          data={names(field === 'issuer' ? facets?.issuers : facets?.platforms)}
          value={value}
          onChange={setValue}
        />
      ) : (
        <Select
          label={t('credentials.bulk.value')}
          allowDeselect={false}
          searchable={field !== 'lifecycle'}
          comboboxProps={{ withinPortal: false }}
          data={field === 'removeTag' ? names(facets?.tags) : choices(field)}
          value={value === '' ? null : value}
          onChange={(next) => setValue(next ?? '')}
        />
      )}
      <Button type="submit" mt="md" disabled={change === null}>
        {t('credentials.bulk.apply', { count })}
      </Button>
    </form>
  );
}

function choices(field: 'lifecycle' | 'kind') {
  return field === 'kind'
    ? kinds.map((kind) => ({ value: kind, label: t(`common.kinds.${kind}`) }))
    : lifecycleSchema.options.map((stage) => ({
        value: stage,
        label: t(`common.lifecycles.${stage}`),
      }));
}

/** The change that the form asks for, or null while it is not filled in. */
function changeOf(field: Field, value: string): BulkChange | null {
  const text = value.trim();
  if (field === 'platform') return { patch: { platform: text === '' ? null : text } };
  if (text === '') return null;
  if (field === 'removeTag') return { removeTags: [text] };
  if (field === 'issuer') return { patch: { issuer: text } };
  const patch: CredentialPatch =
    field === 'kind'
      ? { kind: kindSchema.parse(text) }
      : { lifecycle: lifecycleSchema.parse(text) };
  return { patch };
}

function said(field: Field, value: string, count: number): string {
  if (field === 'removeTag') return t('credentials.bulk.untagged', { tag: value, count });
  if (value.trim() === '') return t('credentials.bulk.cleared', { field: fieldName(field), count });
  const word =
    field === 'kind' || field === 'lifecycle'
      ? (choices(field).find((choice) => choice.value === value)?.label ?? value)
      : value.trim();
  return t('credentials.bulk.changed', { field: fieldName(field), value: word, count });
}
