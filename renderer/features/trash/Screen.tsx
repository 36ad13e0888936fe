import { Button, Checkbox } from '@mantine/core';
import { IconArrowBackUp, IconTrashX } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import classes from './Screen.module.css';
import { useTrash, type TrashRow } from './useTrash.ts';

export function TrashScreen() {
  const { rows, total, query, restore, purge, purgeAll } = useTrash();
  const format = useFormat();
  const [marked, setMarked] = useState<ReadonlySet<Id>>(new Set());
  // What has left the trash since is no longer selected.
  const selected = rows.filter(({ id }) => marked.has(id)).map(({ id }) => id);
  const toggle = (id: Id) =>
    setMarked(new Set([...marked].filter((one) => one !== id).concat(marked.has(id) ? [] : [id])));

  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={t('trash.heading')}
        aside={total > 0 && t('trash.count', { count: total })}
        actions={
          total > 0 && (
            <Actions
              selected={selected}
              onRestore={restore.mutate}
              onPurge={purge.mutate}
              onPurgeAll={purgeAll}
            />
          )
        }
      />
      {query.status === 'error' && (
        <p role="alert">{t('trash.failed', { message: query.error.message })}</p>
      )}
      {query.status === 'success' && rows.length === 0 && (
        <EmptyState title={t('trash.emptyTitle')} text={t('trash.emptyText')} />
      )}
      {rows.length > 0 && (
        <>
          <div className={classes.head}>
            <Checkbox
              label={
                selected.length === 0
                  ? t('trash.selectAll')
                  : t('trash.selected', { count: selected.length })
              }
              checked={selected.length === rows.length}
              indeterminate={selected.length > 0 && selected.length < rows.length}
              onChange={() =>
                setMarked(new Set(selected.length === rows.length ? [] : rows.map(({ id }) => id)))
              }
            />
            {total > rows.length && (
              <span className={classes.first}>
                {t('trash.first', {
                  shown: format.number(rows.length),
                  total: format.number(total),
                })}
              </span>
            )}
          </div>
          <Rows
            rows={rows}
            marked={marked}
            onToggle={toggle}
            onRestore={(id) => restore.mutate({ ids: [id] })}
          />
        </>
      )}
    </div>
  );
}

type ActionsProps = Readonly<{
  selected: Id[];
  onRestore: (input: { ids: Id[] }) => void;
  onPurge: (input: { ids: Id[] }) => void;
  onPurgeAll: () => Promise<void>;
}>;

function Actions({ selected, onRestore, onPurge, onPurgeAll }: ActionsProps) {
  if (selected.length === 0) {
    return (
      <Button
        variant="default"
        leftSection={<IconTrashX size={16} stroke={1.75} />}
        onClick={() => void onPurgeAll()}
      >
        {t('trash.empty')}
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrashX size={16} stroke={1.75} />}
        onClick={() => onPurge({ ids: selected })}
      >
        {t('trash.purgeSelected')}
      </Button>
      <Button
        leftSection={<IconArrowBackUp size={16} stroke={1.75} />}
        onClick={() => onRestore({ ids: selected })}
      >
        {t('trash.restore')}
      </Button>
    </>
  );
}

type RowsProps = Readonly<{
  rows: readonly TrashRow[];
  marked: ReadonlySet<Id>;
  onToggle: (id: Id) => void;
  onRestore: (id: Id) => void;
}>;

const ROW_PX = 36;

function Rows({ rows, marked, onToggle, onRestore }: RowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  return (
    <div ref={box} className={classes.box}>
      <ul
        className={classes.list}
        aria-label={t('trash.list')}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li
              key={row.id}
              className={classes.row}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              <Checkbox
                aria-label={t('trash.select', { title: row.title })}
                checked={marked.has(row.id)}
                onChange={() => onToggle(row.id)}
              />
              <span className={classes.name}>
                <span className={classes.title}>{row.title}</span>
                {row.abbreviation !== null && (
                  <span className={classes.abbreviation}>{row.abbreviation}</span>
                )}
              </span>
              <span className={classes.issuer}>{row.issuer}</span>
              <StatusMark status={row.status} withWord />
              <Button
                variant="default"
                aria-label={t('trash.restoreNamed', { title: row.title })}
                onClick={() => onRestore(row.id)}
              >
                {t('trash.restore')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
