import { defaultSettings, settingsSchema, type Settings } from '#shared/domain/settings.ts';
import type { WritableDb } from '../changes.ts';
import type { Database } from '../database.ts';

export type SettingRepository = ReturnType<typeof createSettingRepository>;

/** Settings, one row each; what was never set has its default. */
export function createSettingRepository(db: Database) {
  const all = db.prepare<[], { id: string; value: string }>('SELECT id, value FROM setting');

  return {
    read: (): Settings => {
      const settings: Record<string, unknown> = { ...defaultSettings };
      for (const { id, value } of all.all()) {
        if (Object.hasOwn(defaultSettings, id)) settings[id] = JSON.parse(value);
      }
      return settingsSchema.parse(settings);
    },
    write: (
      tx: WritableDb,
      changes: { readonly [K in keyof Settings]?: Settings[K] | undefined },
    ): void => {
      for (const [id, value] of Object.entries(changes)) {
        if (value !== undefined) tx.put('setting', { id, value: JSON.stringify(value) });
      }
    },
  };
}
