import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';

const SETTLES_AFTER_MS = 250;

/**
 * What a procedure is asked, once one stops typing; the first change counts at once.
 * Compared as JSON: an input made anew on each draw, but of the same values, has not changed.
 */
export function useSettledInput<T extends object>(input: T): T {
  const [settled] = useDebouncedValue(JSON.stringify(input), SETTLES_AFTER_MS, { leading: true });
  // Inputs of procedures are plain JSON, so this is what went in.
  return useMemo(() => JSON.parse(settled) as T, [settled]);
}
