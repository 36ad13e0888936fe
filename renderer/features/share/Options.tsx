import { Select, Switch } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { outputLocales } from '#shared/domain/outputWords.ts';
import { t } from '../../i18n/all.ts';
import classes from './Screen.module.css';

type OptionGroupProps = Readonly<{ title: string; children: ReactNode }>;

/** Options of one sort under their name. */
export function OptionGroup({ title, children }: OptionGroupProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={classes.block}>
      <div id={id} className={classes.label}>
        {title}
      </div>
      {children}
    </div>
  );
}

type OptionSwitchProps = Readonly<{
  label: string;
  hint?: string | undefined;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}>;

/** One thing to say or to leave out. */
export function OptionSwitch({ label, hint, checked, disabled, onChange }: OptionSwitchProps) {
  return (
    <Switch
      labelPosition="left"
      classNames={{ body: classes.row ?? '', labelWrapper: classes.rowLabel ?? '' }}
      label={
        <>
          {label}
          {hint !== undefined && <span className={classes.rowHint}> {hint}</span>}
        </>
      }
      checked={checked}
      disabled={disabled ?? false}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

type LanguageSelectProps = Readonly<{ value: string; onChange: (locale: string) => void }>;

/** The language of what goes out, apart from the interface's. */
export function LanguageSelect({ value, onChange }: LanguageSelectProps) {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return (
    <Select
      label={t('sharing.language')}
      allowDeselect={false}
      value={value}
      data={outputLocales.map((locale) => ({ value: locale, label: names.of(locale) ?? locale }))}
      onChange={(locale) => locale !== null && onChange(locale)}
    />
  );
}
