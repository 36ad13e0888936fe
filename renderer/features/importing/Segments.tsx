import { SegmentedControl } from '@mantine/core';
import type { ImportAction } from '#shared/procedures/transfer.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { actionIcons } from './actionIcons.ts';
import type { Counts } from './groups.ts';
import classes from './Screen.module.css';

const segments = ['all', 'add', 'merge', 'skip', 'reject'] as const;

type SegmentsProps = Readonly<{
  counts: Counts;
  total: number;
  shown: ImportAction | 'all';
  onShow: (shown: ImportAction | 'all') => void;
}>;

/** Which rows are shown, with how many there are of each. */
export function Segments({ counts, total, shown, onShow }: SegmentsProps) {
  const format = useFormat();
  return (
    <SegmentedControl
      aria-label={t('importing.show')}
      className={classes.segments ?? ''}
      withItemsBorders={false}
      value={shown}
      onChange={onShow}
      data={segments.map((value) => {
        const SegmentIcon = value === 'all' ? null : actionIcons[value];
        const name = value === 'all' ? t('importing.all') : t(`importing.groups.${value}`);
        return {
          value,
          label: (
            <span className={classes.segment}>
              {SegmentIcon !== null && <SegmentIcon size={14} stroke={1.75} aria-hidden />}
              {name} {format.number(value === 'all' ? total : counts[value])}
            </span>
          ),
        };
      })}
    />
  );
}
