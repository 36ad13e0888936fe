import { common } from './en/common.ts';
import { credentials } from './en/credentials.ts';
import { firstRun } from './en/firstRun.ts';
import { importing } from './en/importing.ts';
import { palette } from './en/palette.ts';
import { quickAdd } from './en/quickAdd.ts';
import { renewals } from './en/renewals.ts';
import { settings } from './en/settings.ts';
import { share } from './en/share.ts';
import { shell } from './en/shell.ts';
import { timeline } from './en/timeline.ts';
import { today } from './en/today.ts';
import { trash } from './en/trash.ts';

/** Every text of the interface in English, by feature. */
export const en = {
  common,
  credentials,
  firstRun,
  importing,
  palette,
  quickAdd,
  renewals,
  settings,
  share,
  shell,
  timeline,
  today,
  trash,
} as const;
