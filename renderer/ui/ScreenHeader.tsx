import type { ReactNode } from 'react';
import classes from './ScreenHeader.module.css';

type ScreenHeaderProps = Readonly<{
  title: string;
  /** Stands after the title on its line: a date, a count, a view's name. */
  aside?: ReactNode;
  /** Buttons at the end of the line. */
  actions?: ReactNode;
}>;

export function ScreenHeader({ title, aside, actions }: ScreenHeaderProps) {
  return (
    <div className={classes.header}>
      <h1 className={classes.title}>{title}</h1>
      {aside !== undefined && <div className={classes.aside}>{aside}</div>}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
