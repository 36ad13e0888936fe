import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import { IconDots, IconGripVertical } from '@tabler/icons-react';
import { useState } from 'react';
import type { Postnominal } from '#shared/procedures/sharing.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import { LetterDialog } from './LetterDialog.tsx';
import classes from './Letters.module.css';

type Moves = Readonly<{
  step: (by: -1 | 1) => void;
  dragStart: () => void;
  dragEnd: () => void;
  drop: () => void;
  isFirst: boolean;
  isLast: boolean;
}>;

type LetterRowProps = Readonly<{
  item: Postnominal;
  /** Null where the order is not the user's. */
  onMove: Moves | null;
}>;

/** One credential's letters: shown or not, and more in its menu. */
export function LetterRow({ item, onMove }: LetterRowProps) {
  const { asOf } = useAsOf();
  const { id, title, letters, worthy, valid, chosen } = item;
  const [editing, setEditing] = useState(false);
  const name = letters ?? title;
  const show = useCommand('postnominals.set', {
    done: ({ worthy: shown }) =>
      t(shown ? 'sharingLetters.nowShown' : 'sharingLetters.nowHidden', { name }),
  });
  const reset = useCommand('postnominals.set', {
    done: () => t('sharingLetters.nowByRule', { name }),
  });
  const byUser = Object.values(chosen).some((value) => value !== null);
  return (
    // A target to drop on; by key the same is done from the row's handle.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={classes.row}
      onDragOver={(event) => onMove !== null && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onMove?.drop();
      }}
    >
      {onMove !== null && (
        <button
          type="button"
          className={classes.handle}
          data-handle={id}
          aria-label={t('sharingLetters.handle', { name })}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', name);
            onMove.dragStart();
          }}
          onDragEnd={onMove.dragEnd}
          onKeyDown={(event) => {
            if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
            event.preventDefault();
            onMove.step(event.key === 'ArrowUp' ? -1 : 1);
          }}
        >
          <IconGripVertical size={14} stroke={1.75} aria-hidden />
        </button>
      )}
      <Checkbox
        className={classes.check ?? ''}
        classNames={{ body: classes.checkBody ?? '' }}
        label={
          <>
            <span className={classes.letters}>{letters ?? t('sharingLetters.noLetters')}</span>
            <span className={classes.title}>{title}</span>
            {(!worthy || !valid) && (
              <span className={classes.reason}>
                {valid
                  ? item.reason
                  : t('sharingLetters.notValid', { status: t(`common.statuses.${item.status}`) })}
              </span>
            )}
          </>
        }
        checked={worthy}
        disabled={letters === null}
        onChange={(event) => show.mutate({ id, shown: event.currentTarget.checked, asOf })}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={24} aria-label={t('sharingLetters.menu', { name })}>
            <IconDots size={16} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setEditing(true)}>{t('sharingLetters.edit')}</Menu.Item>
          {onMove !== null && (
            <>
              <Menu.Item disabled={onMove.isFirst} onClick={() => onMove.step(-1)}>
                {t('sharingLetters.up')}
              </Menu.Item>
              <Menu.Item disabled={onMove.isLast} onClick={() => onMove.step(1)}>
                {t('sharingLetters.down')}
              </Menu.Item>
            </>
          )}
          <Menu.Item
            disabled={!byUser}
            onClick={() =>
              reset.mutate({ id, shown: null, letters: null, rank: null, place: null, asOf })
            }
          >
            {t('sharingLetters.byRule')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {editing && <LetterDialog item={item} onClose={() => setEditing(false)} />}
    </li>
  );
}
