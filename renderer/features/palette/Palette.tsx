import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Fragment, useId, useLayoutEffect, useRef, useState } from 'react';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { Keys } from '../../ui/keys.tsx';
import { closeOverlay } from '../shell/overlays.ts';
import classes from './Palette.module.css';
import { usePaletteItems, type PaletteItem } from './usePaletteItems.tsx';

/** Every command and every record behind one field. */
export function Palette() {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const { items, total } = usePaletteItems(query);
  const format = useFormat();
  const listId = useId();
  const current = items[Math.min(at, items.length - 1)];
  const optionId = (item: PaletteItem) => `${listId}-${item.key}`;
  const run = (item: PaletteItem | undefined) => {
    if (item !== undefined) closeOverlay(item.run);
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && items.length > 0) {
      event.preventDefault();
      setAt((before) => (Math.min(before, items.length - 1) + step + items.length) % items.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(current);
    } else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      closeOverlay();
    }
  };

  return (
    <Modal
      opened
      onClose={() => closeOverlay()}
      withCloseButton={false}
      size={640}
      yOffset={96}
      padding={0}
      aria-label={t('palette.label')}
      returnFocus={false}
      classNames={{ body: classes.body ?? '' }}
    >
      <div className={classes.field}>
        <IconSearch size={18} stroke={1.5} aria-hidden />
        <input
          className={classes.input}
          data-autofocus
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current === undefined ? undefined : optionId(current)}
          placeholder={t('palette.placeholder')}
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Keys shortcut="escape" />
      </div>
      <div id={listId} role="listbox" aria-label={t('palette.label')} className={classes.list}>
        {groupsOf(items).map(({ group, members }) => (
          <div key={group} role="group" aria-label={t(`palette.${group}`)}>
            <div className={classes.group} aria-hidden>
              {t(`palette.${group}`)}
            </div>
            {members.map((item) => (
              <Option
                key={item.key}
                id={optionId(item)}
                item={item}
                selected={item === current}
                onPoint={() => setAt(items.indexOf(item))}
                onRun={() => run(item)}
              />
            ))}
          </div>
        ))}
      </div>
      {items.length === 0 && <p className={classes.nothing}>{t('palette.nothing', { query })}</p>}
      <div className={classes.foot}>
        <span>
          <Keys shortcut="arrowup|arrowdown" /> {t('palette.move')}
        </span>
        <span>
          <Keys shortcut="enter" /> {t('palette.run')}
        </span>
        <span className={classes.count} role="status">
          {t('palette.shown', { count: items.length, total: format.number(total) })}
        </span>
      </div>
    </Modal>
  );
}

function groupsOf(items: readonly PaletteItem[]) {
  return (['commands', 'credentials', 'add'] as const)
    .map((group) => ({ group, members: items.filter((item) => item.group === group) }))
    .filter(({ members }) => members.length > 0);
}

type OptionProps = Readonly<{
  id: string;
  item: PaletteItem;
  selected: boolean;
  onPoint: () => void;
  onRun: () => void;
}>;

function Option({ id, item, selected, onPoint, onRun }: OptionProps) {
  const row = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    // Keys are the field's, which keeps the focus while the list is moved through.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      className={classes.option}
      onMouseMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      <item.icon size={18} stroke={1.5} aria-hidden />
      <span className={classes.label}>
        <Marked text={item.label} ranges={item.ranges} />
      </span>
      {item.hint !== '' && <span className={classes.hint}>{item.hint}</span>}
      <span className={classes.keys} aria-hidden={item.keys === null}>
        {item.keys !== null ? <Keys shortcut={item.keys} /> : selected && <Keys shortcut="enter" />}
      </span>
    </div>
  );
}

function Marked({ text, ranges }: Readonly<{ text: string; ranges: PaletteItem['ranges'] }>) {
  return (
    <>
      {ranges.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(ranges[index - 1]?.[1] ?? 0, start)}
          <mark className={classes.match}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  );
}
