import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import { textEncodings } from '#shared/domain/textEncodings.ts';
import { t } from '../../i18n/all.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import classes from './Screen.module.css';
import { choose, discard, type Preview } from './session.ts';

type EncodingPickerProps = Readonly<{ choices: Preview['encodingChoices']; name: string }>;

/** Asks how the letters of a text are written, by a line of it in each reading. */
export function EncodingPicker({ choices, name }: EncodingPickerProps) {
  const [picked, setPicked] = useState(choices[0]?.encoding ?? '');
  const encoding = textEncodings.find((known) => known === picked);
  return (
    <div className={classes.screen}>
      <ScreenHeader title={t('importing.heading')} aside={name} />
      <div className={classes.body}>
        <Radio.Group
          label={<span className={classes.question}>{t('importing.encodingTitle')}</span>}
          description={t('importing.encodingText')}
          value={picked}
          onChange={setPicked}
        >
          <div className={classes.samples}>
            {choices.map(({ encoding: value, sample }) => (
              <Radio
                key={value}
                size="xs"
                value={value}
                label={sample}
                description={value}
                className={classes.sample ?? ''}
              />
            ))}
          </div>
        </Radio.Group>
      </div>
      <footer className={classes.footer}>
        <span className={classes.say} />
        <Button data-size="sm" variant="default" onClick={discard}>
          {t('common.cancel')}
        </Button>
        <Button
          data-size="sm"
          disabled={encoding === undefined}
          onClick={() => choose({ encoding })}
        >
          {t('importing.encodingChoose')}
        </Button>
      </footer>
    </div>
  );
}
