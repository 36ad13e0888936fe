import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../client.ts';
import { t } from '../../i18n/all.ts';
import classes from './Files.module.css';
import { saveStored, type StoredFile } from './files.ts';

type PictureProps = Readonly<{ file: StoredFile; onClose: () => void }>;

/** A kept picture, as large as the window lets it be. */
export function Picture({ file, onClose }: PictureProps) {
  const { id, name, mime } = file;
  const { data, error } = useQuery({
    queryKey: ['evidence.read', { id }],
    queryFn: () => call('evidence.read', { id }),
    // A picture may be large, and is seldom looked at twice.
    gcTime: 0,
  });
  const url = useObjectUrl(data?.bytes, mime);
  return (
    <Modal
      opened
      onClose={onClose}
      size="auto"
      title={name}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {error !== null && (
        <p role="alert" className={classes.failed}>
          {error.message}
        </p>
      )}
      {url !== null && <img className={classes.picture} src={url} alt={name} />}
      <div className={classes.foot}>
        <Button variant="default" onClick={() => void saveStored(file)}>
          {t('evidence.saveCopy')}
        </Button>
      </div>
    </Modal>
  );
}

/** An address for bytes in memory, given back when they are no longer shown. */
function useObjectUrl(bytes: Uint8Array<ArrayBuffer> | undefined, mime: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (bytes === undefined) return undefined;
    const made = URL.createObjectURL(new Blob([bytes], { type: mime }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mime]);
  return url;
}
