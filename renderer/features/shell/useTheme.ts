import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { askApp } from '../../client.ts';
import { useProcedure } from '../../query.ts';

/** Follows the theme of the settings, in the page and in the window's frame. */
export function useTheme(): void {
  const { data: settings } = useProcedure('settings.get', {});
  const { setColorScheme } = useMantineColorScheme();
  const theme = settings?.theme;
  useEffect(() => {
    if (theme === undefined) return;
    setColorScheme(theme === 'system' ? 'auto' : theme);
    askApp({ action: 'theme', theme });
  }, [theme, setColorScheme]);
}
