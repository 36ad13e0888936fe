import type { Credential, CredentialFields, CredentialPatch } from '#shared/domain/credential.ts';
import type { Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';

export type FieldName = keyof CredentialFields;

/** What a field is called in the pane. */
export function fieldLabel(field: FieldName): string {
  switch (field) {
    case 'pinned':
    case 'leadDays':
    case 'credits':
    case 'creditsToward':
      return t(`credentials.fields.${field}`);
    default:
      return t(`common.fields.${field}`);
  }
}

/** A field's value in words, as the pane shows it; empty where there is none. */
export function fieldText(values: CredentialPatch, field: FieldName, format: Format): string {
  switch (field) {
    case 'started':
    case 'target':
    case 'issued':
      return format.date(values[field] ?? null);
    case 'expires':
      return values.neverExpires === true
        ? t('credentials.fields.doesNotExpire')
        : format.date(values.expires ?? null);
    case 'kind':
      return values.kind === undefined ? '' : t(`common.kinds.${values.kind}`);
    case 'lifecycle':
      return values.lifecycle === undefined ? '' : t(`common.lifecycles.${values.lifecycle}`);
    case 'cost':
      return values.cost == null ? '' : format.money(values.cost);
    case 'credits':
      return values.credits == null
        ? ''
        : `${format.number(values.credits.amount)} ${t(`common.creditSystems.${values.credits.system}`)}`;
    case 'hours':
      return values.hours == null ? '' : format.number(values.hours);
    case 'progress':
      return values.progress == null
        ? ''
        : t('credentials.columns.percent', { count: values.progress });
    case 'leadDays':
      return values.leadDays == null ? '' : format.days(values.leadDays);
    case 'pinned':
    case 'neverExpires':
      return t(values[field] === true ? 'common.yes' : 'common.no');
    case 'verifiedTrack':
      return values.verifiedTrack == null
        ? ''
        : t(values.verifiedTrack ? 'common.yes' : 'common.no');
    case 'quality':
      return (values.quality ?? [])
        .map((signal) => t(`common.qualitySignals.${signal}`))
        .join(', ');
    case 'skills':
    case 'tags':
      return (values[field] ?? []).join(', ');
    case 'story':
      return '';
    default:
      return values[field] ?? '';
  }
}

/** Values of a credential in the form of its fields. */
export function fieldValues(credential: Credential): CredentialPatch {
  const { issuer, url, ...rest } = credential;
  return { ...rest, url, issuer: issuer?.name ?? null };
}

const LONGEST_SAID = 60;

/** What a toast says of a saved field. */
export function saidOf(
  credential: Credential,
  field: FieldName,
  patch: CredentialPatch,
  format: Format,
): string {
  const label = fieldLabel(field);
  const title = patch.title ?? credential.title;
  const value = fieldText(patch, field, format);
  if (value === '') return t('credentials.fields.cleared', { field: label, title });
  if (field === 'title' || value.length > LONGEST_SAID)
    return t('credentials.fields.changedPlain', { field: label, title });
  return t('credentials.fields.changed', { field: label, title, value });
}
