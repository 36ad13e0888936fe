import { credentials } from './en/credentials.ts';
import { evidence } from './en/evidence.ts';
import { firstRun } from './en/firstRun.ts';
import { importing } from './en/importing.ts';
import { policies } from './en/policies.ts';
import { plan } from './en/plan.ts';
import { quickAdd } from './en/quickAdd.ts';
import { reminders } from './en/reminders.ts';
import { renewals } from './en/renewals.ts';
import { share } from './en/share.ts';
import { sharing } from './en/sharing.ts';
import { sharingLetters } from './en/sharingLetters.ts';
import { sharingSheets } from './en/sharingSheets.ts';
import { sharingStories } from './en/sharingStories.ts';
import { stacks } from './en/stacks.ts';
import { timeline } from './en/timeline.ts';
import { trash } from './en/trash.ts';

/** Texts of everything that comes after the first screen, by feature. */
export const enLater = {
  credentials,
  evidence,
  firstRun,
  importing,
  policies,
  plan,
  quickAdd,
  reminders,
  renewals,
  share,
  sharing,
  sharingLetters,
  sharingSheets,
  sharingStories,
  stacks,
  timeline,
  trash,
} as const;
