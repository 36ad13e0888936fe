import { expect, test } from 'vitest';
import { nextDelayMs } from '../../../electron/restart.ts';

test('the first restart is at once, each further one within a minute waits twice as long', () => {
  const crashes: number[] = [];
  const delays = Array.from({ length: 9 }, (_, index) => {
    crashes.push(index * 1000);
    return nextDelayMs(crashes, index * 1000);
  });
  expect(delays).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
});

test('a quiet minute is forgiven', () => {
  expect(nextDelayMs([0, 1000, 2000, 90_000], 90_000)).toBe(100);
});
