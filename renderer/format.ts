import { useMemo } from 'react';
import { defaultSettings } from '#shared/domain/settings.ts';
import { createFormat, type Format } from './formatting.ts';
import { useProcedure } from './query.ts';

export type { Format } from './formatting.ts';

/** How dates, numbers and money are written for this reader. */
export function useFormat(): Format {
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  const { dateStyle } = settings;
  return useMemo(() => createFormat(navigator.language, dateStyle), [dateStyle]);
}
