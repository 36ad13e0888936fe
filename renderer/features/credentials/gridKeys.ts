import type { ListItem } from './rows.ts';

/** What the keys of the list do. */
export type GridActions = Readonly<{
  move: (index: number, extend: boolean) => void;
  /** Shows the pane of the line, and goes into it or stays in the list. */
  open: (index: number, goInto: boolean) => void;
  peek: (index: number) => void;
  /** Closes the pane, or else lets the selection go; false when there was neither. */
  back: () => boolean;
  toggle: (index: number) => void;
  selectAll: () => void;
  trash: () => void;
  fold: (key: string, folded: boolean) => void;
}>;

type Keyed = Pick<
  React.KeyboardEvent,
  'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'preventDefault' | 'stopPropagation'
>;

type Where = Readonly<{
  cursor: number;
  count: number;
  item: ListItem | undefined;
  rowsPerPage: number;
}>;

/** Does what a key pressed in the list means; a key that means nothing here is left alone. */
export function pressInGrid(event: Keyed, where: Where, actions: GridActions): void {
  if (event.altKey) return;
  const mod = event.ctrlKey || event.metaKey;
  const done = mod ? pressedWithMod(event, where, actions) : pressedAlone(event, where, actions);
  if (!done) return;
  event.preventDefault();
  event.stopPropagation();
}

function pressedWithMod(
  event: Keyed,
  { cursor, count, item }: Where,
  actions: GridActions,
): boolean {
  const { key } = event;
  if (key.toLowerCase() === 'a') actions.selectAll();
  else if (key === ' ' && item?.type === 'row') actions.toggle(cursor);
  else if (key === 'Backspace') actions.trash();
  else if (key === 'Home') actions.move(0, event.shiftKey);
  else if (key === 'End') actions.move(count - 1, event.shiftKey);
  else return false;
  return true;
}

function pressedAlone(event: Keyed, where: Where, actions: GridActions): boolean {
  const { cursor, item } = where;
  const { key } = event;
  const target = targetOf(key, where);
  if (target !== null) {
    actions.move(target, event.shiftKey);
    return true;
  }
  if (key === 'Escape') return actions.back();
  if (key === 'Delete') actions.trash();
  else if (item?.type === 'group') return pressedOnGroup(key, item, actions);
  else if (key === 'Enter') actions.open(cursor, true);
  else if (key === ' ') actions.peek(cursor);
  else return false;
  return true;
}

function pressedOnGroup(
  key: string,
  group: Extract<ListItem, { type: 'group' }>,
  actions: GridActions,
): boolean {
  if (key === 'Enter' || key === ' ') actions.fold(group.key, !group.folded);
  else if (key === 'ArrowLeft') actions.fold(group.key, true);
  else if (key === 'ArrowRight') actions.fold(group.key, false);
  else return false;
  return true;
}

/** Where a key of movement leads, or null for another key. */
function targetOf(key: string, { cursor, count, rowsPerPage }: Where): number | null {
  const within = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return within(cursor + 1);
    case 'ArrowUp':
      return within(cursor - 1);
    case 'PageDown':
      return within(cursor + rowsPerPage);
    case 'PageUp':
      return within(cursor - rowsPerPage);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
