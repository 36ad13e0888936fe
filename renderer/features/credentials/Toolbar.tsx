import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconBookmark, IconColumns3, IconDots, IconLayoutRows } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../../i18n/all.ts';
import type { Columns } from './columns.tsx';
import {
  changeLayout,
  columnIds,
  layoutStore,
  usualLayout,
  type Layout,
  type ViewFilter,
} from './layout.ts';
import { SaveViewDialog } from './SaveViewDialog.tsx';

const groups = ['kind', 'issuer', 'status', 'platform'] as const;

type ToolbarProps = Readonly<{ columns: Columns; view: ViewFilter; compact: boolean }>;

/** How the list is drawn: groups, columns, and keeping that as a view. */
export function Toolbar({ columns, view, compact }: ToolbarProps) {
  const { group } = layoutStore.use();
  const [saving, setSaving] = useState(false);
  const dialog = saving && <SaveViewDialog view={view} onClose={() => setSaving(false)} />;
  if (compact) {
    return (
      <>
        <Menu position="bottom-end" closeOnItemClick>
          <Menu.Target>
            <ActionIcon aria-label={t('common.more')}>
              <IconDots size={16} stroke={1.75} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('credentials.group.by')}</Menu.Label>
            <GroupItems />
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconBookmark size={16} stroke={1.75} />}
              onClick={() => setSaving(true)}
            >
              {t('credentials.views.save')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {dialog}
      </>
    );
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconLayoutRows size={16} stroke={1.75} />}
          >
            {group === null
              ? t('credentials.group.by')
              : t('credentials.group.byNamed', {
                  name: t(`credentials.columns.${group}`).toLocaleLowerCase(),
                })}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <GroupItems />
        </Menu.Dropdown>
      </Menu>
      <ColumnsMenu columns={columns} />
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconBookmark size={16} stroke={1.75} />}
        onClick={() => setSaving(true)}
      >
        {t('credentials.views.save')}
      </Button>
      {dialog}
    </>
  );
}

function GroupItems() {
  const { group } = layoutStore.use();
  return (
    <Menu.RadioGroup
      value={group ?? 'none'}
      onChange={(value) => changeLayout({ group: groupNamed(value) })}
    >
      <Menu.RadioItem value="none">{t('credentials.group.none')}</Menu.RadioItem>
      {groups.map((name) => (
        <Menu.RadioItem key={name} value={name}>
          {t(`credentials.columns.${name}`)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

function groupNamed(value: string): Layout['group'] {
  return groups.find((name) => name === value) ?? null;
}

function ColumnsMenu({ columns }: Readonly<{ columns: Columns }>) {
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconColumns3 size={16} stroke={1.75} />}
        >
          {t('credentials.columns.choose')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns
          .getAllLeafColumns()
          .filter((column) => column.getCanHide())
          .map((column) => (
            <Menu.CheckboxItem
              key={column.id}
              checked={column.getIsVisible()}
              onChange={(shown) => column.toggleVisibility(shown)}
            >
              {columnName(column.id)}
            </Menu.CheckboxItem>
          ))}
        <Menu.Divider />
        <Menu.Item onClick={() => changeLayout({ hidden: usualLayout.hidden, widths: {} })}>
          {t('credentials.columns.reset')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function columnName(id: string): string {
  const column = columnIds.find((known) => known === id);
  return column === undefined ? id : t(`credentials.columns.${column}`);
}
