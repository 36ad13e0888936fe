import { createStore } from '../../ui/store.ts';

/** Files that were dropped or chosen elsewhere and wait for the Import screen. */
export const handedOver = createStore<readonly File[]>([]);

/** Keeps files for the Import screen, which takes them when it opens. */
export function handOverFiles(files: File[]): void {
  handedOver.set(files);
}
