import { Button } from '@mantine/core';
import { useId } from 'react';
import type { Credential } from '#shared/domain/credential.ts';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { showFailed } from '../../ui/toast.tsx';
import classes from './Field.module.css';
import { fieldText, fieldValues, saidOf } from './fieldWords.ts';
import { InPlace, type CloseEditor } from './InPlace.tsx';
import { useSave } from './save.ts';
import { TextEditor } from './TextEditor.tsx';
import { Labelled, ValueButton } from './TextRow.tsx';

/** The end as entered, beside what the policy makes it where that is known. */
export function ExpiryRow({ credential }: Readonly<{ credential: Credential }>) {
  const format = useFormat();
  const labelId = useId();
  const computed = computedWords(credential, format);
  return (
    <Labelled field="expires" labelId={labelId}>
      <InPlace
        editor={(close) => (
          <TextEditor credential={credential} field="expires" labelId={labelId} onClose={close}>
            {!credential.neverExpires && <NeverButton credential={credential} onClose={close} />}
          </TextEditor>
        )}
        display={(edit, ref) => (
          <>
            <ValueButton ref={ref} labelId={labelId} onClick={edit}>
              {fieldText(fieldValues(credential), 'expires', format)}
            </ValueButton>
            {computed !== null && <span className={classes.tag}>{computed}</span>}
          </>
        )}
      />
    </Labelled>
  );
}

function computedWords({ expires, expiresComputed }: Credential, format: Format): string | null {
  if (expiresComputed === null) return null;
  return expires === expiresComputed
    ? t('credentials.fields.computedSame')
    : t('credentials.fields.computed', { date: format.date(expiresComputed) });
}

function NeverButton({
  credential,
  onClose,
}: Readonly<{ credential: Credential; onClose: CloseEditor }>) {
  const save = useSave(credential);
  const format = useFormat();
  const choose = async () => {
    const patch = { expires: null, neverExpires: true } as const;
    try {
      await save(patch, saidOf(credential, 'expires', patch, format));
      onClose(true);
    } catch (error) {
      showFailed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Button
      variant="default"
      className={classes.never ?? ''}
      // The field keeps the focus, so that it does not save on the way here.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void choose()}
    >
      {t('credentials.fields.doesNotExpire')}
    </Button>
  );
}
