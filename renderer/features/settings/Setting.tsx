import { NumberInput, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import classes from './Screen.module.css';

type SettingProps = Readonly<{ label: string; hint?: string; children: ReactNode }>;

/** One line: what it is at the left, how it is set at the right. */
export function Setting({ label, hint, children }: SettingProps) {
  return (
    <div className={classes.setting}>
      <div className={classes.words}>
        <div>{label}</div>
        {hint !== undefined && <div className={classes.hint}>{hint}</div>}
      </div>
      <div className={classes.control}>{children}</div>
    </div>
  );
}

type TextSettingProps = Readonly<{ label: string; value: string; onSave: (value: string) => void }>;

/** Saved by Enter or on leaving the field; Esc puts back what was there. */
export function TextSetting({ label, value, onSave }: TextSettingProps) {
  const [text, setText] = useState(value);
  return (
    <TextInput
      aria-label={label}
      w={240}
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => text !== value && onSave(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        else if (event.key === 'Escape') setText(value);
      }}
    />
  );
}

type NumberSettingProps = Readonly<{
  label: string;
  value: number;
  max: number;
  unit: string;
  onSave: (value: number) => void;
}>;

/** Saved by Enter or on leaving the field, if it is a number within bounds. */
export function NumberSetting({ label, value, max, unit, onSave }: NumberSettingProps) {
  const [typed, setTyped] = useState<number | string | null>(null);
  const commit = () => {
    if (typeof typed === 'number' && typed !== value && typed >= 0 && typed <= max) onSave(typed);
    setTyped(null);
  };
  return (
    <NumberInput
      aria-label={label}
      w={120}
      min={0}
      max={max}
      value={typed ?? value}
      suffix={unit === '' ? '' : ` ${unit}`}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
