import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const nativeSettingsSchema = z.strictObject({
  /** Whether Laurel stays in the tray when its window is closed. */
  keepInTray: z.boolean(),
  /** The instant, UTC ISO text, until which reminders are held back; null: they are not. */
  pausedUntil: z.iso.datetime().nullable(),
});

/** What belongs to this machine, not to the portfolio. */
export type NativeSettings = Readonly<z.infer<typeof nativeSettingsSchema>>;

const fresh: NativeSettings = { keepInTray: false, pausedUntil: null };

/** What was last set on this machine, or the defaults when there is nothing that can be read. */
export function readNativeSettings(profile: string): NativeSettings {
  try {
    return nativeSettingsSchema.parse(
      JSON.parse(readFileSync(join(profile, 'native.json'), 'utf8')),
    );
  } catch {
    // A pause that is forgotten is no loss; reminders that never come again would be.
    return fresh;
  }
}

/** Writes the settings whole or not at all. @throws the file system's own error */
export function writeNativeSettings(profile: string, settings: NativeSettings): void {
  const file = join(profile, 'native.json');
  mkdirSync(profile, { recursive: true });
  writeFileSync(`${file}.partial`, JSON.stringify(settings));
  renameSync(`${file}.partial`, file);
}
