import { common } from './en/common.ts';
import { palette } from './en/palette.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { today } from './en/today.ts';

/** Texts of the interface in English that the first screen may show, by feature. */
export const en = {
  common,
  palette,
  settings,
  shell,
  today,
} as const;
