import type { ReactNode } from 'react';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { Desk } from './Desk.tsx';
import { DetailFields } from './DetailFields.tsx';
import classes from './Letters.module.css';
import { LettersList } from './LettersList.tsx';
import { LettersOptions } from './LettersOptions.tsx';
import { OutputNotes } from './OutputNotes.tsx';
import { Panes } from './Panes.tsx';
import { PlaceField } from './PlaceField.tsx';
import { SendCopy, SendFile } from './SendOut.tsx';
import { useSending, type Sent } from './useSending.ts';
import { useSignature } from './useSignature.ts';

type CardOutputProps = Readonly<{ picker: ReactNode }>;

/** The two lines of a business card, and the same person as a vCard to hand over. */
export function CardOutput({ picker }: CardOutputProps) {
  const { signature, error } = useSignature();
  const { data: details } = useProcedure('sharing.details', {});
  const sending = useSending('card');
  const sentAs = (format: string, text: string): Sent => ({
    format,
    text,
    facts: signature?.facts ?? [],
    // The ledger makes whole signatures again, not these: it puts letters right in place.
    recipe: null,
  });
  const [name = '', ...under] = (signature?.cardLine ?? '').split('\n');
  const reach = [details?.phone, details?.email, details?.website, details?.location].filter(
    (part) => part !== undefined && part !== '',
  );
  return (
    <Panes
      picker={picker}
      title={t('share.names.card')}
      options={
        <>
          <LettersOptions />
          <DetailFields
            names={['name', 'role', 'organization', 'phone', 'email', 'website', 'location']}
          />
          <LettersList />
        </>
      }
      previewTitle={t('share.preview')}
      previewAside={t('sharingLetters.cardHint')}
      preview={
        error !== null ? (
          <p role="alert">{t('share.failed', { reason: error.message })}</p>
        ) : (
          <Desk>
            <div className={classes.card}>
              <div>
                <p className={classes.cardName}>{name}</p>
                {under.map((line) => (
                  <p key={line} className={classes.cardLine}>
                    {line}
                  </p>
                ))}
              </div>
              <div>
                {reach.map((line) => (
                  <p key={line} className={classes.cardLine}>
                    {line}
                  </p>
                ))}
              </div>
            </div>
            <h3 className={classes.subTitle}>{t('sharingLetters.vcard')}</h3>
            <div className={classes.sheet}>
              <pre className={classes.suffix}>{signature?.vcard}</pre>
            </div>
          </Desk>
        )
      }
      notes={signature && <OutputNotes {...signature} />}
      state={<PlaceField sending={sending} />}
      actions={
        signature && (
          <>
            <SendFile
              label={t('sharingLetters.saveVcard')}
              sending={sending}
              sent={sentAs('vcf', signature.vcard)}
              file={`${t('sharingLetters.vcardFile')}.vcf`}
              mime="text/vcard"
              text={signature.vcard}
            />
            <SendCopy
              label={t('sharingLetters.copyLines')}
              sending={sending}
              sent={sentAs('txt', signature.cardLine)}
              plain={signature.cardLine}
              disabled={signature.cardLine === ''}
            />
          </>
        )
      }
    />
  );
}
