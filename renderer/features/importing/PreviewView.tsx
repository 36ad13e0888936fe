import { Button } from '@mantine/core';
import { IconColumns3, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ImportAction } from '#shared/procedures/transfer.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { DateBar } from './DateBar.tsx';
import { countRows, linesOf, proposedPolicies, sharedFixes } from './groups.ts';
import { LackingColumn } from './LackingColumn.tsx';
import { Rows } from './Rows.tsx';
import classes from './Screen.module.css';
import { Segments } from './Segments.tsx';
import { discard, type Preview, type Session } from './session.ts';
import { useCommit, useProgress } from './useImport.ts';

type PreviewViewProps = Readonly<{
  session: Session;
  preview: Preview;
  name: string;
  /** A newer reading is on its way. */
  pending: boolean;
}>;

/** Every row and what happens to it; nothing is written until the last button. */
export function PreviewView({ session, preview, name, pending }: PreviewViewProps) {
  const [shown, setShown] = useState<ImportAction | 'all'>('all');
  const [folded, setFolded] = useState<ReadonlySet<ImportAction>>(new Set());
  const [matching, setMatching] = useState(false);
  const commit = useCommit(session);
  const progress = useProgress(commit.isPending);
  const format = useFormat();

  const rows = useMemo(() => withDecisions(preview.rows, session), [preview.rows, session]);
  const counts = useMemo(() => countRows(rows), [rows]);
  const lines = useMemo(() => linesOf(rows, shown, folded), [rows, shown, folded]);
  const fixes = useMemo(() => sharedFixes(rows), [rows]);
  const proposed = useMemo(() => proposedPolicies(rows), [rows]);
  const count = counts.add + counts.merge;
  const matched = preview.columns.filter(({ field }) => field !== null).length;
  const isTable = preview.format === 'csv';
  const lacking = isTable ? lackingColumn(preview) : null;
  const fold = (action: ImportAction) =>
    setFolded(
      new Set(
        folded.has(action) ? [...folded].filter((one) => one !== action) : [...folded, action],
      ),
    );

  return (
    <div className={classes.screen} aria-busy={pending || commit.isPending}>
      <ScreenHeader
        title={t('importing.heading')}
        aside={
          <span className={classes.file}>
            <IconFileSpreadsheet size={16} stroke={1.75} aria-hidden />
            <span>{t('importing.rowsRead', { name, count: preview.read })}</span>
          </span>
        }
        actions={
          isTable && (
            <Button
              variant="subtle"
              color="gray"
              leftSection={<IconColumns3 size={16} stroke={1.75} />}
              onClick={() => setMatching(true)}
            >
              {t('importing.columns', { matched, total: preview.columns.length })}
            </Button>
          )
        }
      />
      <div className={classes.controls}>
        <Segments counts={counts} total={rows.length} shown={shown} onShow={setShown} />
        {preview.dateExamples.length > 0 && <DateBar preview={preview} />}
        {lacking !== null && (
          <LackingColumn what={lacking} rows={rows} onMatch={() => setMatching(true)} />
        )}
        {preview.notes.map((note) => (
          <p key={note} className={classes.note}>
            {note}
          </p>
        ))}
      </div>
      <Rows lines={lines} fixes={fixes} proposed={proposed} onFold={fold} />
      <footer className={classes.footer}>
        <span className={classes.say} role="status">
          {progress === null
            ? t('importing.nothingWritten')
            : t('importing.working', {
                done: format.number(progress.done),
                total: format.number(progress.total),
              })}
        </span>
        <Button data-size="sm" variant="default" disabled={commit.isPending} onClick={discard}>
          {t('common.cancel')}
        </Button>
        <Button
          data-size="sm"
          loading={commit.isPending}
          disabled={count === 0 || pending}
          onClick={() => commit.mutate()}
        >
          {count === 0 ? t('importing.importNone') : t('importing.import', { count })}
        </Button>
      </footer>
      <ColumnsDialog
        opened={matching}
        columns={preview.columns}
        onClose={() => setMatching(false)}
      />
    </div>
  );
}

/** Shows what was just decided at once; the engine's own answer follows. */
function withDecisions(
  rows: Preview['rows'],
  { choices: { decisions = {}, policies = {} } }: Session,
): Preview['rows'] {
  return rows.map((read) => {
    const policyId = read.action === 'add' ? policies[read.key] : undefined;
    const row = policyId === undefined ? read : { ...read, policyId };
    const action = decisions[row.key]?.action;
    if (action === undefined || (row.problem !== null && action !== 'skip')) return row;
    return {
      ...row,
      action: action === 'merge' && row.match?.changes.length === 0 ? 'skip' : action,
    };
  });
}

function lackingColumn({ columns }: Preview): 'title' | 'issuer' | null {
  const has = (field: string) => columns.some((column) => column.field === field);
  if (!has('title')) return 'title';
  return has('issuer') ? null : 'issuer';
}
