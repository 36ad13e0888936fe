import { isGroup, type Group, type StackNode } from '#shared/domain/stackTree.ts';
import { useRef, useState } from 'react';
import { t } from '../../i18n/all.ts';
import classes from './Builder.module.css';
import { BuilderRow } from './BuilderRow.tsx';
import {
  insertAt,
  move,
  nodesOf,
  placeKey,
  removeAt,
  replaceAt,
  stepped,
  type Place,
  type Step,
} from './draftTree.ts';

type BuilderTreeProps = Readonly<{
  root: Group;
  /** Titles of leaves by their path, as far as they are known. */
  names: ReadonlyMap<string, string>;
  /** The group that takes what is picked. */
  into: Place;
  onInto: (place: Place) => void;
  onChange: (root: Group) => void;
}>;

/** The parts of a stack while it is built: rules, moving by drag or by key, removing. */
export function BuilderTree({ root, names, into, onInto, onChange }: BuilderTreeProps) {
  const [dragged, setDragged] = useState<Place | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const focusHandle = (place: Place) =>
    // The row is drawn at its new place first.
    requestAnimationFrame(() => {
      const handle = list.current?.querySelector(`[data-handle="${placeKey(place)}"]`);
      if (handle instanceof HTMLElement) handle.focus();
    });
  const takeStep = (place: Place, step: Step) => {
    const after = stepped(root, place, step);
    if (after === null) return;
    onChange(after.root);
    focusHandle(after.place);
  };
  const drop = (place: Place, node: StackNode) => {
    setOver(null);
    if (dragged === null) return;
    const to = isGroup(node) ? [...place, node.children.length] : place;
    onChange(move(root, dragged, to));
    setDragged(null);
  };
  return (
    <ul className={classes.rows} ref={list}>
      {[...nodesOf(root)].map(([place, node]) => {
        const key = placeKey(place);
        return (
          // A target to drop on; by key the same is done from the row's handle.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={key}
            className={classes.item}
            data-over={over === key || undefined}
            data-into={key === placeKey(into) || undefined}
            style={{ paddingInlineStart: place.length * 20 }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(key);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => {
              event.preventDefault();
              drop(place, node);
            }}
          >
            <BuilderRow
              root={root}
              place={place}
              node={node}
              name={names.get(key)}
              isInto={key === placeKey(into)}
              onInto={() => onInto(place)}
              onChange={(next) => onChange(replaceAt(root, place, next))}
              onRoot={onChange}
              onStep={(step) => takeStep(place, step)}
              onRemove={() => onChange(removeAt(root, place))}
              onAddGroup={() => {
                if (!isGroup(node)) return;
                const to = [...place, node.children.length];
                onChange(insertAt(root, to, { rule: 'all', children: [] }));
                onInto(to);
              }}
              onDragStart={() => setDragged(place)}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
            />
          </li>
        );
      })}
      {root.children.length === 0 && <li className={classes.empty}>{t('stacks.builder.empty')}</li>}
    </ul>
  );
}
