import { Checkbox, Select, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { categoryLines, effectOf, nameOf, rounded, type OpenCycle } from './cycles.ts';
import classes from './LogDialog.module.css';
import type { DraftRow } from './logDraft.ts';
import { notCounted, readUnits, type NotCounted } from './readLog.ts';

export type Converted = ProcedureOutput<'activities.convert'>;

type AllocationRowProps = Readonly<{
  item: OpenCycle;
  row: DraftRow;
  day: PlainDate | null;
  minutes: number | null;
  converted: Converted | undefined;
  error: 'units' | 'unitsNeeded' | undefined;
  /** Whether what it would do is shown: not while a recorded activity is changed. */
  showsEffect: boolean;
  onChange: (row: DraftRow) => void;
}>;

/** What an activity counts towards one credential: category, units and what they would do. */
export function AllocationRow(props: AllocationRowProps) {
  const { item, row, day, onChange } = props;
  const name = nameOf(item);
  const reason = day === null ? null : notCounted(item, day);
  return (
    <li className={classes.allocation} data-on={row.on || undefined}>
      <Checkbox
        aria-label={t('renewals.log.countFor', { name })}
        checked={row.on}
        onChange={(event) => onChange({ ...row, on: event.currentTarget.checked })}
      />
      <div className={classes.credential}>
        <div className={classes.credentialName} title={item.title}>
          {name}
        </div>
        <div className={classes.small}>{item.issuer}</div>
      </div>
      {row.on ? <Chosen {...props} reason={reason} /> : <NotChosen item={item} reason={reason} />}
    </li>
  );
}

function NotChosen({ item, reason }: Readonly<{ item: OpenCycle; reason: NotCounted }>) {
  const format = useFormat();
  const isWarning = reason !== null && reason !== 'nextCycle';
  const ReasonIcon = isWarning ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={classes.reason} data-warns={isWarning || undefined}>
      <ReasonIcon size={16} stroke={1.75} aria-hidden />
      {reason === null ? t('renewals.log.tick') : reasonWords(item, reason, format)}
    </div>
  );
}

function Chosen({
  item,
  row,
  minutes,
  converted,
  error,
  showsEffect,
  reason,
  onChange,
}: AllocationRowProps & Readonly<{ reason: NotCounted }>) {
  const name = nameOf(item);
  const worked = minutes === null || converted === undefined ? '' : converted.units.toFixed(2);
  const choices = choicesOf(item);
  return (
    <>
      {choices.length > 1 ? (
        <Select
          className={classes.short ?? ''}
          aria-label={t('renewals.log.category', { name })}
          placeholder={t('renewals.log.chooseCategory')}
          allowDeselect={false}
          data={choices.map(({ value, label }) => ({ value, label }))}
          value={row.unit === null ? null : valueOf(row.unit, row.category)}
          onChange={(value) => {
            const chosen = choices.find((choice) => choice.value === value);
            if (chosen) onChange({ ...row, unit: chosen.unit, category: chosen.category });
          }}
        />
      ) : (
        <span className={classes.small}>{t('renewals.log.noCategories')}</span>
      )}
      <TextInput
        className={classes.short ?? ''}
        aria-label={t('renewals.log.units', { name })}
        inputMode="decimal"
        value={row.units ?? worked}
        error={error !== undefined}
        rightSectionWidth={44}
        rightSection={
          <span className={classes.unit} title={row.unit ?? ''}>
            {row.unit}
          </span>
        }
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ ...row, units: value.trim() === '' ? null : value });
        }}
      />
      <EffectWords
        item={item}
        row={row}
        minutes={minutes}
        converted={converted}
        error={error}
        showsEffect={showsEffect}
        reason={reason}
      />
    </>
  );
}

type EffectWordsProps = Pick<
  AllocationRowProps,
  'item' | 'row' | 'minutes' | 'converted' | 'error' | 'showsEffect'
> &
  Readonly<{ reason: NotCounted }>;

function EffectWords({
  item,
  row,
  minutes,
  converted,
  error,
  showsEffect,
  reason,
}: EffectWordsProps) {
  const format = useFormat();
  const requirement = item.ledger.requirements.find(({ unit }) => unit === row.unit);
  const units = row.units === null ? converted?.units : readUnits(row.units);
  if (error !== undefined) {
    return (
      <div className={classes.wrong} role="alert">
        {t(`renewals.log.errors.${error}`)}
      </div>
    );
  }
  if (reason !== null) {
    return (
      <div className={classes.reason} data-warns={reason !== 'nextCycle' || undefined}>
        {reasonWords(item, reason, format)}
      </div>
    );
  }
  const effect =
    requirement === undefined || units === undefined || units === null || !showsEffect
      ? null
      : effectOf(requirement, item.nesting, row.category, units, item.bounds);
  const rate = rateWords(row, minutes, converted, format);
  return (
    <div className={classes.effect}>
      {effect !== null && (
        <div>
          {format.number(effect.before)} → <strong>{format.number(effect.after)}</strong>{' '}
          {t('renewals.log.ofTotal', { total: format.number(effect.total) })}
          {effect.category !== null &&
            (effect.category.min ?? effect.category.max) !== null &&
            `, ${t('renewals.log.inCategory', {
              category: effect.category.name,
              after: format.number(effect.category.after),
              limit: format.number(effect.category.min ?? effect.category.max ?? 0),
            })}`}
        </div>
      )}
      {effect?.full ? (
        <div className={classes.full}>
          {t(`renewals.log.bounds.${effect.full.bound}`, {
            category: effect.full.name,
            limit: format.number(effect.full.limit),
            lost: format.number(effect.full.lost),
          })}
        </div>
      ) : (
        <div className={classes.small}>{rate}</div>
      )}
    </div>
  );
}

function rateWords(
  row: DraftRow,
  minutes: number | null,
  converted: Converted | undefined,
  format: Format,
): string {
  if (row.units !== null) return t('renewals.log.byHand');
  if (converted === undefined || minutes === null) return '';
  const { minutesPerUnit, unit, units, stated } = converted;
  const rate = t(stated ? 'renewals.log.rate' : 'renewals.log.assumedRate', {
    minutes: format.number(minutesPerUnit),
    unit,
  });
  const raw = rounded(minutes / minutesPerUnit);
  return raw === units
    ? rate
    : `${rate}, ${t('renewals.log.rounded', { raw: format.number(raw), units: format.number(units) })}`;
}

function reasonWords(item: OpenCycle, reason: Exclude<NotCounted, null>, format: Format): string {
  const date = format.day(reason === 'before' ? item.start : item.end);
  return t(`renewals.log.${reason}`, { date });
}

type Choice = Readonly<{ value: string; label: string; unit: string; category: string | null }>;

const valueOf = (unit: string, category: string | null): string => JSON.stringify([unit, category]);

/** Every category of every requirement, and none; parts are set in below what they lie in. */
function choicesOf(item: OpenCycle): Choice[] {
  const { requirements } = item.ledger;
  return requirements.flatMap((requirement) => {
    const { unit } = requirement;
    const prefix = requirements.length > 1 ? `${unit}: ` : '';
    return [
      ...categoryLines(requirement, item.nesting).map(({ name }) => ({
        value: valueOf(unit, name),
        label: `${prefix}${name}`,
        unit,
        category: name,
      })),
      {
        value: valueOf(unit, null),
        label: `${prefix}${t('renewals.log.noCategory')}`,
        unit,
        category: null,
      },
    ];
  });
}
