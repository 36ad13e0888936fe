import { useMemo, type ReactNode } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { eventsOf } from './calendarEvents.ts';
import { Paper } from './Paper.tsx';
import paper from './Paper.module.css';
import { Panes, Warnings } from './Panes.tsx';
import { PlaceField } from './PlaceField.tsx';
import classes from './Screen.module.css';
import { SendFile } from './SendOut.tsx';
import { useSending } from './useSending.ts';

/** Always the same, so that a later file takes the place of an earlier one. */
const NAME = 'laurel.ics';
const ROWS_SHOWN = 200;

type CalendarOutputProps = Readonly<{ picker: ReactNode }>;

/** Every day to come with its alarms, as the calendar file that is saved. */
export function CalendarOutput({ picker }: CalendarOutputProps) {
  const { asOf } = useAsOf();
  const format = useFormat();
  const { data: calendar, error } = useProcedure('exports.ics', { asOf }, { keepPrevious: true });
  const events = useMemo(() => (calendar ? eventsOf(calendar.text) : []), [calendar]);
  const sending = useSending('calendar');
  const shown = events.slice(0, ROWS_SHOWN);

  return (
    <Panes
      picker={picker}
      title={t('share.names.calendar')}
      options={
        <div className={classes.how}>
          <p>{t('share.calendar.text')}</p>
          <p>{t('share.calendar.again')}</p>
          <p>{t('share.calendar.alarms')}</p>
        </div>
      }
      previewTitle={t('share.preview')}
      previewAside={
        shown.length < events.length
          ? t('share.calendar.first', { count: shown.length })
          : t('share.calendar.size', { count: events.length })
      }
      preview={
        error === null ? (
          <Paper>
            <table className={`${paper.table} ${paper.days}`}>
              <thead>
                <tr>
                  <th scope="col">{t('share.calendar.day')}</th>
                  <th scope="col">{t('share.calendar.event')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ uid, on, summary }) => (
                  <tr key={uid}>
                    <td>{format.day(on)}</td>
                    <td>{summary}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Paper>
        ) : (
          <p role="alert">{t('share.failed', { reason: error.message })}</p>
        )
      }
      notes={calendar && <Warnings warnings={calendar.warnings} />}
      state={<PlaceField sending={sending} />}
      actions={
        calendar && (
          <SendFile
            variant="filled"
            sending={sending}
            sent={{ format: 'ics', text: null, facts: [], recipe: null }}
            file={NAME}
            mime={calendar.mime}
            text={calendar.text}
            disabled={calendar.events === 0}
          />
        )
      }
    />
  );
}
