import { createInstance } from 'i18next';
import { en } from './en.ts';
import type { enLater } from './enLater.ts';

declare module 'i18next' {
  // Declaration merging needs an interface.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en & typeof enLater };
    strictKeyChecks: true;
  }
}

export const i18n = createInstance();

void i18n.init({
  initAsync: false,
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  // React escapes what it renders.
  interpolation: { escapeValue: false },
});

/**
 * Text of the interface by its key, outside of components too. What is loaded after the first screen
 * takes it from all.ts, which brings the words of the other features along.
 */
export const t = i18n.t;
