import { Button, Modal } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { closeShareDialog } from './dialogs.ts';
import { moved } from './moved.ts';
import { changeOptions, resumeDraft, resumeInput } from './resumeDraft.ts';
import classes from './ShareDialog.module.css';

/** The lines in the order of the user's own, by drag or by key. */
export function ArrangeDialog() {
  const { asOf } = useAsOf();
  const draft = resumeDraft.use();
  const { data } = useProcedure('exports.resume', {
    ...resumeInput(draft, asOf),
    // The order is the same in each format, and text is made quickest.
    format: 'txt',
    template: null,
  });
  const [order, setOrder] = useState<readonly Id[] | null>(null);
  const ids = order ?? data?.kept.map(({ id }) => id) ?? [];
  const titles = new Map(data?.kept.map(({ id, title }) => [id, title]));
  return (
    <Modal
      opened
      onClose={closeShareDialog}
      returnFocus={false}
      size={560}
      title={t('share.order.arrangeHeading')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <div className={classes.body}>
        <p className={classes.text}>{t('share.order.arrangeText')}</p>
        <Rows ids={ids} titles={titles} onChange={setOrder} />
      </div>
      <div className={classes.foot}>
        <Button size="sm" variant="default" onClick={closeShareDialog}>
          {t('common.cancel')}
        </Button>
        <Button
          size="sm"
          disabled={data === undefined}
          onClick={() => {
            changeOptions({ manual: [...ids], order: 'manual' });
            closeShareDialog();
          }}
        >
          {t('share.order.useOrder')}
        </Button>
      </div>
    </Modal>
  );
}

type RowsProps = Readonly<{
  ids: readonly Id[];
  titles: ReadonlyMap<Id, string>;
  onChange: (ids: readonly Id[]) => void;
}>;

function Rows({ ids, titles, onChange }: RowsProps) {
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const move = (from: number, to: number) => {
    const next = moved(ids, from, to);
    if (next === ids) return;
    onChange(next);
    const id = ids[from];
    const title = (id !== undefined && titles.get(id)) || '';
    setSaid(t('share.order.movedTo', { title, place: to + 1, count: ids.length }));
    // The row is drawn at its new place first.
    requestAnimationFrame(() => list.current?.querySelectorAll('button')[to]?.focus());
  };
  return (
    <>
      <ol ref={list} className={classes.rows}>
        {ids.map((id, place) => (
          // A target to drop on; by key the same is done from the row's handle.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={id}
            data-over={over === place || undefined}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(place);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => {
              event.preventDefault();
              setOver(null);
              if (dragged !== null) move(dragged, place);
              setDragged(null);
            }}
          >
            <button
              type="button"
              draggable
              className={classes.handle}
              aria-label={t('share.order.handle', { title: titles.get(id) ?? '' })}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', titles.get(id) ?? '');
                setDragged(place);
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onKeyDown={(event) => {
                const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
                if (step === undefined || !event.altKey) return;
                event.preventDefault();
                move(place, place + step);
              }}
            >
              <IconGripVertical size={14} stroke={1.75} aria-hidden />
            </button>
            <span>{titles.get(id)}</span>
          </li>
        ))}
      </ol>
      <p role="status" className={classes.said}>
        {said}
      </p>
    </>
  );
}
