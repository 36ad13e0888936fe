import { NumberInput, Select } from '@mantine/core';
import type { Credential } from '#shared/domain/credential.ts';
import type { ChoicesPatch } from '#shared/domain/ledgerChoices.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { unitsWords } from './detailWords.ts';
import classes from './Choices.module.css';

type Offered = ProcedureOutput<'ledger.choices'>;
type ChoicesProps = Readonly<{ credential: Credential }>;

/** What the holder is or has, where the policy's figures hang on it: a state, a role, a way. */
export function ChoicesOf({ credential: { id, title } }: ChoicesProps) {
  const { data } = useProcedure('ledger.choices', { id });
  const set = useCommand('ledger.setChoices', {
    done: () => t('policies.choices.saved', { title }),
  });
  if (data === undefined || !data.canChoose) return null;
  return (
    <div role="group" aria-label={t('policies.choices.label')} className={classes.choices}>
      <Fields offered={data} onChange={(choices) => set.mutate({ id, choices })} />
      <StateWords offered={data} />
    </div>
  );
}

type FieldsProps = Readonly<{ offered: Offered; onChange: (patch: ChoicesPatch) => void }>;

const NONE = '';

function Fields({ offered, onChange }: FieldsProps) {
  const format = useFormat();
  const { chosen, states, totals, alternatives, extras, perHeld } = offered;
  const ways = alternatives.filter(({ canChoose }) => canChoose);
  return (
    <>
      {states.length > 0 && (
        <Choice
          label={t('policies.choices.state')}
          none={t('policies.choices.noState')}
          options={states.map(({ state }) => ({ value: state, label: stateName(state) }))}
          value={chosen.state}
          onChange={(state) => onChange({ state })}
        />
      )}
      {totals.length > 0 && (
        <Choice
          label={t('policies.choices.total')}
          none={t('policies.choices.noTotal')}
          options={totals.map(({ when, unit, total }) => ({
            value: when,
            label: t('policies.choices.totalWhen', {
              when,
              units: unitsWords(total, unit, format),
            }),
          }))}
          value={chosen.totalWhen}
          onChange={(totalWhen) => onChange({ totalWhen })}
        />
      )}
      {ways.length > 0 && (
        <Choice
          label={t('policies.choices.alternative')}
          none={t('policies.choices.noAlternative')}
          options={ways.map(({ text }) => ({ value: text, label: text }))}
          value={chosen.alternative}
          onChange={(alternative) => onChange({ alternative })}
        />
      )}
      {extras !== null && (
        <Count
          label={t('policies.choices.extras', { what: extras.what })}
          least={0}
          value={chosen.extraTracks}
          onChange={(extraTracks) => onChange({ extraTracks })}
        />
      )}
      {perHeld !== null && (
        <Count
          label={t('policies.choices.held', { what: perHeld })}
          least={1}
          value={chosen.held}
          onChange={(held) => onChange({ held })}
        />
      )}
    </>
  );
}

type ChoiceProps = Readonly<{
  label: string;
  /** Stands for nothing being chosen. */
  none: string;
  options: readonly Readonly<{ value: string; label: string }>[];
  value: string | undefined;
  onChange: (value: string | null) => void;
}>;

function Choice({ label, none, options, value, onChange }: ChoiceProps) {
  return (
    <Select
      label={label}
      searchable={options.length > 8}
      allowDeselect={false}
      data={[{ value: NONE, label: none }, ...options]}
      value={value ?? NONE}
      onChange={(next) => onChange(next === NONE ? null : next)}
    />
  );
}

type CountProps = Readonly<{
  label: string;
  least: number;
  value: number | undefined;
  onChange: (value: number | null) => void;
}>;

function Count({ label, least, value, onChange }: CountProps) {
  return (
    <NumberInput
      label={label}
      min={least}
      max={50}
      allowDecimal={false}
      clampBehavior="strict"
      value={value ?? least}
      onChange={(next) => {
        if (typeof next === 'number' && next !== (value ?? least))
          onChange(next === least ? null : next);
      }}
    />
  );
}

/** What the chosen state changes, what of it is words only, and whether it has a policy of its own. */
function StateWords({ offered: { chosen, states } }: Readonly<{ offered: Offered }>) {
  const state = states.find((one) => one.state === chosen.state);
  if (state === undefined) return null;
  return (
    <ul className={classes.words}>
      {state.applied.map((words) => (
        <li key={words}>{words}</li>
      ))}
      {state.words.map((words) => (
        <li key={words}>{t('policies.choices.wordsOnly', { words })}</li>
      ))}
      {state.ownPolicyId !== null && (
        <li>{t('policies.choices.ownPolicy', { state: stateName(state.state) })}</li>
      )}
    </ul>
  );
}

/** "TX" is Texas to the reader. */
function stateName(code: string): string {
  const names: Readonly<Record<string, string>> = stateNames;
  return names[code] ?? code;
}

const stateNames = {
  AL: 'Alabama',
  AK: 'Alaska',
  AZ: 'Arizona',
  AR: 'Arkansas',
  CA: 'California',
  CO: 'Colorado',
  CT: 'Connecticut',
  DE: 'Delaware',
  DC: 'District of Columbia',
  FL: 'Florida',
  GA: 'Georgia',
  GU: 'Guam',
  HI: 'Hawaii',
  ID: 'Idaho',
  IL: 'Illinois',
  IN: 'Indiana',
  IA: 'Iowa',
  KS: 'Kansas',
  KY: 'Kentucky',
  LA: 'Louisiana',
  ME: 'Maine',
  MD: 'Maryland',
  MA: 'Massachusetts',
  MI: 'Michigan',
  MN: 'Minnesota',
  MS: 'Mississippi',
  MO: 'Missouri',
  MT: 'Montana',
  NE: 'Nebraska',
  NV: 'Nevada',
  NH: 'New Hampshire',
  NJ: 'New Jersey',
  NM: 'New Mexico',
  NY: 'New York',
  NC: 'North Carolina',
  ND: 'North Dakota',
  OH: 'Ohio',
  OK: 'Oklahoma',
  OR: 'Oregon',
  PA: 'Pennsylvania',
  PR: 'Puerto Rico',
  RI: 'Rhode Island',
  SC: 'South Carolina',
  SD: 'South Dakota',
  TN: 'Tennessee',
  TX: 'Texas',
  UT: 'Utah',
  VT: 'Vermont',
  VA: 'Virginia',
  VI: 'US Virgin Islands',
  WA: 'Washington',
  WV: 'West Virginia',
  WI: 'Wisconsin',
  WY: 'Wyoming',
  MP: 'Northern Mariana Islands',
} as const;
