import {
  IconAlertCircle,
  IconCirclePlus,
  IconGitMerge,
  IconPlayerSkipForward,
  type Icon,
} from '@tabler/icons-react';
import type { ImportAction } from '#shared/procedures/transfer.ts';

/** What stands before the word for each thing that may happen to a row. */
export const actionIcons: Readonly<Record<ImportAction, Icon>> = {
  add: IconCirclePlus,
  merge: IconGitMerge,
  skip: IconPlayerSkipForward,
  reject: IconAlertCircle,
};
