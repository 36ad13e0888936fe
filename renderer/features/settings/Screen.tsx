import { SegmentedControl, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { defaultSettings, settingsSchema, type Settings } from '#shared/domain/settings.ts';
import { useAsOf } from '../../asOf.tsx';
import { createFormat } from '../../formatting.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { DataSection } from './DataSection.tsx';
import classes from './Screen.module.css';
import { RemindersSection } from './RemindersSection.tsx';
import { NumberSetting, Setting } from './Setting.tsx';
import { YouSection } from './YouSection.tsx';

const {
  theme: themeSchema,
  dateStyle: dateStyleSchema,
  dateOrder: dateOrderSchema,
} = settingsSchema.shape;

export function SettingsScreen() {
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  const { today } = useAsOf();
  const save = useCommand('settings.set', {
    done: (_, changed) => t('settings.changed', { what: nameOf(changed) }),
    // The history does not hold settings: Undo would take back some other change.
    undo: false,
  });

  return (
    <div className={classes.screen}>
      <ScreenHeader title={t('settings.heading')} />
      <Section heading={t('settings.look')}>
        <Setting label={t('settings.theme')}>
          <SegmentedControl
            aria-label={t('settings.theme')}
            value={settings.theme}
            data={themeSchema.options.map((value) => ({
              value,
              label: t(`settings.themes.${value}`),
            }))}
            onChange={(theme) => save.mutate({ theme })}
          />
        </Setting>
        <Setting
          label={t('settings.dateStyle')}
          hint={t('settings.dateExample', {
            example: createFormat(navigator.language, settings.dateStyle).day(today),
          })}
        >
          <Select
            aria-label={t('settings.dateStyle')}
            w={240}
            value={settings.dateStyle}
            allowDeselect={false}
            data={dateStyleSchema.options.map((value) => ({
              value,
              label: t(`settings.dateStyles.${value}`),
            }))}
            onChange={(dateStyle) => dateStyle !== null && save.mutate({ dateStyle })}
          />
        </Setting>
      </Section>
      <Section heading={t('settings.attention')}>
        <Setting label={t('settings.leadDays')} hint={t('settings.leadDaysHint')}>
          <NumberSetting
            label={t('settings.leadDays')}
            value={settings.leadDays}
            max={3650}
            unit={t('settings.days')}
            onSave={(leadDays) => save.mutate({ leadDays: Math.round(leadDays) })}
          />
        </Setting>
      </Section>
      <Section heading={t('reminders.settings.heading')}>
        <RemindersSection />
      </Section>
      <Section heading={t('settings.files')}>
        <Setting label={t('settings.dateOrder')}>
          <SegmentedControl
            aria-label={t('settings.dateOrder')}
            value={settings.dateOrder}
            data={dateOrderSchema.options.map((value) => ({
              value,
              label: t(`settings.dateOrders.${value}`),
            }))}
            onChange={(dateOrder) => save.mutate({ dateOrder })}
          />
        </Setting>
      </Section>
      <Section heading={t('settings.you')}>
        <YouSection settings={settings} onSave={save.mutate} />
      </Section>
      <Section heading={t('settings.data')}>
        <DataSection />
      </Section>
    </div>
  );
}

function nameOf(changed: Readonly<Record<string, unknown>>): string {
  const [field] = Object.keys(changed);
  // The input names fields of the settings and nothing else.
  return field === undefined ? t('settings.heading') : t(`settings.${field as keyof Settings}`);
}

function Section({ heading, children }: Readonly<{ heading: string; children: ReactNode }>) {
  return (
    <section className={classes.section}>
      <h2 className={classes.heading}>{heading}</h2>
      {children}
    </section>
  );
}
