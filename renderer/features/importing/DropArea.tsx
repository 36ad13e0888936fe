import '@mantine/dropzone/styles.layer.css';
import { Button } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import {
  IconAlertTriangle,
  IconBrandLinkedin,
  IconFileImport,
  IconTable,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { t } from '../../i18n/all.ts';
import classes from './DropArea.module.css';

type DropAreaProps = Readonly<{
  onFiles: (files: File[]) => void;
  /** Why the last file could not be read. */
  failure: string | null;
}>;

/** Where an import begins: a place to drop files, and what may be dropped there. */
export function DropArea({ onFiles, failure }: DropAreaProps) {
  const open = useRef<() => void>(null);
  return (
    <div className={classes.area}>
      {failure !== null && (
        <div role="alert" className={classes.failure}>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
          <div>
            <strong>{t('importing.failed')}</strong>
            <p>{failure}</p>
          </div>
        </div>
      )}
      <Dropzone
        openRef={open}
        onDrop={onFiles}
        // The button is the keyboard's way; the area itself is for dropping.
        enablePointerEvents
        activateOnClick={false}
        activateOnKeyboard={false}
        tabIndex={-1}
        role="group"
        aria-label={t('importing.dropTitle')}
        inputProps={{ 'aria-label': t('importing.choose') }}
        className={classes.zone ?? ''}
      >
        <IconFileImport size={32} stroke={1.5} aria-hidden />
        <h2 className={classes.title}>{t('importing.dropTitle')}</h2>
        <p className={classes.text}>{t('importing.dropText')}</p>
        <Button data-size="sm" onClick={() => open.current?.()}>
          {failure === null ? t('importing.choose') : t('importing.chooseOther')}
        </Button>
      </Dropzone>
      <div className={classes.ways}>
        <section>
          <h3>
            <IconBrandLinkedin size={16} stroke={1.75} aria-hidden />
            {t('importing.linkedInTitle')}
          </h3>
          <p>{t('importing.linkedInText')}</p>
        </section>
        <section>
          <h3>
            <IconTable size={16} stroke={1.75} aria-hidden />
            {t('importing.otherTitle')}
          </h3>
          <p>{t('importing.otherText')}</p>
        </section>
      </div>
    </div>
  );
}
