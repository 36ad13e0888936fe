import { ActionIcon, Button } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { t } from '../../i18n/all.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { createStore } from '../../ui/store.ts';
import { openQuickAdd } from '../shell/overlays.ts';
import { Html, Paper, Source } from './Paper.tsx';
import paper from './Paper.module.css';
import classes from './Resume.module.css';
import type { Resume } from './resumeDraft.ts';

const steps = [50, 70, 85, 100, 125, 150, 200] as const;
const ACTUAL = 100;
/** CSS pixels of a point, in which a page's SVG is measured. */
const PIXELS_PER_POINT = 96 / 72;

/** How large the preview is, in percent; kept while the window is open. */
const zoomStore = createStore<number>(ACTUAL);

/** Makes the preview smaller and larger. */
export function Zoom() {
  const zoom = zoomStore.use();
  const smaller = steps.findLast((step) => step < zoom);
  const larger = steps.find((step) => step > zoom);
  return (
    <div className={classes.zoom} role="group" aria-label={t('share.zoom.label')}>
      <ActionIcon
        aria-label={t('share.zoom.out')}
        disabled={smaller === undefined}
        onClick={() => smaller !== undefined && zoomStore.set(smaller)}
      >
        <IconZoomOut size={18} stroke={1.5} />
      </ActionIcon>
      <span role="status">{t('share.zoom.percent', { percent: zoom })}</span>
      <ActionIcon
        aria-label={t('share.zoom.in')}
        disabled={larger === undefined}
        onClick={() => larger !== undefined && zoomStore.set(larger)}
      >
        <IconZoomIn size={18} stroke={1.5} />
      </ActionIcon>
    </div>
  );
}

type ResumePreviewProps = Readonly<{
  resume: Resume | undefined;
  /** The pages of a PDF as SVG, or the file of Word as it is read back. */
  looks: Readonly<{ pages: readonly string[]; html: string | null }> | undefined;
  error: Error | null;
}>;

/** The resume section as it will look, on white paper. */
export function ResumePreview({ resume, looks, error }: ResumePreviewProps) {
  const zoom = zoomStore.use();
  if (error !== null) return <p role="alert">{t('share.failed', { reason: error.message })}</p>;
  if (resume === undefined) return <Paper>{null}</Paper>;
  if (resume.lines === 0) {
    return (
      <Paper>
        <div className={paper.empty}>
          <EmptyState
            title={t('share.resume.empty')}
            text={t('share.resume.emptyText')}
            action={<Button onClick={() => openQuickAdd()}>{t('share.resume.add')}</Button>}
          />
        </div>
      </Paper>
    );
  }
  if (resume.format === 'pdf') return <Pages pages={looks?.pages ?? []} zoom={zoom} />;
  const html = resume.format === 'docx' ? (looks?.html ?? '') : null;
  return (
    <Paper>
      <div style={{ zoom: zoom / ACTUAL }}>
        {html !== null && <Html source={html} />}
        {resume.format === 'html' && <Html source={resume.text} />}
        {html === null && resume.format !== 'html' && <Source text={resume.text} />}
      </div>
    </Paper>
  );
}

type PagesProps = Readonly<{ pages: readonly string[]; zoom: number }>;

/** Pages as pictures: a picture can neither act nor load anything. */
function Pages({ pages, zoom }: PagesProps) {
  return (
    // A region that scrolls must be reachable by keyboard.
    <section
      className={classes.pages}
      aria-label={t('share.preview')}
      aria-busy={pages.length === 0}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {pages.map((svg, place) => (
        // Pages have no other name than their number.
        // oxlint-disable-next-line react/no-array-index-key
        <Page key={place} svg={svg} number={place + 1} count={pages.length} zoom={zoom} />
      ))}
    </section>
  );
}

type PageProps = Readonly<{ svg: string; number: number; count: number; zoom: number }>;

function Page({ svg, number, count, zoom }: PageProps) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  const width = widthInPoints(svg) * PIXELS_PER_POINT * (zoom / ACTUAL);
  if (url === null) return null;
  return (
    <img
      className={classes.page}
      src={url}
      alt={t('share.resume.page', { number, count })}
      style={zoom === ACTUAL ? { width: '100%', maxWidth: width } : { width }}
    />
  );
}

const LETTER_POINTS = 612;

function widthInPoints(svg: string): number {
  const [, width] = /\bwidth="([\d.]+)pt"/.exec(svg.slice(0, 400)) ?? [];
  return width === undefined ? LETTER_POINTS : Number(width);
}
