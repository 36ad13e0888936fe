import { Button } from '@mantine/core';
import {
  IconBooks,
  IconCertificate,
  IconDragDrop,
  IconFileImport,
  IconLeaf,
  IconLock,
  type Icon,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef } from 'react';
import { askApp } from '../../client.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { handOverFiles } from '../importing/handover.ts';
import { openQuickAdd, overlay } from '../shell/overlays.ts';
import { useMarkBegun } from './begun.ts';
import classes from './Screen.module.css';

/** The three doors: import, add the first one, or look at a sample. */
export function FirstRunScreen() {
  const { data: info } = useProcedure('portfolio.info', {});
  const markBegun = useMarkBegun();
  const navigate = useNavigate();
  const chooser = useRef<HTMLInputElement>(null);
  const doors = [
    () => chooser.current?.click(),
    () => {
      markBegun();
      void navigate({ to: '/credentials' });
      openQuickAdd();
    },
    () => askApp({ action: 'open-sample' }),
  ] as const;
  useDigits(doors);

  return (
    <div className={classes.screen}>
      <main className={classes.main}>
        <div className={classes.brand}>
          <IconLeaf size={28} stroke={1.5} className={classes.leaf} aria-hidden />
          Laurel
        </div>
        <h1 className={classes.title}>{t('firstRun.heading')}</h1>
        <p className={classes.intro}>{t('firstRun.intro')}</p>
        <div className={classes.doors}>
          <Door name="import" icon={IconFileImport} digit={1} primary onOpen={doors[0]} />
          <Door name="add" icon={IconCertificate} digit={2} onOpen={doors[1]} />
          <Door name="sample" icon={IconBooks} digit={3} onOpen={doors[2]} />
        </div>
        <p className={classes.drop}>
          <IconDragDrop size={16} stroke={1.5} aria-hidden />
          {t('firstRun.drop')}
        </p>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label={t('firstRun.importAction')}
          accept=".zip,.csv"
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            if (files.length === 0) return;
            handOverFiles(files);
            markBegun();
            void navigate({ to: '/import' });
          }}
        />
      </main>
      <footer className={classes.foot}>
        <IconLock size={14} stroke={1.5} aria-hidden />
        <span className={classes.private}>{t('firstRun.private')}</span>
        <span className={classes.folder}>
          <bdi>{info?.folder}</bdi>
        </span>
        <button
          type="button"
          className={classes.show}
          onClick={() => askApp({ action: 'show-folder' })}
        >
          {t('firstRun.showFolder')}
        </button>
      </footer>
    </div>
  );
}

type DoorProps = Readonly<{
  name: 'import' | 'add' | 'sample';
  icon: Icon;
  digit: number;
  primary?: boolean;
  onOpen: () => void;
}>;

function Door({ name, icon: DoorIcon, digit, primary = false, onOpen }: DoorProps) {
  return (
    <section className={classes.door} data-primary={primary || undefined}>
      <DoorIcon size={24} stroke={1.5} aria-hidden />
      <h2 className={classes.doorTitle}>{t(`firstRun.${name}Title`)}</h2>
      <p className={classes.doorText}>{t(`firstRun.${name}Text`)}</p>
      <div className={classes.doorFoot}>
        <Button
          size="sm"
          variant={primary ? 'filled' : 'default'}
          aria-keyshortcuts={String(digit)}
          onClick={onOpen}
        >
          {t(`firstRun.${name}Action`)}
        </Button>
        <kbd aria-hidden>{digit}</kbd>
      </div>
    </section>
  );
}

function useDigits(doors: readonly (() => void)[]): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || overlay.get() !== null) return;
    doors[Number(event.key) - 1]?.();
  });
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
