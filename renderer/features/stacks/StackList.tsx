import { ActionIcon, Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBook2,
  IconFileImport,
  IconListTree,
  IconPlus,
  IconSchool,
  IconTargetArrow,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StackKind } from '#shared/domain/stackTree.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { t } from '../../i18n/all.ts';
import classes from './StackList.module.css';
import { openBuilder, openCatalogue, pickStackFile } from './dialogs.ts';
import { Ring } from './Ring.tsx';
import type { StacksSearch } from './views.ts';

export type StackSummary = ProcedureOutput<'stacks.list'>['items'][number];

const order: readonly StackKind[] = ['program', 'pathway', 'curated'];

type StackListProps = Readonly<{
  items: readonly StackSummary[];
  shownId: string | undefined;
  view: StacksSearch['view'];
}>;

/** All stacks as cards with their rings, and what looks across them. */
export function StackList({ items, shownId, view }: StackListProps) {
  return (
    <div className={classes.column}>
      <div className={classes.head}>
        <h1 className={classes.title}>{t('stacks.heading')}</h1>
        <AddMenu />
      </div>
      <nav aria-label={t('stacks.heading')}>
        {order.map((kind) => {
          const members = items.filter((item) => item.kind === kind);
          if (members.length === 0) return null;
          return (
            <Group key={kind} name={t(`stacks.groups.${kind}`)}>
              {members.map((item) => (
                <Card key={item.id} item={item} current={item.id === shownId} />
              ))}
            </Group>
          );
        })}
        <Group name={t('stacks.groups.across')}>
          <Across
            view="next"
            current={view === 'next'}
            icon={<IconTargetArrow size={18} stroke={1.5} aria-hidden />}
            title={t('stacks.whatNext')}
            hint={t('stacks.whatNextHint')}
          />
          <Across
            view="credit"
            current={view === 'credit'}
            icon={<IconSchool size={18} stroke={1.5} aria-hidden />}
            title={t('stacks.credit')}
            hint={t('stacks.creditHint')}
          />
        </Group>
      </nav>
    </div>
  );
}

function AddMenu() {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('stacks.add')}>
          <IconPlus size={18} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconBook2 size={16} stroke={1.75} />}
          onClick={() => openCatalogue()}
        >
          {t('stacks.addMenu.catalogue')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconListTree size={16} stroke={1.75} />}
          onClick={() => openBuilder(null)}
        >
          {t('stacks.addMenu.own')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileImport size={16} stroke={1.75} />}
          onClick={() => pickStackFile()}
        >
          {t('stacks.addMenu.file')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Group({ name, children }: Readonly<{ name: string; children: ReactNode }>) {
  return (
    <section className={classes.section} aria-label={name}>
      <h2 className={classes.group}>{name}</h2>
      <ul className={classes.list}>{children}</ul>
    </section>
  );
}

function Card({ item, current }: Readonly<{ item: StackSummary; current: boolean }>) {
  const lapsed = item.lapsed[0];
  const parts = item.complete
    ? t('stacks.complete')
    : t('stacks.ofParts', { done: item.done, of: item.of });
  const line = [
    item.provider,
    parts,
    lapsed === undefined ? null : t('stacks.lapsed', { title: lapsed }),
  ]
    .filter((part) => part !== null)
    .join(', ');
  return (
    <li>
      <Link
        to="/stacks"
        search={{ id: item.id }}
        className={classes.card}
        aria-current={current ? 'page' : undefined}
      >
        <Ring progress={item.progress} size={36} />
        <span className={classes.words}>
          <span className={classes.name}>{item.title}</span>
          <span className={classes.line}>
            <span className={classes.parts}>{line}</span>
            {item.atRisk.length > 0 && (
              <span className={classes.risk}>
                <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
                {t('stacks.atRisk')}
              </span>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}

type AcrossProps = Readonly<{
  view: NonNullable<StacksSearch['view']>;
  current: boolean;
  icon: ReactNode;
  title: string;
  hint: string;
}>;

function Across({ view, current, icon, title, hint }: AcrossProps) {
  return (
    <li>
      <Link
        to="/stacks"
        search={{ view }}
        className={classes.card}
        aria-current={current ? 'page' : undefined}
      >
        <span className={classes.icon}>{icon}</span>
        <span className={classes.words}>
          <span className={classes.name}>{title}</span>
          <span className={classes.line}>{hint}</span>
        </span>
      </Link>
    </li>
  );
}
