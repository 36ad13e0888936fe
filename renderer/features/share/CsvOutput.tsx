import { Button } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import Papa from 'papaparse';
import { useMemo, type ReactNode } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/index.ts';
import { useProcedure } from '../../query.ts';
import { saveFile } from '../../save.ts';
import { CopyButton } from './CopyButton.tsx';
import { Paper } from './Paper.tsx';
import paper from './Paper.module.css';
import { Panes } from './Panes.tsx';
import classes from './Screen.module.css';

const ROWS_SHOWN = 100;
const BYTE_ORDER_MARK = '\u{FEFF}';

type CsvOutputProps = Readonly<{ picker: ReactNode }>;

/** The table of everything, as the file that is saved. */
export function CsvOutput({ picker }: CsvOutputProps) {
  const { asOf } = useAsOf();
  const { data: csv, error } = useProcedure('exports.csv', { asOf }, { keepPrevious: true });
  const rows = useMemo(
    () =>
      csv ? Papa.parse<string[]>(csv.text, { delimiter: ',', skipEmptyLines: true }).data : [],
    [csv],
  );
  const [header = [], ...body] = rows;
  const size = { count: body.length, columns: header.length };

  return (
    <Panes
      picker={picker}
      title={t('share.names.csv')}
      options={
        <div className={classes.how}>
          <p>{t('share.csv.text')}</p>
          <p>{t('share.csv.opens')}</p>
          <p>{t('share.csv.guard')}</p>
        </div>
      }
      previewTitle={t('share.preview')}
      previewAside={body.length > ROWS_SHOWN ? t('share.csv.first', { count: ROWS_SHOWN }) : ''}
      preview={
        error === null ? (
          <Paper>
            <Table header={header} rows={body.slice(0, ROWS_SHOWN)} />
          </Paper>
        ) : (
          <p role="alert">{t('share.failed', { reason: error.message })}</p>
        )
      }
      state={csv && t('share.csv.size', size)}
      actions={
        csv && (
          <>
            <CopyButton size="sm" variant="default" label={t('share.copyAs')} plain={csv.text} />
            <Button
              size="sm"
              leftSection={<IconDeviceFloppy size={16} stroke={1.75} />}
              // Excel takes a file without the mark for text of the machine's old encoding.
              onClick={() =>
                saveFile(`${t('share.csv.file')}.csv`, csv.mime, BYTE_ORDER_MARK + csv.text)
              }
            >
              {t('share.saveAs')}
            </Button>
          </>
        )
      }
    />
  );
}

type TableProps = Readonly<{ header: readonly string[]; rows: readonly (readonly string[])[] }>;

function Table({ header, rows }: TableProps) {
  return (
    <table className={paper.table}>
      <thead>
        <tr>
          {header.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells[0]}>
            {cells.map((cell, column) => (
              <td key={header[column]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
