import type { ReactNode } from 'react';
import { t } from '../../i18n/all.ts';
import { Desk } from './Desk.tsx';
import { DetailFields } from './DetailFields.tsx';
import classes from './Letters.module.css';
import { LettersList } from './LettersList.tsx';
import { LettersOptions } from './LettersOptions.tsx';
import { OutputNotes } from './OutputNotes.tsx';
import { Panes } from './Panes.tsx';
import { PlaceField } from './PlaceField.tsx';
import { SendCopy } from './SendOut.tsx';
import { useSending, type Sent } from './useSending.ts';
import { useSignature } from './useSignature.ts';

type NameLineOutputProps = Readonly<{ picker: ReactNode }>;

/** The name with its letters in the customary order, and as what a vCard takes (features.md H10). */
export function NameLineOutput({ picker }: NameLineOutputProps) {
  const { signature, error } = useSignature();
  const sending = useSending('nameLine');
  // The ledger makes whole signatures again, not their first line: it puts letters right in place.
  const sentAs = (text: string): Sent => ({
    format: 'txt',
    text,
    facts: signature?.facts ?? [],
    recipe: null,
  });
  return (
    <Panes
      picker={picker}
      title={t('share.names.nameLine')}
      options={
        <>
          <LettersOptions />
          <DetailFields names={['name']} />
          <LettersList />
        </>
      }
      previewTitle={t('share.preview')}
      previewAside=""
      preview={
        error !== null ? (
          <p role="alert">{t('share.failed', { reason: error.message })}</p>
        ) : (
          <Desk>
            <div className={classes.sheet}>
              <p className={classes.line}>{signature?.nameLine}</p>
            </div>
            <h3 className={classes.subTitle}>{t('sharingLetters.suffix')}</h3>
            <div className={classes.sheet}>
              <p className={classes.suffix}>
                {signature?.vcardSuffix || t('sharingLetters.noSuffix')}
              </p>
            </div>
          </Desk>
        )
      }
      notes={signature && <OutputNotes {...signature} />}
      state={<PlaceField sending={sending} />}
      actions={
        signature && (
          <>
            <SendCopy
              variant="default"
              label={t('sharingLetters.copySuffix')}
              sending={sending}
              sent={sentAs(signature.vcardSuffix)}
              plain={signature.vcardSuffix}
              disabled={signature.vcardSuffix === ''}
            />
            <SendCopy
              sending={sending}
              sent={sentAs(signature.nameLine)}
              plain={signature.nameLine}
              disabled={signature.nameLine === ''}
            />
          </>
        )
      }
    />
  );
}
