import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { t } from '../../i18n/all.ts';
import classes from './Screen.module.css';

type PanesProps = Readonly<{
  /** The other outputs, where they have no column of their own. */
  picker: ReactNode;
  title: string;
  options: ReactNode;
  previewTitle: string;
  previewAside: ReactNode;
  /** Stands at the end of the preview's head. */
  previewTools?: ReactNode;
  preview: ReactNode;
  /** Lines between preview and footer: what was left out, what to know. */
  notes?: ReactNode;
  /** Stands at the start of the footer. */
  state?: ReactNode;
  actions: ReactNode;
}>;

/** The two panes that every output has: its options, and the real thing with what to do with it. */
export function Panes(props: PanesProps) {
  const optionsId = useId();
  const previewId = useId();
  return (
    <>
      <section className={classes.options} aria-labelledby={optionsId}>
        {props.picker}
        {props.picker === null ? (
          <h2 id={optionsId} className={classes.paneTitle}>
            {props.title}
          </h2>
        ) : (
          // The picker shows the name already.
          <VisuallyHidden component="h2" id={optionsId}>
            {props.title}
          </VisuallyHidden>
        )}
        {props.options}
      </section>
      <section className={classes.desk} aria-labelledby={previewId}>
        <header className={classes.deskHead}>
          <h2 id={previewId} className={classes.deskTitle}>
            {props.previewTitle}
          </h2>
          <span className={classes.deskAside}>{props.previewAside}</span>
          {props.previewTools}
        </header>
        {props.preview}
        {props.notes}
        <footer className={classes.foot}>
          <div className={classes.footState}>{props.state}</div>
          {props.actions}
        </footer>
      </section>
    </>
  );
}

type WarningsProps = Readonly<{ warnings: readonly string[] }>;

/** What the output cannot carry or would say wrongly, a line each. */
export function Warnings({ warnings }: WarningsProps) {
  if (warnings.length === 0) return null;
  return (
    <ul className={classes.warnings} aria-label={t('share.warnings')}>
      {warnings.map((warning) => (
        <li key={warning} className={classes.note}>
          <IconAlertTriangle size={16} stroke={1.75} color="var(--amber)" aria-hidden />
          {warning}
        </li>
      ))}
    </ul>
  );
}
