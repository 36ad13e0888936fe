import { useEffect } from 'react';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useProcedure } from '../../query.ts';
import { createStore } from '../../ui/store.ts';

const KEY = 'laurel-begun';

/** The folder of the portfolio that was begun last: the first paint need not wait for the engine. */
const begunFolder = createStore(localStorage.getItem(KEY));

type Info = ProcedureOutput<'portfolio.info'>;

/**
 * Whether the user is past the three doors: something is recorded, or a door was chosen.
 * Undefined until the engine has said so, unless this window knows it from before.
 */
export function useBegun(info: Info | undefined): boolean | undefined {
  const folder = begunFolder.use();
  useEffect(() => {
    // Filled from the command line perhaps, without a door: the next start need not ask either.
    if (info !== undefined && !info.sample && info.credentials > 0) remember(info.folder);
  }, [info]);
  if (info === undefined) return folder === null ? undefined : true;
  return info.credentials + info.trashed > 0 || info.sample || folder === info.folder;
}

/** Remembers that a door was chosen for this portfolio. */
export function useMarkBegun(): () => void {
  const { data: info } = useProcedure('portfolio.info', {});
  return () => {
    if (info === undefined || info.sample) return;
    remember(info.folder);
  };
}

function remember(folder: string): void {
  if (localStorage.getItem(KEY) === folder) return;
  localStorage.setItem(KEY, folder);
  begunFolder.set(folder);
}
