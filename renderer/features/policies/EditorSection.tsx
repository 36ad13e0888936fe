import { useId, type ReactNode } from 'react';
import { usePolicyForm } from './draft.ts';
import classes from './Editor.module.css';

type EditorSectionProps = Readonly<{
  title: string;
  /** Place whose own problems are told here, such as two categories of one name. */
  path?: string;
  /** Stands at the end of the heading's line. */
  action?: ReactNode;
  children: ReactNode;
}>;

export function EditorSection({ title, path, action, children }: EditorSectionProps) {
  const headingId = useId();
  const { problems, tells } = usePolicyForm();
  const own = problems.filter((problem) => problem.path === path && tells(problem.path));
  return (
    <section aria-labelledby={headingId} className={classes.section}>
      <div className={classes.sectionHead}>
        <h3 id={headingId} className={classes.sectionTitle}>
          {title}
        </h3>
        {action}
      </div>
      {own.map(({ message }) => (
        <p key={message} role="alert" className={classes.problem}>
          {message}
        </p>
      ))}
      {children}
    </section>
  );
}
