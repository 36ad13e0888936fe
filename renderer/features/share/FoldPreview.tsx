import { SegmentedControl } from '@mantine/core';
import { useId, useState } from 'react';
import { foldOf } from '#shared/domain/linkedinText.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { initials } from './initials.ts';
import classes from './Post.module.css';

type Device = 'desktop' | 'phone';

type FoldPreviewProps = Readonly<{ text: string }>;

/** The beginning of a post as the feed shows it, under the name that stands over it. */
export function FoldPreview({ text }: FoldPreviewProps) {
  const { asOf } = useAsOf();
  const headingId = useId();
  const [device, setDevice] = useState<Device>('desktop');
  const { data: who } = useProcedure('sharing.signature', { asOf });
  const { data: details } = useProcedure('sharing.details', {});
  const fold = foldOf(text);
  const shown = device === 'desktop' ? fold.shown : fold.phoneShown;
  const under = [details?.role, details?.location].filter(
    (part) => part !== undefined && part !== '',
  );
  return (
    <section aria-labelledby={headingId} className={classes.foldSection}>
      <div className={classes.foldHead}>
        <h3 id={headingId} className={classes.foldTitle}>
          {t('sharing.post.fold')}
        </h3>
        <SegmentedControl
          withItemsBorders={false}
          transitionDuration={0}
          aria-labelledby={headingId}
          value={device}
          data={[
            { value: 'desktop', label: t('sharing.post.desktop') },
            { value: 'phone', label: t('sharing.post.phone') },
          ]}
          onChange={(value) => setDevice(value === 'phone' ? 'phone' : 'desktop')}
        />
      </div>
      <div className={classes.card} data-device={device}>
        <div className={classes.author}>
          <span className={classes.avatar} aria-hidden>
            {initials(details?.name ?? '')}
          </span>
          <span>
            <span className={classes.name}>{who?.nameLine || t('sharing.post.you')}</span>
            <span className={classes.under}>
              {[under.join(', '), t('sharing.post.now')].filter((part) => part !== '').join(' · ')}
            </span>
          </span>
        </div>
        <p className={classes.folded}>
          {shown}
          {shown.length < text.length && (
            <span className={classes.more}> {t('sharing.post.seeMore')}</span>
          )}
        </p>
      </div>
    </section>
  );
}
