import { ActionIcon, Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import { t } from '../../i18n/all.ts';
import { showDone } from '../../ui/toast.tsx';
import {
  changeLayout,
  removeView,
  saveView,
  viewsStore,
  type SavedView,
  type ViewFilter,
} from './layout.ts';
import classes from './ViewMenu.module.css';
import { builtInFilters, builtInViews, currentView, sameFilter } from './views.ts';

type ViewMenuProps = Readonly<{ view: ViewFilter; onApply: (filter: ViewFilter) => void }>;

/** Views of the list: four that are always there, and the user's own. */
export function ViewMenu({ view, onApply }: ViewMenuProps) {
  const saved = viewsStore.use();
  const chosen = currentView.use();
  const own = saved.find(({ name, filter }) => name === chosen && sameFilter(filter, view));
  const builtIn = builtInViews.find((name) => sameFilter(builtInFilters[name], view));
  const name = own?.name ?? t(`credentials.views.${builtIn ?? 'all'}`);
  const pick = (next: SavedView) => {
    currentView.set(next.name);
    changeLayout(next.layout);
    onApply(next.filter);
  };
  const mark = (current: boolean) =>
    current ? <IconCheck size={16} stroke={1.75} /> : <span className={classes.room} />;

  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <UnstyledButton
          className={classes.target ?? ''}
          aria-label={t('credentials.views.choose', { name })}
        >
          {name}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {builtInViews.map((each) => (
          <Menu.Item
            key={each}
            leftSection={mark(own === undefined && each === builtIn)}
            onClick={() => {
              currentView.set(null);
              onApply(builtInFilters[each]);
            }}
          >
            {t(`credentials.views.${each}`)}
          </Menu.Item>
        ))}
        {saved.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('credentials.views.own')}</Menu.Label>
            {saved.map((each) => (
              <div key={each.name} className={classes.own}>
                <Menu.Item leftSection={mark(own === each)} onClick={() => pick(each)}>
                  {each.name}
                </Menu.Item>
                <RemoveButton view={each} />
              </div>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function RemoveButton({ view }: Readonly<{ view: SavedView }>) {
  return (
    <ActionIcon
      size={24}
      role="menuitem"
      aria-label={t('credentials.views.remove', { name: view.name })}
      onClick={() => {
        removeView(view.name);
        showDone(t('credentials.views.removed', { name: view.name }), () => saveView(view));
      }}
    >
      <IconX size={14} />
    </ActionIcon>
  );
}
