import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { AppError } from '#shared/appError.ts';
import type { ProcedureInput, ProcedureName, ProcedureOutput } from '#shared/procedures.ts';
import { call, engineState, onEngineEvent } from './client.ts';
import { t } from './i18n/index.ts';
import { showDone, showFailed } from './ui/toast.tsx';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The engine announces changes, so data never goes stale by age.
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      retry: (failures, error) =>
        error instanceof AppError && error.code === 'engine_stopped' && failures < 3,
      retryDelay: 200,
    },
    mutations: { networkMode: 'always' },
  },
});

/** Lets the engine's announcements refresh whatever is on screen. */
export function followEngine(): void {
  onEngineEvent((event) => {
    if (event.name === 'changed') void queryClient.invalidateQueries();
  });
  engineState.subscribe(() => {
    if (engineState.get() === 'running') void catchUp();
  });
}

const infoKey = ['portfolio.info', {}];

/** The engine that comes back may hold another portfolio, such as the sample: then nothing is kept. */
async function catchUp(): Promise<void> {
  const before = queryClient.getQueryData<ProcedureOutput<'portfolio.info'>>(infoKey);
  const info = await call('portfolio.info', {}).catch(() => undefined);
  if (before === undefined || info === undefined || info.folder === before.folder) {
    await queryClient.invalidateQueries();
    return;
  }
  queryClient.setQueryData(infoKey, info);
  await queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== infoKey[0] });
}

type ProcedureOptions = Readonly<{
  enabled?: boolean;
  /** Shows the answer to the input before until the new one is there. */
  keepPrevious?: boolean;
}>;

/**
 * Reads from the engine: the answer is kept under [name, input] until the engine announces a
 * change. Inputs that hold files belong in `call`, since the key is the input written as JSON.
 */
export function useProcedure<N extends ProcedureName>(
  name: N,
  input: ProcedureInput<N>,
  { enabled = true, keepPrevious = false }: ProcedureOptions = {},
): UseQueryResult<ProcedureOutput<N>> {
  return useQuery<ProcedureOutput<N>>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

type CommandOptions<N extends ProcedureName> = Readonly<{
  /** Says what was done; without it nothing is shown. */
  done?: (output: ProcedureOutput<N>, input: ProcedureInput<N>) => string;
  /** Whether the toast offers to take it back; true unless said otherwise. */
  undo?: boolean;
}>;

/** Changes something through the engine, then says what was done or what went wrong. */
export function useCommand<N extends ProcedureName>(
  name: N,
  { done, undo = true }: CommandOptions<N> = {},
): UseMutationResult<ProcedureOutput<N>, Error, ProcedureInput<N>> {
  return useMutation<ProcedureOutput<N>, Error, ProcedureInput<N>>({
    mutationFn: (input) => call(name, input),
    onSuccess: async (output, input) => {
      // A commit of our own is announced too, but a screen must not wait for that.
      void queryClient.invalidateQueries();
      if (done !== undefined) await announce(done(output, input), undo);
    },
    onError: (error) => showFailed(error.message),
  });
}

/** Says what was done, with Undo where it can be taken back. */
export async function announce(message: string, undo: boolean): Promise<void> {
  const operation = undo ? (await call('history.state', {})).undo : null;
  showDone(message, operation === null ? undefined : () => void undoOperation(operation.id));
}

/** Takes the latest change back and says which; refused ones say why. */
export async function undoLatest(): Promise<void> {
  await move('history.undo');
}

/** Does again what was last undone and says which. */
export async function redoLatest(): Promise<void> {
  await move('history.redo');
}

/** Undoes one operation, if it is still the latest: a later change is never undone in its place. */
async function undoOperation(id: string): Promise<void> {
  const { undo } = await call('history.state', {});
  if (undo?.id === id) await undoLatest();
  else showFailed(t('common.undoneElsewhere'));
}

async function move(name: 'history.undo' | 'history.redo'): Promise<void> {
  try {
    const { operation } = await call(name, {});
    void queryClient.invalidateQueries();
    showDone(
      t(name === 'history.undo' ? 'common.undid' : 'common.redid', { what: operation.label }),
    );
  } catch (error) {
    showFailed(error instanceof Error ? error.message : String(error));
  }
}
