import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { t } from '../../i18n/all.ts';
import { origins, verifications, type PolicyFilter } from './filter.ts';
import classes from './Policies.module.css';

type PolicyFiltersProps = Readonly<{
  filter: PolicyFilter;
  onChange: (filter: PolicyFilter) => void;
}>;

export function PolicyFilters({ filter, onChange }: PolicyFiltersProps) {
  return (
    <div className={classes.filters} role="search">
      <TextInput
        className={classes.search ?? ''}
        type="search"
        aria-label={t('policies.search')}
        placeholder={t('policies.searchHint')}
        leftSection={<IconSearch size={16} stroke={1.75} />}
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.currentTarget.value })}
      />
      <Select
        aria-label={t('policies.origin.label')}
        allowDeselect={false}
        data={origins.map((value) => ({ value, label: t(`policies.origin.${value}`) }))}
        value={filter.origin}
        onChange={(value) => {
          const origin = origins.find((one) => one === value);
          if (origin !== undefined) onChange({ ...filter, origin });
        }}
      />
      <Select
        aria-label={t('policies.verified.label')}
        allowDeselect={false}
        data={verifications.map((value) => ({ value, label: t(`policies.verified.${value}`) }))}
        value={filter.verified}
        onChange={(value) => {
          const verified = verifications.find((one) => one === value);
          if (verified !== undefined) onChange({ ...filter, verified });
        }}
      />
    </div>
  );
}
