import { IconBook2, IconExternalLink } from '@tabler/icons-react';
import type { Verified } from '#shared/domain/policyParts.ts';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import classes from './Source.module.css';

export type Source = Readonly<{
  title: string;
  url: string;
  asOf: string;
  verified: Verified;
  fromMemory: readonly string[];
}>;

/** Where a figure comes from, for its hover. */
export function sourceHover({ title, asOf, verified }: Source, format: Format): string {
  return t('renewals.source.hover', {
    title,
    month: format.date(asOf),
    verified: t(`renewals.source.short.${verified}`),
  });
}

type SourceNoteProps = Readonly<{
  source: Source;
  /** Whose figures they are: the catalogue's, or the holder's own over them. */
  origin?: 'catalogue' | 'changed' | 'own';
}>;

/** Where the rules come from, of which month, and how far they were verified. */
export function SourceNote({ source, origin = 'catalogue' }: SourceNoteProps) {
  const format = useFormat();
  const { title, url, asOf, verified, fromMemory } = source;
  return (
    <div className={classes.note}>
      <IconBook2 size={14} stroke={1.75} aria-hidden />
      <div>
        {t(`renewals.source.${origin}`, { title, month: format.date(asOf) })}{' '}
        {t(`renewals.source.verified.${verified}`)}{' '}
        {url.startsWith('https://') && (
          <a href={url} target="_blank" rel="noreferrer" className={classes.link}>
            {t('renewals.source.open')}
            <IconExternalLink size={12} stroke={1.75} aria-hidden />
          </a>
        )}
        {fromMemory.map((sentence) => (
          <div key={sentence} className={classes.memory}>
            {t('renewals.source.fromMemory', { sentence })}
          </div>
        ))}
      </div>
    </div>
  );
}
