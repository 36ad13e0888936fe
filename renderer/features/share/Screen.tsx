import { Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { CsvOutput } from './CsvOutput.tsx';
import { LinkedInOutput } from './LinkedInOutput.tsx';
import { OutputList, outputGroups, type Output } from './OutputList.tsx';
import { ResumeOutput } from './ResumeOutput.tsx';
import classes from './Screen.module.css';

/** Below this width the outputs become a Select (ux/tokens.md, 900×600). */
const WIDE = '(min-width: 1100px)';

export function ShareScreen() {
  const [output, setOutput] = useState<Output>('resume');
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const picker = wide ? null : <OutputSelect output={output} onPick={setOutput} />;

  return (
    <div className={classes.screen}>
      {wide && <OutputList output={output} onPick={setOutput} />}
      {output === 'resume' && <ResumeOutput picker={picker} />}
      {output === 'linkedin' && <LinkedInOutput picker={picker} />}
      {output === 'csv' && <CsvOutput picker={picker} />}
    </div>
  );
}

type OutputSelectProps = Readonly<{ output: Output; onPick: (output: Output) => void }>;

function OutputSelect({ output, onPick }: OutputSelectProps) {
  return (
    <div className={classes.picker}>
      <h1 className={classes.heading}>{t('share.heading')}</h1>
      <Select
        label={t('share.output')}
        allowDeselect={false}
        value={output}
        data={outputGroups.map(({ name, outputs }) => ({
          group: t(`share.groups.${name}`),
          items: outputs.map((each) => ({ value: each, label: t(`share.names.${each}`) })),
        }))}
        onChange={(value) => value !== null && onPick(value)}
      />
    </div>
  );
}
