import { IconChevronDown, IconX } from '@tabler/icons-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { t } from '../i18n/index.ts';
import classes from './Chip.module.css';

type ChipProps = Readonly<{
  children: ReactNode;
  /** A filter that is set: filled, and cleared by its cross. */
  active?: boolean;
  /** Shows a chevron: the chip opens a menu. */
  opens?: boolean;
  onClear?: (() => void) | undefined;
  /** Names the cross for screen readers when the children are not a plain text. */
  clearLabel?: string;
}> &
  Omit<ComponentPropsWithRef<'button'>, 'children'>;

/** A filter chip. Other properties, such as those of a menu's target, go to its button. */
export function Chip({
  children,
  active = false,
  opens = false,
  onClear,
  clearLabel,
  ...rest
}: ChipProps) {
  const clearName =
    clearLabel ?? t('common.removeNamed', { name: typeof children === 'string' ? children : '' });
  return (
    <span className={classes.chip} data-active={active || undefined}>
      <button type="button" {...rest} className={classes.face}>
        {children}
        {opens && onClear === undefined && <IconChevronDown size={14} aria-hidden />}
      </button>
      {onClear !== undefined && (
        <button type="button" className={classes.clear} aria-label={clearName} onClick={onClear}>
          <IconX size={14} aria-hidden />
        </button>
      )}
    </span>
  );
}
