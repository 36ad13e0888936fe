import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconCommand, IconPlus } from '@tabler/icons-react';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/index.ts';
import { redoLatest, undoLatest, useProcedure } from '../../query.ts';
import { Keys, keysText } from '../../ui/keys.tsx';
import { Tip } from '../../ui/Tip.tsx';
import { AsOfButton } from './AsOfButton.tsx';
import { openPalette, openQuickAdd } from './overlays.ts';
import { SearchField } from './SearchField.tsx';
import classes from './TopBar.module.css';

export function TopBar() {
  const { isToday } = useAsOf();
  return (
    <header className={classes.bar} data-as-of={!isToday || undefined}>
      <SearchField />
      <div className={classes.space} />
      <AsOfButton />
      <HistoryButtons />
      <Tip label={t('shell.paletteHint')}>
        <button type="button" className={classes.palette} onClick={openPalette}>
          <IconCommand size={16} stroke={1.75} aria-hidden />
          <span className={classes.hidden}>{t('shell.palette')}</span>
          <span className={classes.keys} aria-hidden>
            <Keys shortcut="mod+k" />
          </span>
        </button>
      </Tip>
      <Tip label={`${t('shell.addHint')}  ${keysText('mod+n')}`}>
        <Button leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => openQuickAdd()}>
          {t('common.add')}
        </Button>
      </Tip>
    </header>
  );
}

function HistoryButtons() {
  const { data } = useProcedure('history.state', {});
  const [undo, redo] = [data?.undo ?? null, data?.redo ?? null];
  return (
    <div className={classes.history}>
      <HistoryButton
        name={t('common.undo')}
        what={undo?.label ?? null}
        shortcut="mod+z"
        onClick={() => void undoLatest()}
        icon={<IconArrowBackUp size={18} stroke={1.5} />}
      />
      <HistoryButton
        name={t('shell.redo')}
        what={redo?.label ?? null}
        shortcut="mod+shift+z"
        onClick={() => void redoLatest()}
        icon={<IconArrowForwardUp size={18} stroke={1.5} />}
      />
    </div>
  );
}

type HistoryButtonProps = Readonly<{
  name: string;
  /** What the button would take back or do again; null when there is nothing. */
  what: string | null;
  shortcut: string;
  icon: React.ReactNode;
  onClick: () => void;
}>;

function HistoryButton({ name, what, shortcut, icon, onClick }: HistoryButtonProps) {
  return (
    <Tip label={`${name}: ${what ?? ''}  ${keysText(shortcut)}`} disabled={what === null}>
      <ActionIcon aria-label={name} disabled={what === null} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tip>
  );
}
