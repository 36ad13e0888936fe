import { Select } from '@mantine/core';
import { expiredWordings, type ResumeOptions as Options } from '#shared/domain/profile.ts';
import type { Status } from '#shared/domain/status.ts';
import { t } from '../../i18n/all.ts';
import { FormatPicker } from './FormatPicker.tsx';
import { OptionGroup, OptionSwitch } from './Options.tsx';
import { OrderPicker } from './OrderPicker.tsx';
import classes from './Resume.module.css';
import { changeOptions, resumeDraft, type Resume } from './resumeDraft.ts';
import { VersionPicker } from './VersionPicker.tsx';
import { WhichCredentials } from './WhichCredentials.tsx';

const facts = ['expiry', 'number', 'link', 'skills', 'renewed', 'credit', 'courses'] as const;
const past: ReadonlySet<Status> = new Set(['grace', 'suspended', 'expired']);

type ResumeOptionsProps = Readonly<{ resume: Resume | undefined }>;

/** Everything that can be chosen for the resume section. */
export function ResumeOptions({ resume }: ResumeOptionsProps) {
  const { options } = resumeDraft.use();
  const lapsed = resume?.leftOut.filter(({ status }) => past.has(status)).length ?? 0;
  const waiting = resume?.leftOut.filter(({ status }) => status === 'in-progress').length ?? 0;
  return (
    <>
      <div className={classes.options}>
        <VersionPicker />
        <FormatPicker />
        <OrderPicker />
      </div>
      <OptionGroup title={t('share.resume.shows')}>
        {facts.map((fact) => (
          <OptionSwitch
            key={fact}
            label={t(`share.resume.facts.${fact}`)}
            hint={fact === 'credit' ? t('share.resume.creditHint') : undefined}
            checked={options[fact]}
            onChange={(checked) => changeOptions({ [fact]: checked })}
          />
        ))}
      </OptionGroup>
      <OptionGroup title={t('share.resume.include')}>
        <OptionSwitch
          label={t('share.resume.inProgress')}
          hint={waiting > 0 ? t('share.resume.nLeftOut', { count: waiting }) : undefined}
          checked={options.inProgress}
          onChange={(inProgress) => changeOptions({ inProgress })}
        />
        <OptionSwitch
          label={t('share.resume.expired')}
          hint={lapsed > 0 ? t('share.resume.nLeftOut', { count: lapsed }) : undefined}
          checked={options.expired}
          onChange={(expired) => changeOptions({ expired })}
        />
        {options.expired && <ExpiredAs options={options} />}
        <OptionSwitch
          label={t('share.resume.degrees')}
          hint={t('share.resume.degreesHint')}
          checked={options.degrees}
          onChange={(degrees) => changeOptions({ degrees })}
        />
        <OptionSwitch
          label={t('share.resume.headings')}
          checked={options.heading}
          onChange={(heading) => changeOptions({ heading })}
        />
      </OptionGroup>
      <WhichCredentials resume={resume} />
    </>
  );
}

function ExpiredAs({ options }: Readonly<{ options: Options }>) {
  return (
    <Select
      aria-label={t('share.resume.expiredAs')}
      allowDeselect={false}
      value={options.expiredAs}
      data={expiredWordings.map((value) => ({
        value,
        label: t(`share.resume.expiredWordings.${value}`),
      }))}
      onChange={(value) =>
        changeOptions({ expiredAs: expiredWordings.find((each) => each === value) ?? 'label' })
      }
    />
  );
}
