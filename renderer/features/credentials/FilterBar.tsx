import { Popover } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconFilter } from '@tabler/icons-react';
import { Menu } from '@mantine/core';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { Chip } from '../../ui/Chip.tsx';
import classes from './FilterBar.module.css';
import { FilterChip } from './FilterChip.tsx';
import { changeLayout, layoutStore, sortBy } from './layout.ts';
import { sortedColumns } from './columns.tsx';
import { facetNames, type Filters } from './useFilters.ts';

type FilterBarProps = Readonly<{
  filters: Filters;
  /** Matching credentials; undefined until counted. */
  shown: number | undefined;
  /** Credentials outside the trash; undefined until counted. */
  total: number | undefined;
  compact: boolean;
}>;

/** The chips over the list and how much of the portfolio they leave. */
export function FilterBar({ filters, shown, total, compact }: FilterBarProps) {
  const format = useFormat();
  const count =
    shown === undefined || total === undefined
      ? ''
      : filters.isSet
        ? t('credentials.count', { shown: format.number(shown), total: format.number(total) })
        : format.number(shown);
  return (
    <div className={classes.bar}>
      <div className={classes.chips}>
        {compact ? <CompactChips filters={filters} /> : <Chips filters={filters} />}
      </div>
      <span className={classes.count} role="status">
        {count}
      </span>
    </div>
  );
}

function Chips({ filters, nested = false }: Readonly<{ filters: Filters; nested?: boolean }>) {
  return facetNames.map((facet) => (
    <FilterChip
      key={facet}
      facet={facet}
      chosen={filters.chosen(facet)}
      onChoose={(values) => filters.choose(facet, values)}
      nested={nested}
    />
  ));
}

function CompactChips({ filters }: Readonly<{ filters: Filters }>) {
  const { setCount } = filters;
  return (
    <>
      <Popover position="bottom-start" trapFocus>
        <Popover.Target>
          <Chip active={setCount > 0}>
            <IconFilter size={14} stroke={1.75} aria-hidden />
            {setCount === 0
              ? t('credentials.filters.all')
              : t('credentials.filters.allNamed', { count: setCount })}
          </Chip>
        </Popover.Target>
        <Popover.Dropdown
          className={classes.filters ?? ''}
          aria-label={t('credentials.filters.all')}
        >
          <Chips filters={filters} nested />
        </Popover.Dropdown>
      </Popover>
      <SortChip />
    </>
  );
}

function SortChip() {
  const { sort, descending } = layoutStore.use();
  const SortIcon = descending ? IconArrowDown : IconArrowUp;
  const column = t(`credentials.columns.${sort}`);
  const label = t(descending ? 'credentials.sort.descending' : 'credentials.sort.ascending', {
    column,
  });
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Chip aria-label={`${t('credentials.sort.by')}: ${label}`}>
          {column}
          <SortIcon size={14} aria-hidden />
        </Chip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={sort} onChange={(value) => chooseSort(value)}>
          {sortedColumns.map((name) => (
            <Menu.RadioItem key={name} value={name}>
              {t(`credentials.columns.${name}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.RadioGroup
          value={descending ? 'down' : 'up'}
          onChange={(value) => changeLayout({ descending: value === 'down' })}
        >
          <Menu.RadioItem value="up">{t('credentials.sort.up')}</Menu.RadioItem>
          <Menu.RadioItem value="down">{t('credentials.sort.down')}</Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

function chooseSort(value: string): void {
  const sort = sortedColumns.find((name) => name === value);
  if (sort !== undefined && sort !== layoutStore.get().sort) sortBy(sort);
}
