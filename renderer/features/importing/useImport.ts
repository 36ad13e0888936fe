import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { call, onEngineEvent } from '../../client.ts';
import { t } from '../../i18n/all.ts';
import { announce, queryClient, useProcedure } from '../../query.ts';
import { showDone, showFailed } from '../../ui/toast.tsx';
import { finish, reopen, type Committed, type Session } from './session.ts';

/** What an import would do, for the files and choices of the session. */
export function usePreview(session: Session) {
  const { today } = useAsOf();
  return useQuery({
    // The files themselves are no key; the revision stands for them and for every choice.
    queryKey: ['imports.preview', session.revision, today],
    queryFn: () => call('imports.preview', inputOf(session, today)),
    enabled: session.result === null,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
}

/** Writes the import as one step. */
export function useCommit(session: Session) {
  const { today } = useAsOf();
  return useMutation({
    mutationFn: () => call('imports.commit', inputOf(session, today)),
    onSuccess: async (result) => {
      finish(result);
      void queryClient.invalidateQueries();
      if (result.batch !== null)
        await announce(t('importing.toast', { count: result.added + result.merged }), true);
    },
    onError: (error) => showFailed(error.message),
  });
}

/** Takes a whole import back, also when other changes came after it. */
export function useTakeBack() {
  return useMutation({
    mutationFn: (batch: string) => call('imports.undo', { batch }),
    onSuccess: ({ removed: count, kept }) => {
      reopen();
      void queryClient.invalidateQueries();
      showDone(
        kept === 0 ? t('importing.undone', { count }) : t('importing.undoneKept', { count, kept }),
      );
    },
    onError: (error) => showFailed(error.message),
  });
}

/** Goes back to the rows when the import is undone from anywhere else, such as the top bar. */
export function useTakenBackElsewhere(batch: Committed['batch']): void {
  const history = useProcedure(
    'history.list',
    { subjectId: batch, limit: 1 },
    { enabled: batch !== null },
  );
  const isGone = history.data?.items[0]?.action === 'removed' && !history.isFetching;
  useEffect(() => {
    if (batch !== null && isGone) reopen();
  }, [batch, isGone]);
}

/** How far writing has come; null while nothing is being written. */
export function useProgress(active: boolean): Readonly<{ done: number; total: number }> | null {
  const [progress, setProgress] = useState<Readonly<{ done: number; total: number }> | null>(null);
  useEffect(() => {
    if (!active) return undefined;
    const stop = onEngineEvent((event) => {
      if (event.name === 'progress' && event.payload.job === 'import') setProgress(event.payload);
    });
    return () => {
      stop();
      setProgress(null);
    };
  }, [active]);
  return progress;
}

function inputOf({ files, choices }: Session, asOf: PlainDate): ProcedureInput<'imports.commit'> {
  // In the window every match is shown before anything is written, so gaps are filled unless undone.
  return { ...choices, files: [...files], onConflict: 'merge', asOf };
}
