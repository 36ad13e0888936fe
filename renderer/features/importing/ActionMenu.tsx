import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ImportPreviewRow } from '#shared/procedures/transfer.ts';
import { t } from '../../i18n/all.ts';
import { actionIcons } from './actionIcons.ts';
import classes from './Rows.module.css';
import { decide } from './session.ts';

/** What happens to a row, and what else could. */
export function ActionMenu({ row }: Readonly<{ row: ImportPreviewRow }>) {
  const { key, action, match, problem, what, cells } = row;
  const ActionIcon = actionIcons[action];
  const name = t(`importing.actions.${action}`);
  const title = cells.title === '' ? t('importing.untitled') : cells.title;
  const canAdd = problem === null && (what === 'credential' || match === null);
  const canMerge =
    problem === null && what === 'credential' && match !== null && match.changes.length > 0;
  return (
    <Menu position="bottom-start" width="max-content">
      <Menu.Target>
        <UnstyledButton
          className={classes.act}
          aria-label={t('importing.actionFor', { action: name, title })}
        >
          <ActionIcon size={16} stroke={1.75} aria-hidden />
          <span>{name}</span>
          <IconChevronDown size={12} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {canAdd && (
          <Menu.Item onClick={() => decide(key, 'add')}>
            {what === 'skill' ? t('importing.choices.addSkill') : t('importing.choices.add')}
          </Menu.Item>
        )}
        {canMerge && (
          <Menu.Item onClick={() => decide(key, 'merge')}>
            {t('importing.choices.merge', { title: match.title })}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => decide(key, 'skip')}>{t('importing.choices.skip')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
