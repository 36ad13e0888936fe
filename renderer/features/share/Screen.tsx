import { Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { t } from '../../i18n/all.ts';
import { listedGroups, OutputList, outputs } from './OutputList.tsx';
import classes from './Screen.module.css';
import { SentOut } from './SentOut.tsx';
import { ShareDialogs } from './ShareDialogs.tsx';
import type { OutputName } from './views.ts';

/** Below this width the outputs become a Select (ux/tokens.md, 900×600). */
const WIDE = '(min-width: 1100px)';

export function ShareScreen() {
  const navigate = useNavigate();
  const { output: named = 'resume' } = useSearch({ from: '/share' });
  const output = outputs[named] === undefined ? 'resume' : named;
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const pick = (next: OutputName) => void navigate({ to: '/share', search: { output: next } });
  const picker = wide ? null : <OutputSelect output={output} onPick={pick} />;
  const View = outputs[output]?.view;

  return (
    <div className={classes.screen}>
      {wide && <OutputList output={output} onPick={pick} />}
      {/* Each output has its own state: one never begins with what another was asked. */}
      <Suspense fallback={<Waiting />}>{View && <View key={output} picker={picker} />}</Suspense>
      <ShareDialogs />
    </div>
  );
}

function Waiting() {
  return (
    <>
      <div className={classes.options} aria-busy />
      <div className={classes.desk} />
    </>
  );
}

type OutputSelectProps = Readonly<{ output: OutputName; onPick: (output: OutputName) => void }>;

function OutputSelect({ output, onPick }: OutputSelectProps) {
  return (
    <div className={classes.picker}>
      <div className={classes.pickerHead}>
        <h1 className={classes.heading}>{t('share.heading')}</h1>
        <SentOut short />
      </div>
      <Select
        label={t('share.output')}
        allowDeselect={false}
        value={output}
        data={listedGroups.map((group) => ({
          group: t(`share.groups.${group.name}`),
          items: group.outputs.map(({ name }) => ({
            value: name,
            label: t(`share.names.${name}`),
          })),
        }))}
        onChange={(value) => value !== null && onPick(value)}
      />
    </div>
  );
}
