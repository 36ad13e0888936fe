import '@mantine/dropzone/styles.layer.css';
import { Dropzone } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { t } from '../../i18n/all.ts';
import { fileTaker } from '../../ui/fileTaker.ts';
import { handOverFiles } from '../importing/handover.ts';
import { useMarkBegun } from '../firstRun/begun.ts';
import classes from './DropAnywhere.module.css';

/** Takes a file dropped anywhere in the window to what asks for one, else to the Import screen. */
export function DropAnywhere() {
  const navigate = useNavigate();
  const markBegun = useMarkBegun();
  const taker = fileTaker.use();
  return (
    <Dropzone.FullScreen
      className={classes.zone ?? ''}
      onDrop={(files) => {
        if (taker !== null) {
          taker.take(files);
          return;
        }
        handOverFiles(files);
        markBegun();
        void navigate({ to: '/import' });
      }}
    >
      <div className={classes.words}>
        <IconFileImport size={32} stroke={1.5} aria-hidden />
        <strong>{taker?.words ?? t('shell.drop')}</strong>
        <span>{taker?.hint ?? t('shell.dropHint')}</span>
      </div>
    </Dropzone.FullScreen>
  );
}
