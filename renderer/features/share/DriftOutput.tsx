import { useQuery } from '@tanstack/react-query';
import { useCallback, useState, type ReactNode } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { call } from '../../client.ts';
import { t } from '../../i18n/all.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DriftTable } from './DriftTable.tsx';
import { FileDrop } from './FileDrop.tsx';
import { Panes, Warnings } from './Panes.tsx';
import { Sheet } from './Paper.tsx';
import classes from './Screen.module.css';

type DriftOutputProps = Readonly<{ picker: ReactNode }>;
type Given = Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;

/** LinkedIn's own export against the record: missing there, outdated there, only there. */
export function DriftOutput({ picker }: DriftOutputProps) {
  const { asOf } = useAsOf();
  const [files, setFiles] = useState<readonly Given[]>([]);
  const take = useCallback((given: readonly File[]) => {
    void Promise.all(
      given.map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    ).then(setFiles);
  }, []);
  const { data: drift, error } = useQuery({
    queryKey: ['drift.check', files.map(({ name, bytes }) => [name, bytes.byteLength]), { asOf }],
    queryFn: () => call('drift.check', { files: [...files], asOf }),
    enabled: files.length > 0,
    gcTime: 0,
  });
  const names = files.map(({ name }) => name).join(', ');

  return (
    <Panes
      picker={picker}
      title={t('share.names.drift')}
      options={
        <>
          <FileDrop
            multiple
            words={t('share.drift.drop')}
            hint={t('share.drift.dropHint')}
            onFiles={take}
          />
          <p className={classes.how}>{t('share.drift.how')}</p>
          <p className={classes.how}>{t('share.drift.again')}</p>
        </>
      }
      previewTitle={t('share.drift.heading')}
      previewAside={names}
      preview={
        <>
          {files.length === 0 && (
            <div className={classes.fill}>
              <EmptyState title={t('share.drift.none')} text={t('share.drift.noneText')} />
            </div>
          )}
          {error !== null && (
            <p role="alert">{t('share.drift.failed', { reason: error.message })}</p>
          )}
          {files.length > 0 && error === null && drift === undefined && (
            <Sheet busy>{t('share.drift.reading')}</Sheet>
          )}
          {drift !== undefined && <DriftTable drift={drift} />}
        </>
      }
      notes={drift && <Warnings warnings={drift.notes} />}
      state={
        <span role="status">
          {drift && t('share.drift.sum', { same: drift.same, count: drift.rows })}
        </span>
      }
      actions={null}
    />
  );
}
