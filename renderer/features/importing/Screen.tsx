import { useEffect } from 'react';
import { t } from '../../i18n/all.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { DropArea } from './DropArea.tsx';
import { EncodingPicker } from './EncodingPicker.tsx';
import { handedOver } from './handover.ts';
import { PreviewView } from './PreviewView.tsx';
import { ResultView } from './ResultView.tsx';
import classes from './Screen.module.css';
import { beginWith, useReadFailure, useSession, type Session } from './session.ts';
import { usePreview } from './useImport.ts';

const take = (files: readonly File[]) =>
  beginWith(files, (name) => t('importing.unreadable', { name }));

/** From a dropped file to one undoable step, with everything shown before it is written. */
export function ImportingScreen() {
  const session = useSession();
  const failure = useReadFailure();
  const handed = handedOver.use();
  useEffect(() => {
    if (handed.length === 0) return;
    handedOver.set([]);
    void take(handed);
  }, [handed]);

  if (session === null) {
    return (
      <div className={classes.screen}>
        <ScreenHeader title={t('importing.heading')} />
        <DropArea onFiles={take} failure={failure} />
      </div>
    );
  }
  return session.result === null ? (
    <Reading session={session} />
  ) : (
    <ResultView files={session.files} result={session.result} />
  );
}

function Reading({ session }: Readonly<{ session: Session }>) {
  const preview = usePreview(session);
  const { data, error } = preview;
  if (error !== null) {
    return (
      <div className={classes.screen}>
        <ScreenHeader title={t('importing.heading')} />
        <DropArea onFiles={take} failure={error.message} />
      </div>
    );
  }
  if (data === undefined) {
    return (
      <div className={classes.screen}>
        <ScreenHeader title={t('importing.heading')} />
        <p role="status" className={classes.wait}>
          {t('importing.reading', { name: nameOf(session) })}
        </p>
      </div>
    );
  }
  if (data.encodingChoices.length > 0)
    return <EncodingPicker choices={data.encodingChoices} name={nameOf(session)} />;
  return (
    <PreviewView
      session={session}
      preview={data}
      name={nameOf(session)}
      pending={preview.isPlaceholderData}
    />
  );
}

function nameOf({ files }: Session): string {
  const [only, other] = files;
  return only !== undefined && other === undefined
    ? only.name
    : t('importing.filesNamed', { count: files.length });
}
