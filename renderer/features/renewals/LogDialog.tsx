import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useQueries } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import type { Activity } from '#shared/procedures/ledger.ts';
import { useAsOf } from '../../asOf.tsx';
import { call } from '../../client.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { keysText } from '../../ui/keys.tsx';
import { pressed } from '../../ui/shortcut.ts';
import { AllocationRow } from './AllocationRow.tsx';
import { rounded, type OpenCycle } from './cycles.ts';
import { DayField } from './DayField.tsx';
import { closeRenewalDialog } from './dialogs.ts';
import classes from './LogDialog.module.css';
import {
  clearLogDraft,
  emptyLogDraft,
  emptyRow,
  draftOfActivity,
  isLogDraftEmpty,
  keepLogDraft,
  logDraft,
  logProofs,
  type LogDraft,
} from './logDraft.ts';
import { ProofFiles } from './ProofFiles.tsx';
import { clockHours, lengthText, readLength } from './readLength.ts';
import { notCounted, readDay, readLog, readUnits, rowOf, type LogErrors } from './readLog.ts';
import { useSaveActivity } from './useSaveActivity.ts';

type LogDialogProps = Readonly<{
  /** Ticked from the start. */
  credentialId: Id | null;
  /** A recorded activity to change; null: a new one. */
  activity: Activity | null;
}>;

const none: readonly OpenCycle[] = [];

/** Records an activity once and allocates it to every credential that it counts towards. */
export function LogDialog({ credentialId, activity }: LogDialogProps) {
  const { asOf, today } = useAsOf();
  const format = useFormat();
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  const { data: overview } = useProcedure('ledger.overview', { asOf });
  const form = useRef<HTMLFormElement>(null);
  const isNew = activity === null;
  const [draft, setDraft] = useState<LogDraft>(() =>
    startOf(credentialId, activity, (day) => format.day(day)),
  );
  const [keptFromBefore] = useState(isNew && !isLogDraftEmpty(logDraft.get()));
  const [files, setFiles] = useState(isNew ? logProofs.get() : []);
  const [errors, setErrors] = useState<LogErrors>({});
  const [another, setAnother] = useState(false);
  const [calendar, setCalendar] = useState(false);

  const dayText = draft.day ?? readableToday(format.day(today), today, settings.dateOrder);
  const day = readDay(dayText, settings.dateOrder);
  const minutes = readLength(draft.length);
  const items = (overview?.items ?? none)
    .filter(({ ledger }) => ledger.requirements.length > 0)
    .toSorted((a, b) => Number(isLost(a, day)) - Number(isLost(b, day)));
  const rows = items.map((item) => ({ item, row: rowOf(draft, item) }));
  const conversions = useQueries({
    queries: rows.map(({ item, row }) => {
      const input = {
        credentialId: item.id,
        hours: minutes === null ? 0 : clockHours(minutes),
        unit: row.unit,
      };
      return {
        queryKey: ['activities.convert', input],
        queryFn: () => call('activities.convert', input),
        enabled: row.on && minutes !== null,
      };
    }),
  });
  const counted = rows.flatMap(({ row }, place) => {
    if (!row.on) return [];
    return (row.units === null ? conversions[place]?.data?.units : readUnits(row.units)) ?? 0;
  });

  const change = (changed: Partial<LogDraft>) => {
    const next = { ...draft, ...changed };
    setDraft(next);
    if (isNew) keepLogDraft(next);
    setErrors({});
  };
  const changeFiles = (next: typeof files) => {
    setFiles(next);
    if (isNew) logProofs.set(next);
  };
  const startAgain = () => {
    clearLogDraft();
    setDraft({ ...emptyLogDraft, rows: draft.rows });
    setFiles([]);
    form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  };
  const save = useSaveActivity(activity, () => {
    if (isNew) clearLogDraft();
    if (isNew && another) startAgain();
    else closeRenewalDialog();
  });
  const submit = () => {
    if (save.isPending || overview === undefined) return;
    const { fields, errors: found } = readLog(draft, day, items, activity);
    setErrors(found);
    if (fields !== null) save.mutate({ fields, files });
    // Once the messages are drawn.
    else
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  useWindowEvent('keydown', (event) => {
    if (!pressed(event, 'mod+enter')) return;
    event.preventDefault();
    submit();
  });

  return (
    <Modal
      opened
      onClose={closeRenewalDialog}
      closeOnEscape={!calendar}
      size={776}
      yOffset="min(72px, 6vh)"
      returnFocus={false}
      title={
        <>
          {t(isNew ? 'renewals.log.heading' : 'renewals.log.editHeading')}{' '}
          <span className={classes.aside}>{t('renewals.log.aside')}</span>
        </>
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={classes.fields}>
          <TextInput
            data-autofocus
            label={t('renewals.log.what')}
            className={classes.whole ?? ''}
            maxLength={1000}
            value={draft.title}
            error={errors.title && t('renewals.log.errors.title')}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <DayField
            label={t('renewals.log.date')}
            text={dayText}
            day={day}
            error={errors.day ? t('renewals.log.errors.day') : null}
            onChange={(text) => change({ day: text })}
            onCalendar={setCalendar}
          />
          <TextInput
            label={t('renewals.log.length')}
            placeholder={t('renewals.log.lengthHint')}
            value={draft.length}
            error={errors.length && t('renewals.log.errors.length')}
            rightSectionWidth={72}
            rightSection={
              minutes !== null && (
                <output className={classes.unit}>
                  {draft.length.trim() === lengthText(minutes)
                    ? `${minutes} min`
                    : lengthText(minutes)}
                </output>
              )
            }
            onChange={(event) => change({ length: event.currentTarget.value })}
          />
          <TextInput
            label={t('renewals.log.provider')}
            maxLength={500}
            value={draft.provider}
            onChange={(event) => change({ provider: event.currentTarget.value })}
          />
          <ProofFiles files={files} stored={activity?.proofs ?? []} onChange={changeFiles} />
        </div>
        <div className={classes.allocations}>
          <div className={classes.towards}>
            <h3 className={classes.heading}>{t('renewals.log.countsTowards')}</h3>
            <span className={classes.small}>
              {minutes === null
                ? t('renewals.log.workedNone')
                : t('renewals.log.worked', { length: `${minutes} min` })}
            </span>
          </div>
          {overview !== undefined && items.length === 0 && (
            <p className={classes.nothing}>{t('renewals.log.none')}</p>
          )}
          <ul className={classes.list}>
            {rows.map(({ item, row }, place) => (
              <AllocationRow
                key={item.id}
                item={item}
                row={row}
                day={day}
                minutes={minutes}
                converted={conversions[place]?.data}
                error={errors.rows?.[item.id]}
                showsEffect={isNew}
                onChange={(next) => change({ rows: { ...draft.rows, [item.id]: next } })}
              />
            ))}
          </ul>
        </div>
        <div className={classes.foot}>
          {isNew && (
            <Checkbox
              label={t('renewals.log.another')}
              checked={another}
              onChange={(event) => setAnother(event.currentTarget.checked)}
            />
          )}
          <span className={classes.sum} role="status">
            {keptFromBefore &&
              counted.length === 0 &&
              !isLogDraftEmpty(draft) &&
              t('renewals.log.draftKept')}
            {counted.length > 0 &&
              t('renewals.log.sum', {
                units: format.number(counted.reduce((sum, units) => rounded(sum + units), 0)),
                credentials: t('renewals.log.credentials', { count: counted.length }),
              })}
          </span>
          {keptFromBefore && !isLogDraftEmpty(draft) && (
            <Button size="sm" variant="subtle" color="gray" onClick={startAgain}>
              {t('renewals.log.discard')}
            </Button>
          )}
          <Button size="sm" variant="default" onClick={closeRenewalDialog}>
            {t('common.cancel')}
          </Button>
          <Button size="sm" type="submit" loading={save.isPending}>
            {t(isNew ? 'renewals.log.log' : 'renewals.log.save')}{' '}
            <kbd className={classes.key}>{keysText('mod+enter')}</kbd>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function startOf(
  credentialId: Id | null,
  activity: Activity | null,
  written: (day: string) => string,
): LogDraft {
  if (activity !== null) return draftOfActivity(activity, written(activity.on));
  const kept = logDraft.get();
  if (credentialId === null) return kept;
  const row = kept.rows[credentialId] ?? emptyRow;
  return { ...kept, rows: { ...kept.rows, [credentialId]: { ...row, on: true } } };
}

/** Where a locale writes days in a way that cannot be read back, the ISO form stands. */
function readableToday(
  written: string,
  today: string,
  order: Parameters<typeof readDay>[1],
): string {
  return readDay(written, order) === today ? written : today;
}

/** Cycles in which the day does not count come last. */
const isLost = (item: OpenCycle, day: PlainDate | null): boolean =>
  day !== null && notCounted(item, day) !== null;
