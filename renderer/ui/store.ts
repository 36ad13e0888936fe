import { useSyncExternalStore } from 'react';

export type Store<T> = Readonly<{
  get: () => T;
  set: (value: T) => void;
  /** The value, in a component that is drawn anew when it changes. */
  use: () => T;
}>;

/** One value outside of the component tree, for what several features share. */
export function createStore<T>(initial: T): Store<T> {
  const handlers = new Set<() => void>();
  let value = initial;
  const get = (): T => value;
  const subscribe = (handler: () => void): (() => void) => {
    handlers.add(handler);
    return () => handlers.delete(handler);
  };
  return {
    get,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const handler of handlers) handler();
    },
    use: () => useSyncExternalStore(subscribe, get),
  };
}
