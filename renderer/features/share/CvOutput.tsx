import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState, type ReactNode } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { call } from '../../client.ts';
import { t } from '../../i18n/all.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CvFacts } from './CvFacts.tsx';
import { FileDrop } from './FileDrop.tsx';
import { Panes, Warnings } from './Panes.tsx';
import { Paper, Sheet, Source } from './Paper.tsx';
import { resumeDraft } from './resumeDraft.ts';
import classes from './Screen.module.css';

type CvOutputProps = Readonly<{ picker: ReactNode }>;
type Cv = Readonly<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;

/** What a parser sees of the user's own CV, and what of the record it finds there. */
export function CvOutput({ picker }: CvOutputProps) {
  const { asOf } = useAsOf();
  const { options } = resumeDraft.use();
  const [cv, setCv] = useState<Cv | null>(null);
  const [view, setView] = useState('facts');
  const take = useCallback(([file]: readonly File[]) => {
    if (file === undefined) return;
    void file.arrayBuffer().then((bytes) => {
      setCv({ name: file.name, bytes: new Uint8Array(bytes) });
    });
  }, []);
  const { data: seen, error } = useQuery({
    // The bytes are one object for as long as the file is the same.
    queryKey: ['exports.check', cv?.name, cv?.bytes.byteLength, { options, asOf }],
    queryFn: async () =>
      cv === null ? null : call('exports.check', { bytes: cv.bytes, options, asOf }),
    enabled: cv !== null,
    gcTime: 0,
  });

  return (
    <Panes
      picker={picker}
      title={t('share.names.cv')}
      options={
        <>
          <FileDrop words={t('share.cv.drop')} hint={t('share.cv.dropHint')} onFiles={take} />
          <p className={classes.how}>{t('share.cv.how')}</p>
          <p className={classes.how}>{t('share.cv.compares')}</p>
        </>
      }
      previewTitle={cv?.name ?? t('share.cv.heading')}
      previewAside={seen && seen.pages !== null ? t('share.cv.pages', { count: seen.pages }) : ''}
      previewTools={
        seen && (
          <SegmentedControl
            className={classes.views ?? ''}
            aria-label={t('share.cv.views')}
            withItemsBorders={false}
            transitionDuration={0}
            value={view}
            data={[
              { value: 'facts', label: t('share.cv.facts') },
              { value: 'text', label: t('share.cv.text') },
            ]}
            onChange={setView}
          />
        )
      }
      preview={
        <>
          {cv === null && (
            <div className={classes.fill}>
              <EmptyState title={t('share.cv.none')} text={t('share.cv.noneText')} />
            </div>
          )}
          {error !== null && (
            <p role="alert">
              {t('share.cv.failed', { name: cv?.name ?? '', reason: error.message })}
            </p>
          )}
          {cv !== null && error === null && !seen && <Sheet busy>{t('share.cv.reading')}</Sheet>}
          {seen && view === 'facts' && <CvFacts seen={seen} />}
          {seen && view === 'text' && (
            <Paper>
              <Source text={seen.text} />
            </Paper>
          )}
        </>
      }
      notes={seen && <Warnings warnings={seen.warnings} />}
      state={t('share.cv.stays')}
      actions={null}
    />
  );
}
