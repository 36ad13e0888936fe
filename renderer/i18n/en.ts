import { common } from './en/common.ts';
import { credentials } from './en/credentials.ts';
import { evidence } from './en/evidence.ts';
import { firstRun } from './en/firstRun.ts';
import { importing } from './en/importing.ts';
import { palette } from './en/palette.ts';
import { policies } from './en/policies.ts';
import { plan } from './en/plan.ts';
import { quickAdd } from './en/quickAdd.ts';
import { reminders } from './en/reminders.ts';
import { renewals } from './en/renewals.ts';
import { settings } from './en/settings.ts';
import { share } from './en/share.ts';
import { shell } from './en/shell.ts';
import { stacks } from './en/stacks.ts';
import { timeline } from './en/timeline.ts';
import { today } from './en/today.ts';
import { trash } from './en/trash.ts';

/** Every text of the interface in English, by feature. */
export const en = {
  common,
  credentials,
  evidence,
  firstRun,
  importing,
  palette,
  policies,
  plan,
  quickAdd,
  reminders,
  renewals,
  settings,
  share,
  shell,
  stacks,
  timeline,
  today,
  trash,
} as const;
