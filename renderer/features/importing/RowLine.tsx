import { Popover, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { CSSProperties } from 'react';
import type { ImportPreviewRow } from '#shared/procedures/transfer.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { ActionMenu } from './ActionMenu.tsx';
import { FixField } from './FixField.tsx';
import { PolicyChoice } from './PolicyChoice.tsx';
import { Reason } from './Reason.tsx';
import classes from './Rows.module.css';

/** Fields that have a column; others are mended on the line of the reason. */
const columnFields = ['title', 'issuer', 'issued', 'expires', 'number'] as const;
type ColumnField = (typeof columnFields)[number];

type RowLineProps = Readonly<{ row: ImportPreviewRow; position: number; style: CSSProperties }>;

/** One row of the file; a bad one has the field to mend in place, and why below it. */
export function RowLine({ row, position, style }: RowLineProps) {
  const bad = row.action === 'reject' ? row.problem : null;
  return (
    <div
      role="row"
      aria-rowindex={position}
      className={classes.row}
      style={style}
      data-action={row.action}
    >
      <div role="cell" className={classes.action}>
        <ActionMenu row={row} />
      </div>
      {columnFields.map((field) => (
        <div key={field} role="cell" className={classes.cell} data-field={field}>
          {bad?.field === field ? (
            <FixField row={row} field={field} />
          ) : (
            <Value row={row} field={field} />
          )}
          {field === 'title' && bad !== null && (
            <Reason row={row} problem={bad} inColumn={isColumn(bad.field)} />
          )}
        </div>
      ))}
    </div>
  );
}

function Value({ row, field }: Readonly<{ row: ImportPreviewRow; field: ColumnField }>) {
  const format = useFormat();
  const { what, cells, match, action } = row;
  const changes = action === 'merge' && match?.changes.includes(field) === true;
  const computed = row.proposals.find(({ id }) => id === row.policyId)?.expires;
  if (field === 'title') return <Title row={row} />;
  if (what === 'skill')
    return field === 'issuer' ? (
      <span className={classes.quiet}>{t('importing.skill')}</span>
    ) : null;
  const text = cells[field];
  const isDate = field === 'issued' || field === 'expires';
  const shown = isDate ? dateText(text, format.date) : text;
  if (field === 'expires' && text === '' && computed != null)
    return (
      <span className={classes.quiet} title={t('importing.policies.byPolicy')}>
        {format.date(computed)}
        <VisuallyHidden>{t('importing.policies.byPolicy')}</VisuallyHidden>
      </span>
    );
  if (field === 'expires' && text === '')
    return <span className={classes.quiet}>{t('common.noExpiry')}</span>;
  const here = field === 'issuer' && match !== null ? match.issuer : null;
  return (
    <span
      className={field === 'issuer' || field === 'number' ? classes.second : undefined}
      data-changes={changes || undefined}
      title={shown}
    >
      {changes && (
        <>
          <b aria-hidden>+ </b>
          <VisuallyHidden>{t('importing.changes')}</VisuallyHidden>
        </>
      )}
      {here !== null && here !== text && text !== ''
        ? t('importing.inFile', { here, file: text })
        : shown}
    </span>
  );
}

function Title({ row }: Readonly<{ row: ImportPreviewRow }>) {
  const { cells, match, action, warnings } = row;
  const alike = action === 'add' && match?.likeness === 'likely' ? match.title : null;
  return (
    <span className={classes.titleLine}>
      <span className={classes.title} title={cells.title}>
        {cells.title === '' ? (
          <span className={classes.quiet}>{t('importing.untitled')}</span>
        ) : (
          cells.title
        )}
      </span>
      {alike !== null && (
        <span className={classes.alike}>
          {alike === cells.title
            ? t('importing.alikeSame')
            : t('importing.alike', { title: alike })}
        </span>
      )}
      {warnings.length > 0 && <Warnings warnings={warnings} />}
      {action === 'add' && row.proposals.length > 0 && <PolicyChoice row={row} />}
    </span>
  );
}

/** What to look at in a row that goes in all the same. */
function Warnings({ warnings }: Readonly<{ warnings: readonly string[] }>) {
  return (
    <Popover width={320} position="bottom-start">
      <Popover.Target>
        <UnstyledButton
          className={classes.warning}
          aria-label={t('importing.warnings', { list: warnings.join(' ') })}
          title={warnings.join(' ')}
        >
          <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        {warnings.map((warning) => (
          <p key={warning} className={classes.warningText}>
            {warning}
          </p>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

/** A date that was read is shown in the reader's way; anything else as the file has it. */
function dateText(text: string, format: (date: string) => string): string {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(text) ? format(text) : text;
}

const isColumn = (field: string): boolean => columnFields.some((known) => known === field);
