import { Select } from '@mantine/core';
import type { Settings } from '#shared/domain/settings.ts';
import { t } from '../../i18n/all.ts';
import { NumberSetting, Setting, TextSetting } from './Setting.tsx';

type YouSectionProps = Readonly<{
  settings: Settings;
  onSave: (changed: Partial<Settings>) => void;
}>;

const NOT_SAID = '';

/** What is known of the holder; only what some rule needs. */
export function YouSection({ settings, onSave }: YouSectionProps) {
  const { holderName, weeklyHours, birthMonth, birthYear } = settings;
  return (
    <>
      <Setting label={t('settings.holderName')} hint={t('settings.holderNameHint')}>
        <TextSetting
          key={holderName}
          label={t('settings.holderName')}
          value={holderName}
          onSave={(name) => onSave({ holderName: name })}
        />
      </Setting>
      <Setting label={t('settings.weeklyHours')} hint={t('settings.weeklyHoursHint')}>
        <NumberSetting
          label={t('settings.weeklyHours')}
          value={weeklyHours}
          max={100}
          unit=""
          onSave={(hours) => onSave({ weeklyHours: hours })}
        />
      </Setting>
      <Setting label={t('settings.birthMonth')} hint={t('settings.birthMonthHint')}>
        <Select
          aria-label={t('settings.birthMonth')}
          w={140}
          allowDeselect={false}
          value={birthMonth === null ? NOT_SAID : String(birthMonth)}
          data={[{ value: NOT_SAID, label: t('settings.notSaid') }, ...monthOptions()]}
          onChange={(month) =>
            month !== null && onSave({ birthMonth: month === NOT_SAID ? null : Number(month) })
          }
        />
        <Select
          aria-label={t('settings.birthYear')}
          w={140}
          allowDeselect={false}
          value={birthYear ?? NOT_SAID}
          data={[
            { value: NOT_SAID, label: t('settings.notSaid') },
            { value: 'odd', label: t('settings.birthYears.odd') },
            { value: 'even', label: t('settings.birthYears.even') },
          ]}
          onChange={(year) =>
            year !== null && onSave({ birthYear: year === 'odd' || year === 'even' ? year : null })
          }
        />
      </Setting>
    </>
  );
}

function monthOptions() {
  const name = new Intl.DateTimeFormat(navigator.language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: name.format(Date.UTC(2000, month, 15)),
  }));
}
