import type { ReactNode } from 'react';
import { t } from '../../i18n/all.ts';
import classes from './Post.module.css';

type DeskProps = Readonly<{ label?: string; children: ReactNode }>;

/** What lies on the desk of an output; it scrolls by itself, and so is reachable by keyboard. */
export function Desk({ label = t('share.preview'), children }: DeskProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={label} tabIndex={0} className={classes.desk}>
      {children}
    </div>
  );
}
