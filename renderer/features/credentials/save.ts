import { useCallback } from 'react';
import type { Credential, CredentialPatch } from '#shared/domain/credential.ts';
import { useAsOf } from '../../asOf.tsx';
import { call } from '../../client.ts';
import { announce, queryClient } from '../../query.ts';
import { createStore } from '../../ui/store.ts';

/** Whether what is in the pane is kept: `unsaved` while a field holds what cannot be taken. */
export const saveState = createStore<'saved' | 'saving' | 'unsaved'>('saved');

export type Save = (patch: CredentialPatch, said: string) => Promise<void>;

/** Saves fields of one credential and says so; rejects with the engine's reason. */
export function useSave(credential: Credential): Save {
  const { asOf } = useAsOf();
  const { id } = credential;
  return useCallback(
    async (patch, said) => {
      saveState.set('saving');
      try {
        const saved = await call('credentials.update', { id, patch, asOf });
        queryClient.setQueryData(['credentials.get', { id, asOf }], saved);
        saveState.set('saved');
      } catch (error) {
        saveState.set('unsaved');
        throw error;
      }
      void queryClient.invalidateQueries();
      void announce(said, true);
    },
    [id, asOf],
  );
}
