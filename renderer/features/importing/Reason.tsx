import { IconAlertCircle } from '@tabler/icons-react';
import type { ImportPreviewRow } from '#shared/procedures/transfer.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { FixField, reasonId, type FixableField } from './FixField.tsx';
import classes from './Rows.module.css';
import { correct } from './session.ts';

type ReasonProps = Readonly<{
  row: ImportPreviewRow;
  problem: NonNullable<ImportPreviewRow['problem']>;
  /** Whether the field is mended in a column; else it is mended here. */
  inColumn: boolean;
}>;

/** Why a row is left out, and what may be meant, each a click away. */
export function Reason({ row, problem, inColumn }: ReasonProps) {
  const format = useFormat();
  const isDate = problem.field === 'issued' || problem.field === 'expires';
  return (
    <div className={classes.reason}>
      <span id={reasonId(row.key)} className={classes.why} title={problem.message}>
        <IconAlertCircle size={14} stroke={1.75} aria-hidden />
        <span>{t('importing.problem', { row: row.row, message: problem.message })}</span>
      </span>
      {!inColumn && isFixable(problem.field) && <FixField row={row} field={problem.field} />}
      {problem.fixes.map(({ label, field, value }) => (
        <button
          key={`${field} ${value}`}
          type="button"
          className={classes.offer}
          onClick={() => correct(row.key, field, value)}
        >
          {isDate && value !== '' ? t('importing.useDate', { date: format.date(value) }) : label}
        </button>
      ))}
    </div>
  );
}

const isFixable = (field: string): field is FixableField => field === 'url' || field === 'kind';
