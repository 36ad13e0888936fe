import { NumberInput, Select } from '@mantine/core';
import { signaturePresets } from '#shared/domain/postnominal.ts';
import { t } from '../../i18n/all.ts';
import classes from './Post.module.css';
import { letterChoices } from './letterChoices.ts';

/** In which customary order letters stand, and how many. */
export function LettersOptions() {
  const choices = letterChoices.use();
  return (
    <div className={classes.lettersPair}>
      <Select
        label={t('sharingLetters.preset')}
        allowDeselect={false}
        value={choices.preset}
        data={signaturePresets.map((value) => ({
          value,
          label: t(`sharingLetters.presets.${value}`),
        }))}
        onChange={(value) => {
          const preset = signaturePresets.find((each) => each === value);
          if (preset !== undefined) letterChoices.set({ ...choices, preset });
        }}
      />
      <NumberInput
        label={t('sharingLetters.most')}
        min={0}
        max={20}
        clampBehavior="strict"
        allowDecimal={false}
        value={choices.most}
        onChange={(most) => typeof most === 'number' && letterChoices.set({ ...choices, most })}
      />
    </div>
  );
}
