import { useMediaQuery } from '@mantine/hooks';
import { createStore } from '../../ui/store.ts';

const KEY = 'laurel-sidebar';

const chosen = createStore(localStorage.getItem(KEY) === 'collapsed');

/** Folds the sidebar to its icons or unfolds it, and remembers that. */
export function toggleSidebar(): void {
  const collapsed = !chosen.get();
  localStorage.setItem(KEY, collapsed ? 'collapsed' : 'open');
  chosen.set(collapsed);
}

/** Whether the sidebar shows icons only: by choice, or because the window is narrow. */
export function useSidebarState(): Readonly<{ collapsed: boolean; narrow: boolean }> {
  const narrow =
    useMediaQuery('(max-width: 960px)', undefined, { getInitialValueInEffect: false }) ?? false;
  return { collapsed: chosen.use() || narrow, narrow };
}
