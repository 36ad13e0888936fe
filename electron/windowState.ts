import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const rectangleSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
});
export type Rectangle = z.infer<typeof rectangleSchema>;

const windowStateSchema = z.strictObject({
  bounds: rectangleSchema.nullable(),
  maximized: z.boolean(),
  theme: z.enum(['system', 'light', 'dark']),
});
export type WindowState = z.infer<typeof windowStateSchema>;

export const SMALLEST = { width: 640, height: 480 } as const;
const FIRST = { width: 1280, height: 800 } as const;
const fresh: WindowState = { bounds: null, maximized: false, theme: 'system' };

/** What the last window left, or the defaults when there is none or it cannot be read. */
export function readWindowState(profile: string): WindowState {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(join(profile, 'window.json'), 'utf8')));
  } catch {
    // A size and a place are no loss; a window that fails to open over them would be.
    return fresh;
  }
}

/** Writes the state whole or not at all. @throws the file system's own error */
export function writeWindowState(profile: string, state: WindowState): void {
  const file = join(profile, 'window.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, JSON.stringify(state));
  renameSync(`${file}.partial`, file);
}

/**
 * Where to open: the remembered place if it still lies on a screen, else the first size, centred by
 * the system, and never larger than the screen.
 * @param screens work areas, in points; the first is the main one
 */
export function fitBounds(
  remembered: Rectangle | null,
  screens: readonly Rectangle[],
): Partial<Rectangle> & Readonly<{ width: number; height: number }> {
  const main = screens[0];
  const limit = (width: number, height: number, on: Rectangle | undefined) => ({
    width: Math.max(SMALLEST.width, Math.min(width, on?.width ?? width)),
    height: Math.max(SMALLEST.height, Math.min(height, on?.height ?? height)),
  });
  if (remembered === null) return limit(FIRST.width, FIRST.height, main);
  const home = screens.find((screen) => overlap(remembered, screen) >= 0.5);
  if (home === undefined) return limit(remembered.width, remembered.height, main);
  return { x: remembered.x, y: remembered.y, ...limit(remembered.width, remembered.height, home) };
}

/** The part of a window, 0 to 1, that lies on a screen. */
function overlap(window: Rectangle, screen: Rectangle): number {
  const width =
    Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const height =
    Math.min(window.y + window.height, screen.y + screen.height) - Math.max(window.y, screen.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (window.width * window.height);
}
