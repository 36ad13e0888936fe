import { Button, Menu } from '@mantine/core';
import { IconCalendarDown, IconCheck, IconChevronDown } from '@tabler/icons-react';
import { t } from '../../i18n/all.ts';
import { isBehind, unmetOf, type OpenCycle } from './cycles.ts';

const filters = ['any', 'quarter', 'year', 'behind'] as const;
export type CycleFilter = (typeof filters)[number];

const WITHIN_DAYS = { quarter: 90, year: 365 } as const;

/** Whether a cycle is among those that the choice shows. */
export function fits(item: OpenCycle, filter: CycleFilter): boolean {
  if (filter === 'any') return true;
  if (filter !== 'behind') return item.daysLeft <= WITHIN_DAYS[filter];
  return (
    isBehind(item) || unmetOf(item).some(({ categories }) => categories.some(({ met }) => !met))
  );
}

type FilterMenuProps = Readonly<{ value: CycleFilter; onChange: (filter: CycleFilter) => void }>;

export function FilterMenu({ value, onChange }: FilterMenuProps) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconCalendarDown size={16} stroke={1.75} />}
          rightSection={<IconChevronDown size={14} stroke={1.75} />}
        >
          {t(`renewals.filter.${value}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('renewals.filter.label')}>
        {filters.map((filter) => (
          <Menu.Item
            key={filter}
            role="menuitemradio"
            aria-checked={filter === value}
            rightSection={filter === value ? <IconCheck size={14} stroke={1.75} /> : null}
            onClick={() => onChange(filter)}
          >
            {t(`renewals.filter.${filter}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
