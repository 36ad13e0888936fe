import {
  IconCertificate,
  IconFileImport,
  IconRefresh,
  IconSettings,
  IconShare3,
  IconStack2,
  IconSun,
  IconTargetArrow,
  IconTimeline,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';

export type ScreenEntry = Readonly<{
  name:
    | 'today'
    | 'credentials'
    | 'timeline'
    | 'stacks'
    | 'renewals'
    | 'share'
    | 'plan'
    | 'importing'
    | 'trash'
    | 'settings';
  path:
    | '/today'
    | '/credentials'
    | '/timeline'
    | '/stacks'
    | '/renewals'
    | '/share'
    | '/plan'
    | '/import'
    | '/trash'
    | '/settings';
  icon: Icon;
  shortcut: string;
  at: 'top' | 'foot';
}>;

/** The screens of the sidebar, in its order. */
export const screens: readonly ScreenEntry[] = [
  { name: 'today', path: '/today', icon: IconSun, shortcut: 'mod+1', at: 'top' },
  {
    name: 'credentials',
    path: '/credentials',
    icon: IconCertificate,
    shortcut: 'mod+2',
    at: 'top',
  },
  { name: 'timeline', path: '/timeline', icon: IconTimeline, shortcut: 'mod+3', at: 'top' },
  { name: 'stacks', path: '/stacks', icon: IconStack2, shortcut: 'mod+4', at: 'top' },
  { name: 'renewals', path: '/renewals', icon: IconRefresh, shortcut: 'mod+5', at: 'top' },
  { name: 'share', path: '/share', icon: IconShare3, shortcut: 'mod+6', at: 'top' },
  { name: 'plan', path: '/plan', icon: IconTargetArrow, shortcut: 'mod+7', at: 'top' },
  { name: 'importing', path: '/import', icon: IconFileImport, shortcut: 'mod+8', at: 'foot' },
  { name: 'trash', path: '/trash', icon: IconTrash, shortcut: 'mod+9', at: 'foot' },
  { name: 'settings', path: '/settings', icon: IconSettings, shortcut: 'mod+,', at: 'foot' },
];
