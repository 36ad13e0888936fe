import type { z } from 'zod';
import { createStore, type Store } from '../../ui/store.ts';

/** A value that outlives the screen and a restart; what is malformed in the store is the usual one. */
export type Kept<T> = Pick<Store<T>, 'get' | 'set' | 'use'>;

/**
 * Keeps what was typed or chosen on this machine.
 * @param key names it in the page's own storage
 * @param schema what it must be to be taken up again
 */
export function createKept<T>(key: string, schema: z.ZodType<T>, usual: NoInfer<T>): Kept<T> {
  const store = createStore(readKept(localStorage.getItem(key), schema, usual));
  return {
    get: store.get,
    use: store.use,
    set: (value) => {
      store.set(value);
      localStorage.setItem(key, JSON.stringify(value));
    },
  };
}

/** The stored text as a value of the schema; the usual one where it is none. */
export function readKept<T>(stored: string | null, schema: z.ZodType<T>, usual: NoInfer<T>): T {
  if (stored === null) return usual;
  try {
    return schema.safeParse(JSON.parse(stored)).data ?? usual;
  } catch {
    return usual;
  }
}
