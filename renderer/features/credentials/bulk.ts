import type { ProcedureInput } from '#shared/procedures.ts';
import { call } from '../../client.ts';
import { announce, queryClient } from '../../query.ts';
import { createStore } from '../../ui/store.ts';
import { showFailed } from '../../ui/toast.tsx';

export type BulkChange = Omit<ProcedureInput<'credentials.bulkUpdate'>, 'ids'>;

/** Whether a change to many is on its way; of a whole large portfolio it takes a while. */
export const changing = createStore(false);

/** Changes many credentials as one undoable command, and says so or why not. */
export async function changeMany(
  ids: () => Promise<string[]>,
  change: BulkChange,
  said: (changed: number) => string,
): Promise<void> {
  changing.set(true);
  try {
    const { changed } = await call('credentials.bulkUpdate', { ids: await ids(), ...change });
    void queryClient.invalidateQueries();
    await announce(said(changed), true);
  } catch (error) {
    showFailed(error instanceof Error ? error.message : String(error));
  } finally {
    changing.set(false);
  }
}
