import { ActionIcon, Autocomplete, Button, Popover } from '@mantine/core';
import { IconEdit, IconTag, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import classes from './BulkBar.module.css';
import { SetFieldForm } from './SetFieldForm.tsx';
import { changeMany, changing } from './bulk.ts';

type BulkBarProps = Readonly<{
  count: number;
  ids: () => Promise<string[]>;
  onTrash: () => void;
  onClear: () => void;
}>;

/** What can be done to everything that is selected, each as one undoable change. */
export function BulkBar({ count, ids, onTrash, onClear }: BulkBarProps) {
  const format = useFormat();
  const busy = changing.use();
  return (
    <div
      role="toolbar"
      aria-busy={busy}
      aria-label={t('credentials.bulk.bar')}
      className={classes.bar}
    >
      <span className={classes.count} role="status">
        {t(busy ? 'credentials.bulk.changing' : 'credentials.bulk.selected', {
          count,
          shown: format.number(count),
        })}
      </span>
      <TagButton count={count} ids={ids} />
      <SetButton count={count} ids={ids} />
      <Button
        variant="default"
        leftSection={<IconTrash size={16} stroke={1.75} />}
        onClick={onTrash}
      >
        {t('credentials.bulk.trash')}
      </Button>
      <ActionIcon
        aria-label={t('credentials.bulk.clear')}
        onClick={onClear}
        className={classes.clear ?? ''}
      >
        <IconX size={16} stroke={1.75} />
      </ActionIcon>
    </div>
  );
}

type ChangeProps = Readonly<{ count: number; ids: () => Promise<string[]> }>;

function TagButton({ count, ids }: ChangeProps) {
  const [open, setOpen] = useState(false);
  const [tag, setTag] = useState('');
  const { data: facets } = useProcedure('credentials.facets', {}, { enabled: open });
  const add = (event: React.FormEvent) => {
    event.preventDefault();
    const given = tag.trim();
    if (given === '') return;
    setOpen(false);
    setTag('');
    void changeMany(ids, { addTags: [given] }, (changed) =>
      t('credentials.bulk.tagged', { tag: given, count: changed }),
    );
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconTag size={16} stroke={1.75} />}
          onClick={() => setOpen(!open)}
        >
          {t('credentials.bulk.addTag')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.form ?? ''} aria-label={t('credentials.bulk.addTag')}>
        <form onSubmit={add}>
          <Autocomplete
            data-autofocus
            label={t('credentials.bulk.tag')}
            maxLength={100}
            limit={8}
            comboboxProps={{ withinPortal: false }}
            data={facets?.tags.map(({ name }) => name) ?? []}
            value={tag}
            onChange={setTag}
          />
          <Button type="submit" mt="md" disabled={tag.trim() === ''}>
            {t('credentials.bulk.add', { count })}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function SetButton({ count, ids }: ChangeProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconEdit size={16} stroke={1.75} />}
          onClick={() => setOpen(!open)}
        >
          {t('credentials.bulk.set')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.form ?? ''} aria-label={t('credentials.bulk.set')}>
        <SetFieldForm
          count={count}
          onSubmit={(bulk, said) => {
            setOpen(false);
            void changeMany(ids, bulk, said);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
