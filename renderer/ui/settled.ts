import { createStore } from './store.ts';

const settled = createStore(false);

/** Turns true once, when the window has drawn its first screen and has nothing else to do. */
export function useSettled(): boolean {
  return settled.use();
}

/** Called once at the start of the page. */
export function watchSettled(): void {
  requestIdleCallback(() => settled.set(true), { timeout: 2000 });
}
