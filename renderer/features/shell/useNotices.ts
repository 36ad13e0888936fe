import { useEffect } from 'react';
import { onEngineEvent } from '../../client.ts';
import { showNotice } from '../../ui/toast.tsx';

const shown = new Set<string>();

/** Tells each thing that opening the portfolio found, once in the life of the window. */
export function useNotices(notices: readonly string[] | undefined): void {
  useEffect(() => {
    for (const notice of notices ?? []) tell(notice);
  }, [notices]);
  useEffect(
    () =>
      onEngineEvent((event) => {
        if (event.name === 'notice') tell(event.payload.message);
      }),
    [],
  );
}

function tell(notice: string): void {
  if (shown.has(notice)) return;
  shown.add(notice);
  showNotice(notice);
}
