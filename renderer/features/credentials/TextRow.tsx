import { useId, type ReactNode } from 'react';
import type { Credential } from '#shared/domain/credential.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { CopyButton } from './CopyButton.tsx';
import classes from './Field.module.css';
import type { TextField } from './fieldTexts.ts';
import { fieldLabel, fieldText, fieldValues, type FieldName } from './fieldWords.ts';
import { InPlace, pressStarts } from './InPlace.tsx';
import type { Suggested } from './useSuggestions.ts';
import { TextEditor } from './TextEditor.tsx';

type TextRowProps = Readonly<{
  field: TextField;
  credential: Credential;
  /** Names in use of this kind are offered while typing. */
  suggests?: Suggested;
  multiline?: boolean;
  /** Offers to copy the value. */
  copies?: boolean;
}>;

/** A field that is edited as one text. */
export function TextRow({
  field,
  credential,
  suggests,
  multiline = false,
  copies = false,
}: TextRowProps) {
  const format = useFormat();
  const labelId = useId();
  const value = fieldText(fieldValues(credential), field, format);
  return (
    <Labelled field={field} labelId={labelId}>
      <InPlace
        editor={(close) => (
          <TextEditor
            credential={credential}
            field={field}
            labelId={labelId}
            onClose={close}
            multiline={multiline}
            {...(suggests === undefined ? {} : { suggests })}
          />
        )}
        display={(edit, ref) => (
          <>
            <ValueButton ref={ref} labelId={labelId} onClick={edit} wraps={multiline}>
              {value}
            </ValueButton>
            {copies && value !== '' && <CopyButton text={value} field={fieldLabel(field)} />}
          </>
        )}
      />
    </Labelled>
  );
}

type LabelledProps = Readonly<{ field: FieldName; labelId: string; children: ReactNode }>;

/** A field's name beside its value. */
export function Labelled({ field, labelId, children }: LabelledProps) {
  return (
    <div className={classes.row}>
      <dt id={labelId} className={classes.label}>
        {fieldLabel(field)}
      </dt>
      <dd className={classes.value}>{children}</dd>
    </div>
  );
}

type ValueButtonProps = Readonly<{
  ref: React.Ref<HTMLButtonElement>;
  labelId: string;
  onClick: () => void;
  wraps?: boolean;
  /** Empty: the button offers to add a value. */
  children: ReactNode;
}>;

/** A value that is edited by a click or by Enter. */
export function ValueButton({ ref, labelId, onClick, wraps = false, children }: ValueButtonProps) {
  const valueId = useId();
  const empty = children === '' || children === null;
  return (
    <button
      ref={ref}
      type="button"
      id={valueId}
      className={classes.button}
      data-empty={empty || undefined}
      data-wraps={wraps || undefined}
      aria-labelledby={`${labelId} ${valueId}`}
      {...pressStarts(onClick)}
    >
      {empty ? t('credentials.fields.empty') : children}
    </button>
  );
}
