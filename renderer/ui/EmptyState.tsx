import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

type EmptyStateProps = Readonly<{
  title: string;
  /** What belongs here. */
  text?: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
}>;

export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <h2 className={classes.title}>{title}</h2>
      {text !== undefined && <p className={classes.text}>{text}</p>}
      {action !== undefined && <div className={classes.action}>{action}</div>}
    </div>
  );
}
