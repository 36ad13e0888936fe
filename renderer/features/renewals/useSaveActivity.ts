import { useMutation } from '@tanstack/react-query';
import type { Activity } from '#shared/procedures/ledger.ts';
import { call } from '../../client.ts';
import { t } from '../../i18n/all.ts';
import { announce, queryClient } from '../../query.ts';
import { showFailed } from '../../ui/toast.tsx';
import type { ProofFile } from './logDraft.ts';
import type { LogFields } from './readLog.ts';

type Saved = Readonly<{ fields: LogFields; files: readonly ProofFile[] }>;

/** Records a new activity, or changes the one that is given, and says what was done. */
export function useSaveActivity(activity: Activity | null, onSaved: () => void) {
  return useMutation({
    mutationFn: ({ fields, files }: Saved) => save(activity, fields, files),
    onSuccess: async (saved) => {
      void queryClient.invalidateQueries();
      onSaved();
      await announce(saidOf(saved, activity === null), true);
    },
    onError: (error) => showFailed(error.message),
  });
}

async function save(
  activity: Activity | null,
  fields: LogFields,
  files: readonly ProofFile[],
): Promise<Activity> {
  if (activity === null) return call('activities.create', { ...fields, proofs: [...files] });
  let saved = await call('activities.update', { id: activity.id, fields });
  for (const file of files) saved = await call('activities.addProof', { id: activity.id, file });
  return saved;
}

function saidOf({ title, allocations }: Activity, isNew: boolean): string {
  if (!isNew) return t('renewals.log.changed', { title });
  const count = new Set(allocations.map(({ credentialId }) => credentialId)).size;
  return count === 0
    ? t('renewals.log.doneAlone', { title })
    : t('renewals.log.done', { title, credentials: t('renewals.log.credentials', { count }) });
}
