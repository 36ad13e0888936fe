import { localStorageColorSchemeManager } from '@mantine/core';

/** Remembers the colour scheme between starts, so that the first paint has it already. */
export const schemeManager = localStorageColorSchemeManager({ key: 'laurel-theme' });

/** Sets the remembered scheme before anything is drawn. */
export function paintScheme(): void {
  const chosen = schemeManager.get('auto');
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  const scheme = chosen === 'auto' ? system : chosen;
  document.documentElement.dataset['mantineColorScheme'] = scheme;
  document.documentElement.style.colorScheme = scheme;
}

/** The nonce under which this page may write style elements. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
