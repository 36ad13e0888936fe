import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../i18n/all.ts';
import { usePolicyForm } from './draft.ts';
import classes from './Editor.module.css';
import { ChoiceField, NumberField, TextField } from './EditorFields.tsx';
import { EditorSection } from './EditorSection.tsx';
import { getAt, isObject, textAt } from './json.ts';

const types = ['certification', 'license', 'microcredential', 'badge'] as const;
const bases = [
  'issue-date',
  'end-of-month',
  'calendar-year',
  'birth-month',
  'fixed-date',
  'none',
] as const;
const renewsFroms = ['expiry', 'renewal-date', 'fixed'] as const;
const parities = ['odd', 'even'] as const;

/** What a policy is called and how long it makes a credential hold. */
export function EditorBasics({ isNew }: Readonly<{ isNew: boolean }>) {
  return (
    <>
      <EditorSection title={t('policies.editor.basics')}>
        <div className={classes.row} data-columns="3-1">
          <TextField path={['name']} label={t('policies.editor.name')} required focus />
          <TextField path={['abbreviation']} label={t('policies.editor.abbreviation')} />
        </div>
        <div className={classes.row} data-columns="2">
          <TextField path={['issuer']} label={t('policies.editor.issuer')} required />
          <ChoiceField
            path={['credentialType']}
            label={t('policies.editor.type')}
            options={types.map((value) => ({ value, label: t(`policies.editor.types.${value}`) }))}
          />
        </div>
        {isNew && <TextField path={['id']} label={t('policies.editor.id')} required />}
      </EditorSection>
      <EditorSection title={t('policies.editor.term')}>
        <Term />
      </EditorSection>
    </>
  );
}

function Term() {
  const { value, change } = usePolicyForm();
  const basis = textAt(value, ['basis', 'kind']);
  const cycle = getAt(value, ['cycleMonths']);
  const hasCycle = basis !== 'none' && basis !== '';
  const setBasis = (kind: string | null) => {
    if (kind === null) return;
    change(['basis'], { kind });
    // A policy has both a basis and months, or neither.
    if (kind === 'none') change(['cycleMonths'], undefined);
    else if (cycle === undefined) change(['cycleMonths'], 36);
  };
  return (
    <>
      <div className={classes.row} data-columns="2">
        <ChoiceField
          path={['basis', 'kind']}
          label={t('policies.editor.basis')}
          options={bases.map((kind) => ({
            value: kind,
            label: t(`policies.editor.bases.${kind}`),
          }))}
          onChosen={setBasis}
        />
        <div className={classes.row} data-columns="2">
          {hasCycle && (
            <NumberField
              path={['cycleMonths']}
              label={t('policies.editor.cycleMonths')}
              required
              onWrite={(months) => {
                // A credential that holds for one cycle still does.
                if (cycle !== undefined && getAt(value, ['validityMonths']) === cycle)
                  change(['validityMonths'], months);
                change(['cycleMonths'], months);
              }}
            />
          )}
          <NumberField
            path={['validityMonths']}
            label={t('policies.editor.validityMonths')}
            {...(hasCycle ? { placeholder: t('policies.editor.validityHint') } : {})}
          />
        </div>
      </div>
      {basis === 'fixed-date' && <FixedDays />}
      {hasCycle && (
        <div className={classes.row} data-columns="2">
          <ChoiceField
            path={['renewsFrom']}
            label={t('policies.editor.renewsFrom')}
            options={renewsFroms.map((from) => ({
              value: from,
              label: t(`policies.editor.renewsFroms.${from}`),
            }))}
            onChosen={(from) => {
              if (from === null) return;
              change(['renewsFrom'], from);
              // Whoever says it here states it.
              change(['renewsFromStated'], true);
            }}
          />
          <Window />
        </div>
      )}
    </>
  );
}

function FixedDays() {
  const { value, change } = usePolicyForm();
  const days = getAt(value, ['basis', 'monthDays']);
  const first = Array.isArray(days) ? days.join(', ') : '';
  return (
    <div className={classes.row} data-columns="2">
      <DaysField
        text={first}
        onChange={(list) => change(['basis', 'monthDays'], list.length === 0 ? undefined : list)}
      />
      <ChoiceField
        path={['basis', 'parity']}
        label={t('policies.editor.parity')}
        none={t('policies.editor.parities.any')}
        options={parities.map((parity) => ({
          value: parity,
          label: t(`policies.editor.parities.${parity}`),
        }))}
      />
    </div>
  );
}

function DaysField({
  text,
  onChange,
}: Readonly<{ text: string; onChange: (days: readonly string[]) => void }>) {
  const { problems, tells } = usePolicyForm();
  const problem = problems.find(({ path }) => path.startsWith('basis.monthDays'));
  const [typed, setTyped] = useState(text);
  return (
    <TextInput
      label={t('policies.editor.monthDays')}
      value={typed}
      error={problem !== undefined && tells('basis.monthDays') ? problem.message : null}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(
          event.currentTarget.value
            .split(/[,;\s]+/)
            .map((day) => day.trim())
            .filter((day) => day !== ''),
        );
      }}
    />
  );
}

/** How long before the end renewing opens, in days or in months. */
function Window() {
  const { value, change } = usePolicyForm();
  const window = getAt(value, ['renewalWindow']);
  const unit = isObject(window) && Object.hasOwn(window, 'months') ? 'months' : 'days';
  const length = getAt(value, ['renewalWindow', unit]);
  const setUnit = (next: string | null) => {
    if (next !== null && length !== undefined) change(['renewalWindow'], { [next]: length });
  };
  return (
    <div className={classes.row} data-columns="1-1">
      <NumberField path={['renewalWindow', unit]} label={t('policies.editor.window')} />
      <Select
        aria-label={t('policies.editor.windowUnit')}
        className={classes.alignEnd ?? ''}
        allowDeselect={false}
        disabled={length === undefined}
        data={(['days', 'months'] as const).map((name) => ({
          value: name,
          label: t(`policies.editor.windowUnits.${name}`),
        }))}
        value={unit}
        onChange={setUnit}
      />
    </div>
  );
}
