import { FileButton, Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useCallback } from 'react';
import { t } from '../../i18n/all.ts';
import { useFileTaker } from '../../ui/fileTaker.ts';
import classes from './FileDrop.module.css';

type FileDropProps = Readonly<{
  /** What is asked for: "Drop your CV here". */
  words: string;
  hint: string;
  multiple?: boolean;
  onFiles: (files: readonly File[]) => void;
}>;

/** Asks for files: by dropping them anywhere in the window, or by choosing them. */
export function FileDrop({ words, hint, multiple = false, onFiles }: FileDropProps) {
  const take = useCallback((files: File[]) => onFiles(files), [onFiles]);
  useFileTaker({ words, hint, take });
  return (
    <div className={classes.drop}>
      <IconFileUpload size={24} stroke={1.5} aria-hidden />
      <strong>{words}</strong>
      <span>{hint}</span>
      <FileButton
        multiple
        inputProps={{ 'aria-label': t('share.choose') }}
        onChange={(files) => {
          if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
        }}
      >
        {(props) => (
          <Button {...props} variant="default">
            {t(multiple ? 'share.chooseFiles' : 'share.chooseFile')}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
