import { Button } from '@mantine/core';
import { IconAlertTriangle, IconEyeOff, IconInfoCircle } from '@tabler/icons-react';
import type { Finding } from '#shared/domain/designationRule.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import classes from './OutputNotes.module.css';

type OutputNotesProps = Readonly<{
  warnings?: readonly string[];
  findings?: readonly Finding[];
  leftOut?: readonly Readonly<{ id: string; title: string; why: string }>[];
}>;

/** What to know before an output goes out: untrue designations, warnings, and what is left out. */
export function OutputNotes({ warnings = [], findings = [], leftOut = [] }: OutputNotesProps) {
  if (warnings.length + findings.length + leftOut.length === 0) return null;
  return (
    // A list that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={classes.notes} aria-label={t('share.warnings')} tabIndex={0}>
      <ul className={classes.list}>
        {findings.map((finding) => (
          <FindingLine key={`${finding.key} ${finding.start}`} finding={finding} />
        ))}
        {warnings.map((warning) => (
          <li key={warning} className={classes.note}>
            <IconAlertTriangle size={16} stroke={1.75} color="var(--amber)" aria-hidden />
            <span>{warning}</span>
          </li>
        ))}
        {leftOut.map(({ id, title, why }) => (
          <li key={id} className={classes.note}>
            <IconEyeOff size={16} stroke={1.75} aria-hidden />
            <span>{t('sharing.leftOut', { title, why })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type FindingLineProps = Readonly<{ finding: Finding }>;

/** A designation that says more than is true: what to write instead, who says so, and of when. */
function FindingLine({ finding }: FindingLineProps) {
  const format = useFormat();
  const dismiss = useCommand('designations.dismiss', {
    done: () => t('sharing.findings.dismissed', { phrase: finding.phrase }),
  });
  const { phrase, why, correction, body, source } = finding;
  const cited = t('sharing.findings.source', {
    // Most titles begin with the body that wrote them.
    title: source.title.startsWith(body) ? source.title : `${body}, ${source.title}`,
    month: format.date(source.asOf),
  });
  return (
    <li className={classes.note}>
      <IconAlertTriangle size={16} stroke={1.75} color="var(--red)" aria-hidden />
      <span className={classes.finding}>
        <span>
          <strong>{t('sharing.findings.phrase', { phrase })}</strong> {why}
        </span>
        <span>{t('sharing.findings.instead', { correction })}</span>
        <span className={classes.source}>
          <IconInfoCircle size={12} stroke={1.75} aria-hidden />
          {source.url === null ? (
            cited
          ) : (
            <a href={source.url} target="_blank" rel="noreferrer">
              {cited}
            </a>
          )}
        </span>
      </span>
      <Button
        variant="default"
        loading={dismiss.isPending}
        aria-label={t('sharing.findings.dismissNamed', { phrase })}
        onClick={() => dismiss.mutate({ key: finding.key })}
      >
        {t('sharing.findings.dismiss')}
      </Button>
    </li>
  );
}
