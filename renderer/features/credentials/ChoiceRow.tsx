import { Checkbox, Select } from '@mantine/core';
import { useId } from 'react';
import {
  kinds,
  kindSchema,
  type Credential,
  type CredentialPatch,
} from '#shared/domain/credential.ts';
import { lifecycleSchema } from '#shared/domain/status.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { showFailed } from '../../ui/toast.tsx';
import classes from './Field.module.css';
import { fieldText, fieldValues, saidOf } from './fieldWords.ts';
import { InPlace, type CloseEditor } from './InPlace.tsx';
import { useSave } from './save.ts';
import { Labelled, ValueButton } from './TextRow.tsx';

type ChoiceField = 'kind' | 'lifecycle' | 'verifiedTrack';
type ChoiceRowProps = Readonly<{ field: ChoiceField; credential: Credential }>;

/** A field that holds one of a few values. */
export function ChoiceRow({ field, credential }: ChoiceRowProps) {
  const format = useFormat();
  const labelId = useId();
  return (
    <Labelled field={field} labelId={labelId}>
      <InPlace
        editor={(close) => (
          <ChoiceEditor field={field} credential={credential} labelId={labelId} onClose={close} />
        )}
        display={(edit, ref) => (
          <ValueButton ref={ref} labelId={labelId} onClick={edit}>
            {fieldText(fieldValues(credential), field, format)}
          </ValueButton>
        )}
      />
    </Labelled>
  );
}

type ChoiceEditorProps = ChoiceRowProps & Readonly<{ labelId: string; onClose: CloseEditor }>;

function ChoiceEditor({ field, credential, labelId, onClose }: ChoiceEditorProps) {
  const format = useFormat();
  const save = useSave(credential);
  const choose = async (value: string | null) => {
    const patch = patchOf(field, value);
    if (patch === null) return;
    try {
      await save(patch, saidOf(credential, field, patch, format));
    } catch (error) {
      showFailed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Select
      className={classes.editor ?? ''}
      aria-labelledby={labelId}
      ref={focusAtOnce}
      defaultDropdownOpened
      searchable={field === 'kind'}
      allowDeselect={false}
      data={choices(field)}
      value={valueOf(field, credential)}
      onChange={(value) => void choose(value)}
      onDropdownClose={() => onClose(true)}
      onKeyDown={(event) => {
        // Closes the choices, not the pane around them.
        if (event.key === 'Escape') event.preventDefault();
      }}
    />
  );
}

/** For a stable ref: takes the focus once, as the element comes. */
const focusAtOnce = (element: HTMLElement | null): void => element?.focus();

const flags = ['yes', 'no', 'unknown'] as const;

function choices(field: ChoiceField): { value: string; label: string }[] {
  if (field === 'kind')
    return kinds.map((kind) => ({ value: kind, label: t(`common.kinds.${kind}`) }));
  if (field === 'lifecycle') {
    return lifecycleSchema.options.map((stage) => ({
      value: stage,
      label: t(`common.lifecycles.${stage}`),
    }));
  }
  return flags.map((flag) => ({ value: flag, label: t(`common.${flag}`) }));
}

function valueOf(field: ChoiceField, credential: Credential): string {
  if (field !== 'verifiedTrack') return credential[field];
  const { verifiedTrack } = credential;
  return verifiedTrack === null ? 'unknown' : verifiedTrack ? 'yes' : 'no';
}

function patchOf(field: ChoiceField, value: string | null): CredentialPatch | null {
  if (value === null) return null;
  if (field === 'kind') return { kind: kindSchema.parse(value) };
  if (field === 'lifecycle') return { lifecycle: lifecycleSchema.parse(value) };
  return { verifiedTrack: value === 'unknown' ? null : value === 'yes' };
}

/** Whether the credential comes first in what goes out. */
export function FlagRow({ credential }: Readonly<{ credential: Credential }>) {
  const format = useFormat();
  const labelId = useId();
  const save = useSave(credential);
  const choose = async (pinned: boolean) => {
    try {
      await save({ pinned }, saidOf(credential, 'pinned', { pinned }, format));
    } catch (error) {
      showFailed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Labelled field="pinned" labelId={labelId}>
      <Checkbox
        className={classes.flag ?? ''}
        label={t('credentials.fields.pinnedWhat')}
        checked={credential.pinned}
        onChange={(event) => void choose(event.currentTarget.checked)}
      />
    </Labelled>
  );
}
