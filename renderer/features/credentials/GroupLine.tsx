import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import { useFormat } from '../../format.ts';
import classes from './Grid.module.css';
import type { ListItem } from './rows.ts';

type GroupLineProps = Readonly<{
  id: string;
  group: Extract<ListItem, { type: 'group' }>;
  span: number;
  index: number;
  position: number;
  style: CSSProperties;
  current: boolean;
}>;

/** The heading over a group of lines; Enter, Space and the left and right arrows fold it. */
export function GroupLine({ id, group, span, index, position, style, current }: GroupLineProps) {
  const format = useFormat();
  const FoldIcon = group.folded ? IconChevronRight : IconChevronDown;
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={position}
      aria-expanded={!group.folded}
      className={classes.group}
      style={style}
      data-index={index}
      data-current={current || undefined}
    >
      <div role="gridcell" aria-colspan={span} className={classes.heading}>
        <FoldIcon size={14} aria-hidden />
        <span>{group.name}</span>
        <span className={classes.groupCount}>{format.number(group.count)}</span>
      </div>
    </div>
  );
}
