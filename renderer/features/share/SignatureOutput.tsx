import { SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { t } from '../../i18n/all.ts';
import { Desk } from './Desk.tsx';
import { DetailFields } from './DetailFields.tsx';
import classes from './Letters.module.css';
import { LettersList } from './LettersList.tsx';
import { LettersOptions } from './LettersOptions.tsx';
import { OutputNotes } from './OutputNotes.tsx';
import { Panes } from './Panes.tsx';
import { PlaceField } from './PlaceField.tsx';
import { SafeHtml } from './SafeHtml.tsx';
import { SendCopy, SendFile } from './SendOut.tsx';
import { useSending, type Sent } from './useSending.ts';
import { useSignature } from './useSignature.ts';

type Format = 'html' | 'txt';
const formats: readonly Format[] = ['html', 'txt'];

type SignatureOutputProps = Readonly<{ picker: ReactNode }>;

/** An e-mail signature with the letters that are true today, as mail programs show it. */
export function SignatureOutput({ picker }: SignatureOutputProps) {
  const [format, setFormat] = useState<Format>('html');
  const { signature, error, recipe } = useSignature(format);
  const sending = useSending('signature');
  const sent: Sent | undefined = signature && {
    format,
    text: signature.text,
    facts: signature.facts,
    recipe,
  };
  return (
    <Panes
      picker={picker}
      title={t('share.names.signature')}
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
      previewAside={
        <SegmentedControl
          withItemsBorders={false}
          transitionDuration={0}
          aria-label={t('sharingLetters.asWhat')}
          value={format}
          data={formats.map((value) => ({ value, label: t(`sharingLetters.formats.${value}`) }))}
          onChange={(value) => setFormat(value === 'txt' ? 'txt' : 'html')}
        />
      }
      preview={
        error !== null ? (
          <p role="alert">{t('share.failed', { reason: error.message })}</p>
        ) : (
          <Desk>
            <div className={classes.sheet}>
              {signature !== undefined &&
                (format === 'html' ? (
                  <SafeHtml className={classes.mail} source={signature.copy.html ?? ''} />
                ) : (
                  <pre className={classes.plain}>{signature.copy.plain}</pre>
                ))}
            </div>
          </Desk>
        )
      }
      notes={signature && <OutputNotes {...signature} />}
      state={<PlaceField sending={sending} />}
      actions={
        signature &&
        sent && (
          <>
            <SendFile
              sending={sending}
              sent={sent}
              file={`${t('sharingLetters.signatureFile')}.${format}`}
              mime={signature.mime}
              text={signature.text}
            />
            <SendCopy
              sending={sending}
              sent={sent}
              plain={signature.copy.plain}
              html={format === 'html' ? signature.copy.html : null}
            />
          </>
        )
      }
    />
  );
}
