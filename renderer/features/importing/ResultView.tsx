import { Button } from '@mantine/core';
import { IconAlertCircle, IconArrowBackUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { t } from '../../i18n/all.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { actionIcons } from './actionIcons.ts';
import classes from './ResultView.module.css';
import { discard, type Committed, type Session } from './session.ts';
import { useTakeBack, useTakenBackElsewhere } from './useImport.ts';

const MOST_LINES = 200;

type ResultViewProps = Readonly<{ files: Session['files']; result: Committed }>;

/** What went in and what stayed out, with the way back. */
export function ResultView({ files, result }: ResultViewProps) {
  const { batch, added, merged, skipped, rejected } = result;
  const takeBack = useTakeBack();
  useTakenBackElsewhere(batch);
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that had the focus is gone with the preview.
  useEffect(() => heading.current?.focus(), []);
  const MergedIcon = actionIcons.merge;
  const AddedIcon = actionIcons.add;
  const SkippedIcon = actionIcons.skip;

  return (
    <div className={classes.screen}>
      <ScreenHeader
        title={t('importing.heading')}
        aside={files
          .map(({ name }) => name)
          .join(', ')
          .slice(0, 120)}
      />
      <div className={classes.card}>
        <h2 ref={heading} tabIndex={-1} className={classes.title}>
          {batch === null
            ? t('importing.doneNothing')
            : t('importing.doneTitle', { count: added + merged })}
        </h2>
        {batch === null && <p className={classes.text}>{t('importing.doneNothingText')}</p>}
        <ul className={classes.counts}>
          <li>
            <AddedIcon size={16} stroke={1.75} aria-hidden />
            {t('importing.added', { count: added })}
          </li>
          <li>
            <MergedIcon size={16} stroke={1.75} aria-hidden />
            {t('importing.merged', { count: merged })}
          </li>
          <li>
            <SkippedIcon size={16} stroke={1.75} aria-hidden />
            {t('importing.skipped', { count: skipped })}
          </li>
          <li>
            <IconAlertCircle size={16} stroke={1.75} aria-hidden />
            {t('importing.leftOut', { count: rejected.length })}
          </li>
        </ul>
        <div className={classes.buttons}>
          <Button data-size="sm" onClick={() => void navigate({ to: '/credentials' })}>
            {t('importing.showThem')}
          </Button>
          {batch !== null && (
            <Button
              data-size="sm"
              variant="default"
              loading={takeBack.isPending}
              leftSection={<IconArrowBackUp size={16} stroke={1.75} />}
              onClick={() => takeBack.mutate(batch)}
            >
              {t('importing.undoImport')}
            </Button>
          )}
          <Button data-size="sm" variant="default" onClick={discard}>
            {t('importing.another')}
          </Button>
        </div>
      </div>
      {rejected.length > 0 && (
        <section className={classes.left}>
          <h3>{t('importing.leftOutList')}</h3>
          <ul>
            {rejected.slice(0, MOST_LINES).map(({ file, row, message }) => (
              <li key={`${file} ${row}`}>{t('importing.leftOutLine', { file, row, message })}</li>
            ))}
            {rejected.length > MOST_LINES && (
              <li>{t('importing.more', { count: rejected.length - MOST_LINES })}</li>
            )}
          </ul>
        </section>
      )}
    </div>
  );
}
