import { ActionIcon } from '@mantine/core';
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconLeaf,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { t } from '../../i18n/index.ts';
import { keysText } from '../../ui/keys.tsx';
import { Tip } from '../../ui/Tip.tsx';
import { useRenewalsDue } from '../renewals/useRenewalsDue.ts';
import { useStaleCopies } from '../share/useStaleCopies.ts';
import { useAttention } from '../today/useAttention.ts';
import { screens, type ScreenEntry } from './screens.ts';
import classes from './Sidebar.module.css';
import { toggleSidebar, useSidebarState } from './sidebarState.ts';

export function Sidebar() {
  const { collapsed, narrow } = useSidebarState();
  const attention = useAttention()?.lines.length ?? 0;
  const renewals = useRenewalsDue();
  const share = useStaleCopies().copies;
  const counts: Partial<Record<ScreenEntry['name'], number>> = {
    today: attention,
    renewals,
    share,
  };
  const items = (at: ScreenEntry['at']) => (
    <ul className={classes.items}>
      {screens
        .filter((screen) => screen.at === at)
        .map((screen) => (
          <li key={screen.name}>
            <SidebarItem screen={screen} collapsed={collapsed} count={counts[screen.name] ?? 0} />
          </li>
        ))}
    </ul>
  );

  return (
    <nav
      className={classes.sidebar}
      aria-label={t('shell.navigation')}
      data-collapsed={collapsed || undefined}
    >
      <div className={classes.brand}>
        {(!collapsed || narrow) && (
          <IconLeaf className={classes.leaf} size={20} stroke={1.5} aria-hidden />
        )}
        {!collapsed && <span className={classes.name}>Laurel</span>}
        {!narrow && <FoldButton collapsed={collapsed} />}
      </div>
      {items('top')}
      <div className={classes.space} />
      {items('foot')}
    </nav>
  );
}

function FoldButton({ collapsed }: Readonly<{ collapsed: boolean }>) {
  const label = t(collapsed ? 'shell.expandSidebar' : 'shell.collapseSidebar');
  const FoldIcon = collapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <Tip label={label} position="right">
      <ActionIcon
        aria-label={label}
        aria-expanded={!collapsed}
        onClick={toggleSidebar}
        className={classes.fold ?? ''}
      >
        <FoldIcon size={16} stroke={1.5} />
      </ActionIcon>
    </Tip>
  );
}

type SidebarItemProps = Readonly<{ screen: ScreenEntry; collapsed: boolean; count: number }>;

function SidebarItem({ screen, collapsed, count }: SidebarItemProps) {
  const name = t(`shell.screens.${screen.name}`);
  const label = count === 0 ? name : t('shell.withCount', { name, count });
  return (
    <Tip label={`${name}  ${keysText(screen.shortcut)}`} position="right" disabled={!collapsed}>
      <Link to={screen.path} className={classes.item} aria-label={label}>
        <screen.icon size={18} stroke={1.5} aria-hidden />
        {!collapsed && <span className={classes.word}>{name}</span>}
        {count > 0 && (
          <span className={classes.count} aria-hidden>
            {count}
          </span>
        )}
      </Link>
    </Tip>
  );
}
