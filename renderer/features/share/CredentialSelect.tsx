import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { skipToken, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { idSchema, type Credential, type Id } from '#shared/domain/credential.ts';
import type { Status } from '#shared/domain/status.ts';
import { useAsOf } from '../../asOf.tsx';
import { call } from '../../client.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';

const ASK_AFTER_MS = 150;
const OPTIONS_MAX = 50;

export type Choice = Readonly<{ value: Id; label: string }>;

/** Credentials whose words begin as typed, the latest first; all of them where nothing is typed. */
export function useCredentialChoices(
  search: string,
  status: readonly Status[],
): readonly Choice[] | undefined {
  const { asOf } = useAsOf();
  const [query] = useDebouncedValue(search.trim(), ASK_AFTER_MS);
  const { data } = useProcedure(
    'credentials.rows',
    {
      filter: { ...(status.length > 0 ? { status: [...status] } : {}), query },
      sort: 'issued',
      descending: true,
      limit: OPTIONS_MAX,
      asOf,
    },
    { keepPrevious: true },
  );
  return data?.columns.id.map((id, index) => ({
    value: idSchema.parse(id),
    label: data.columns.title[index] ?? '',
  }));
}

/** One credential as of the day of the screen; nothing is asked for null. */
export function useCredential(id: Id | null) {
  const { asOf } = useAsOf();
  return useQuery({
    queryKey: ['credentials.get', { id, asOf }],
    queryFn: id === null ? skipToken : () => call('credentials.get', { id, asOf }),
  });
}

/** Several credentials by id, in their order; what is not there any more is left out. */
export function useCredentials(ids: readonly Id[]): readonly Credential[] {
  const { asOf } = useAsOf();
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: ['credentials.get', { id, asOf }],
      queryFn: () => call('credentials.get', { id, asOf }),
    })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
}

const choiceOf = ({ id, title }: Credential): Choice => ({ value: id, label: title });

type CredentialSelectProps = Readonly<{
  label: string;
  status: readonly Status[];
  value: Id | null;
  onChange: (id: Id) => void;
}>;

/** One credential of certain statuses, found by typing. */
export function CredentialSelect({ label, status, value, onChange }: CredentialSelectProps) {
  const [search, setSearch] = useState('');
  const [typing, setTyping] = useState(false);
  // What stands in the field is the chosen title until one types.
  const found = useCredentialChoices(typing ? search : '', status) ?? [];
  const chosen = useCredentials(value === null ? [] : [value]).map(choiceOf);
  return (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('sharing.noMatch')}
      value={value}
      data={unique(found, chosen)}
      filter={({ options }) => options}
      onSearchChange={setSearch}
      onKeyDown={() => setTyping(true)}
      onDropdownClose={() => setTyping(false)}
      onChange={(id) => id !== null && onChange(idSchema.parse(id))}
    />
  );
}

type CredentialsSelectProps = Readonly<{
  label: string;
  /** Says what empty means. */
  placeholder?: string;
  value: readonly Id[];
  onChange: (ids: Id[]) => void;
}>;

/** Several credentials of any status, found by typing. */
export function CredentialsSelect({
  label,
  placeholder = '',
  value,
  onChange,
}: CredentialsSelectProps) {
  const [search, setSearch] = useState('');
  const found = useCredentialChoices(search, []) ?? [];
  const chosen = useCredentials(value).map(choiceOf);
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? placeholder : ''}
      searchable
      nothingFoundMessage={t('sharing.noMatch')}
      value={[...value]}
      data={unique(found, chosen)}
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(ids) => {
        setSearch('');
        onChange(ids.map((id) => idSchema.parse(id)));
      }}
    />
  );
}

function unique(...lists: readonly (readonly Choice[])[]): Choice[] {
  return [...new Map(lists.flat().map((choice) => [choice.value, choice])).values()];
}
