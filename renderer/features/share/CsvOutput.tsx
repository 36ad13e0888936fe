import Papa from 'papaparse';
import { useMemo, type ReactNode } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { Paper } from './Paper.tsx';
import paper from './Paper.module.css';
import { Panes } from './Panes.tsx';
import { PlaceField } from './PlaceField.tsx';
import classes from './Screen.module.css';
import { SendCopy, SendFile } from './SendOut.tsx';
import { useSending, type Sent } from './useSending.ts';

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
  const sending = useSending('csv');
  // The whole record: too much to keep twice, and made anew in one call.
  const sent: Sent = { format: 'csv', text: null, facts: [], recipe: null };
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
      previewAside={
        csv &&
        [
          t('share.csv.size', size),
          body.length > ROWS_SHOWN && t('share.csv.first', { count: ROWS_SHOWN }),
        ]
          .filter(Boolean)
          .join(' · ')
      }
      preview={
        error === null ? (
          <Paper>
            <Table header={header} rows={body.slice(0, ROWS_SHOWN)} />
          </Paper>
        ) : (
          <p role="alert">{t('share.failed', { reason: error.message })}</p>
        )
      }
      state={<PlaceField sending={sending} />}
      actions={
        csv && (
          <>
            <SendCopy variant="default" sending={sending} sent={sent} plain={csv.text} />
            <SendFile
              variant="filled"
              sending={sending}
              sent={sent}
              file={`${t('share.csv.file')}.csv`}
              mime={csv.mime}
              // Excel takes a file without the mark for text of the machine's old encoding.
              text={BYTE_ORDER_MARK + csv.text}
            />
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
