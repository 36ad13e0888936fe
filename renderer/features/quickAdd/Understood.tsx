import { IconAlertTriangle, IconBook2 } from '@tabler/icons-react';
import { kindSchema } from '#shared/domain/credential.ts';
import { lifecycleSchema } from '#shared/domain/status.ts';
import type { QuickAdd, QuickAddPart } from '#shared/domain/quickAdd.ts';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import classes from './Understood.module.css';

/** What was understood of the line, as chips in its order. */
export function Understood({ understood }: Readonly<{ understood: QuickAdd }>) {
  const format = useFormat();
  const { parts, fields, completed } = understood;
  if (parts.length === 0) return <p className={classes.nothing}>{t('quickAdd.nothingYet')}</p>;
  const added = completed
    // The kind has its own chip, and the policy its own line below.
    .filter((field) => field !== 'policyId' && field !== 'kind')
    .map((field) => `${t(`common.fields.${field}`)} ${fields[field] ?? ''}`);

  return (
    <div role="status" aria-label={t('quickAdd.understood')}>
      <ul className={classes.chips}>
        {parts.map((part) => (
          <li
            key={`${part.start}-${part.field}`}
            className={classes.chip}
            data-unclear={part.field === 'unclear' || undefined}
          >
            <PartWords part={part} format={format} />
          </li>
        ))}
        {fields.kind !== undefined && (
          <li className={classes.chip}>
            <ChipWords name={t('common.fields.kind')} value={t(`common.kinds.${fields.kind}`)} />
          </li>
        )}
      </ul>
      {added.length > 0 && (
        <p className={classes.catalogue}>
          <IconBook2 size={14} stroke={1.75} aria-hidden />
          {t('quickAdd.fromCatalogue', { fields: added.join(', ') })}
        </p>
      )}
    </div>
  );
}

function PartWords({ part, format }: Readonly<{ part: QuickAddPart; format: Format }>) {
  if (part.field === 'unclear') {
    return (
      <>
        <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
        {t('quickAdd.unclear', { text: String(part.value) })}
      </>
    );
  }
  return <ChipWords name={t(`common.fields.${part.field}`)} value={valueWords(part, format)} />;
}

function ChipWords({ name, value }: Readonly<{ name: string; value: string }>) {
  return (
    <>
      <span className={classes.name}>{name}</span> {value}
    </>
  );
}

function valueWords({ field, value }: QuickAddPart, format: Format): string {
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (field === 'progress') return `${value}%`;
  if (field === 'hours') return t('quickAdd.hours', { count: Number(value) });
  const text = String(value);
  if (field === 'lifecycle') return t(`common.lifecycles.${lifecycleSchema.parse(text)}`);
  if (field === 'kind') return t(`common.kinds.${kindSchema.parse(text)}`);
  const isDate =
    field === 'issued' || field === 'expires' || field === 'started' || field === 'target';
  return isDate ? format.date(text) : text;
}
