import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBell,
  IconCalendar,
  IconCalendarDown,
  IconCommand,
  IconFolder,
  IconKeyboard,
  IconLayoutSidebar,
  IconPalette,
  IconPlus,
  IconSearch,
  type Icon,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { settingsSchema } from '#shared/domain/settings.ts';
import { useAsOf } from '../../asOf.tsx';
import { askApp } from '../../client.ts';
import { t } from '../../i18n/index.ts';
import { redoLatest, undoLatest, useCommand } from '../../query.ts';
import { openReminderDialog } from '../reminders/dialogs.ts';
import { focusSearch } from './focusSearch.ts';
import { openOverlay, openPalette, openQuickAdd } from './overlays.ts';
import { screens } from './screens.ts';
import { toggleSidebar } from './sidebarState.ts';

export type Command = Readonly<{
  id: string;
  label: string;
  /** Written as `mod+shift+z`; without it the command is run from the palette only. */
  keys?: string;
  icon: Icon;
  /** Left out of the palette when it makes no sense from there. */
  hidden?: boolean;
  run: () => void;
}>;

/** Everything that the palette and the keyboard can do, in the palette's order. */
export function useCommands(): readonly Command[] {
  const navigate = useNavigate();
  const { asOf, isToday, setAsOf } = useAsOf();
  const { mutate: setSettings } = useCommand('settings.set', {
    done: () => t('settings.changed', { what: t('settings.theme') }),
    undo: false,
  });
  return useMemo(
    () => [
      {
        id: 'add',
        label: t('shell.shortcuts.add'),
        keys: 'mod+n',
        icon: IconPlus,
        run: () => openQuickAdd(),
      },
      ...screens.map((screen) => ({
        id: screen.name,
        label: t('palette.goTo', { screen: t(`shell.screens.${screen.name}`) }),
        keys: screen.shortcut,
        icon: screen.icon,
        run: () => void navigate({ to: screen.path }),
      })),
      {
        id: 'search',
        label: t('shell.shortcuts.search'),
        keys: 'mod+f',
        icon: IconSearch,
        run: focusSearch,
      },
      {
        id: 'undo',
        label: t('shell.shortcuts.undo'),
        keys: 'mod+z',
        icon: IconArrowBackUp,
        run: () => void undoLatest(),
      },
      {
        id: 'redo',
        label: t('shell.shortcuts.redo'),
        keys: 'mod+shift+z',
        icon: IconArrowForwardUp,
        run: () => void redoLatest(),
      },
      {
        id: 'today-as-of',
        label: t('shell.shortcuts.backToToday'),
        icon: IconCalendar,
        hidden: isToday,
        run: () => setAsOf(null),
      },
      {
        id: 'sidebar',
        label: t('shell.shortcuts.sidebar'),
        keys: 'mod+b',
        icon: IconLayoutSidebar,
        run: toggleSidebar,
      },
      ...settingsSchema.shape.theme.options.map((theme) => ({
        id: `theme-${theme}`,
        label: t('palette.theme', { theme: t(`settings.themes.${theme}`) }),
        icon: IconPalette,
        run: () => setSettings({ theme }),
      })),
      {
        id: 'reminders-preview',
        label: t('palette.remindersPreview'),
        icon: IconBell,
        run: () => openReminderDialog({ kind: 'preview' }),
      },
      {
        id: 'save-calendar',
        label: t('palette.saveCalendar'),
        icon: IconCalendarDown,
        run: () => void saveCalendar(asOf),
      },
      {
        id: 'show-folder',
        label: t('palette.showFolder'),
        icon: IconFolder,
        run: () => askApp({ action: 'show-folder' }),
      },
      {
        id: 'shortcuts',
        label: t('shell.shortcuts.heading'),
        keys: '?',
        icon: IconKeyboard,
        run: () => openOverlay('shortcuts'),
      },
      {
        id: 'palette',
        label: t('shell.shortcuts.palette'),
        keys: 'mod+k',
        icon: IconCommand,
        hidden: true,
        run: openPalette,
      },
    ],
    [navigate, asOf, isToday, setAsOf, setSettings],
  );
}

/** What it says comes with the words of the reminders, which the first screen does without. */
async function saveCalendar(asOf: PlainDate): Promise<void> {
  await (await import('../reminders/saveCalendar.ts')).saveCalendar(asOf);
}
