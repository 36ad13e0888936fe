import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type CSSProperties } from 'react';
import type { ImportAction } from '#shared/procedures/transfer.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import type { Line, ProposedPolicies, SharedFix } from './groups.ts';
import { PolicyOffers } from './PolicyChoice.tsx';
import { RowLine } from './RowLine.tsx';
import { correctMany } from './session.ts';
import classes from './Rows.module.css';

const heads = ['action', 'title', 'issuer', 'issued', 'expires', 'number'] as const;

const HEAD = 32;
const GROUP = 32;
const ROW = 36;
const LIST_ROW = 52;
/** A bad row has its reason and its fixes on a line of their own. */
const REASON = 35;

type RowsProps = Readonly<{
  lines: readonly Line[];
  /** Offered once for all rows that share them. */
  fixes: readonly SharedFix[];
  proposed: ProposedPolicies;
  onFold: (action: ImportAction) => void;
}>;

/** All rows in their groups, of which only the lines on screen are drawn. */
export function Rows({ lines, fixes, proposed, onFold }: RowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const compact = useMediaQuery('(max-width: 960px)', false, { getInitialValueInEffect: false });
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => heightOf(lines[index], compact),
    getItemKey: (index) => keyOf(lines[index], index),
    overscan: 8,
    scrollMargin: compact ? 0 : HEAD,
  });
  // Heights differ between headings and rows, and change when a row is mended.
  useEffect(() => virtualizer.measure(), [virtualizer, lines, compact]);

  return (
    <div ref={box} className={classes.box}>
      <div
        role="table"
        aria-label={t('importing.table')}
        aria-rowcount={lines.length + 1}
        data-compact={compact || undefined}
        className={classes.table}
      >
        <div role="row" aria-rowindex={1} className={classes.head}>
          {heads.map((name) => (
            <div key={name} role="columnheader">
              {t(`importing.heads.${name}`)}
            </div>
          ))}
        </div>
        <div
          role="rowgroup"
          className={classes.body}
          style={{ height: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, key, start, size }) => {
            const line = lines[index];
            if (line === undefined) return null;
            const style = {
              height: size,
              transform: `translateY(${start - (compact ? 0 : HEAD)}px)`,
            };
            return line.type === 'group' ? (
              <GroupLine
                key={key}
                line={line}
                position={index + 2}
                style={style}
                fixes={fixes}
                proposed={proposed}
                onFold={onFold}
              />
            ) : (
              <RowLine key={key} row={line.row} position={index + 2} style={style} />
            );
          })}
        </div>
      </div>
    </div>
  );
}

type GroupLineProps = Readonly<{
  line: Extract<Line, { type: 'group' }>;
  position: number;
  style: CSSProperties;
  fixes: readonly SharedFix[];
  proposed: ProposedPolicies;
  onFold: (action: ImportAction) => void;
}>;

function GroupLine({
  line: { action, count, folded },
  fixes,
  proposed,
  position,
  style,
  onFold,
}: GroupLineProps) {
  const format = useFormat();
  const FoldIcon = folded ? IconChevronRight : IconChevronDown;
  return (
    <div role="row" aria-rowindex={position} className={classes.group} style={style}>
      <div role="cell" aria-colspan={heads.length} className={classes.groupCell}>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={!folded}
          onClick={() => onFold(action)}
        >
          <FoldIcon size={14} aria-hidden />
          <span className={classes.groupName}>{t(`importing.groups.${action}`)}</span>
          <span className={classes.count}>{format.number(count)}</span>
        </button>
        <span className={classes.hint}>{t(`importing.groupHints.${action}`)}</span>
        {(action === 'reject' ? fixes : []).map(({ label, field, value, keys }) => (
          <button
            key={`${field} ${value}`}
            type="button"
            className={classes.offer}
            onClick={() => correctMany(keys, field, value)}
          >
            {t('importing.inRows', { label, count: keys.length })}
          </button>
        ))}
        {action === 'add' && proposed.count > 0 && <PolicyOffers proposed={proposed} />}
      </div>
    </div>
  );
}

function heightOf(line: Line | undefined, compact: boolean): number {
  if (line === undefined || line.type === 'group') return GROUP;
  const row = compact ? LIST_ROW : ROW;
  return line.row.action === 'reject' ? row + REASON : row;
}

const keyOf = (line: Line | undefined, index: number): string | number =>
  line === undefined ? index : line.type === 'group' ? line.action : line.row.key;
