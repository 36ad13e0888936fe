import { useEffect } from 'react';
import { createStore } from './store.ts';

type FileTaker = Readonly<{
  /** Says what is done with a file that is dropped. */
  words: string;
  hint: string;
  take: (files: File[]) => void;
}>;

/** What takes files that are dropped anywhere in the window; null: the import. */
export const fileTaker = createStore<FileTaker | null>(null);

/** Takes files that are dropped anywhere, as long as the caller is on the screen. */
export function useFileTaker({ words, hint, take }: FileTaker): void {
  useEffect(() => {
    fileTaker.set({ words, hint, take });
    return () => fileTaker.set(null);
  }, [words, hint, take]);
}
