import { Button, MultiSelect, SegmentedControl, Switch } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { Status } from '#shared/domain/status.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/index.ts';
import { useProcedure } from '../../query.ts';
import classes from './Screen.module.css';

type Resume = ProcedureOutput<'exports.resume'>;

const formats = ['html', 'md', 'txt'] as const;
const facts = ['expiry', 'number', 'link', 'skills'] as const;
const past: ReadonlySet<Status> = new Set(['grace', 'suspended', 'expired']);

/** What the user set for the resume section. */
export type ResumeChoices = Readonly<
  Record<(typeof facts)[number] | 'inProgress' | 'expired' | 'degrees' | 'heading', boolean> & {
    format: (typeof formats)[number];
    tag: string[];
  }
>;

type ResumeOptionsProps = Readonly<{
  choices: ResumeChoices;
  onChange: (change: Partial<ResumeChoices>) => void;
  resume: Resume | undefined;
  /** How many credentials the user hid in this output. */
  hidden: number;
  onChoose: () => void;
}>;

export function ResumeOptions({ choices, onChange, resume, hidden, onChoose }: ResumeOptionsProps) {
  const formatId = useId();
  const lapsed = resume?.leftOut.filter(({ status }) => past.has(status)).length ?? 0;
  const waiting = resume?.leftOut.filter(({ status }) => status === 'in-progress').length ?? 0;
  return (
    <>
      <div className={classes.field}>
        <span id={formatId} className={classes.label}>
          {t('share.resume.format')}
        </span>
        <SegmentedControl
          fullWidth
          withItemsBorders={false}
          transitionDuration={0}
          aria-labelledby={formatId}
          value={choices.format}
          data={formats.map((value) => ({ value, label: t(`share.resume.formats.${value}`) }))}
          onChange={(format) => onChange({ format })}
        />
      </div>
      <Group title={t('share.resume.shows')}>
        {facts.map((fact) => (
          <Row
            key={fact}
            label={t(`share.resume.facts.${fact}`)}
            checked={choices[fact]}
            onChange={(checked) => onChange({ [fact]: checked })}
          />
        ))}
      </Group>
      <Group title={t('share.resume.include')}>
        <Row
          label={t('share.resume.inProgress')}
          hint={waiting > 0 ? t('share.resume.nLeftOut', { count: waiting }) : undefined}
          checked={choices.inProgress}
          onChange={(inProgress) => onChange({ inProgress })}
        />
        <Row
          label={t('share.resume.expired')}
          hint={lapsed > 0 ? t('share.resume.nLeftOut', { count: lapsed }) : undefined}
          checked={choices.expired}
          onChange={(expired) => onChange({ expired })}
        />
        <Row
          label={t('share.resume.degrees')}
          hint={t('share.resume.degreesHint')}
          checked={choices.degrees}
          onChange={(degrees) => onChange({ degrees })}
        />
        <Row
          label={t('share.resume.headings')}
          checked={choices.heading}
          onChange={(heading) => onChange({ heading })}
        />
      </Group>
      <Which
        tag={choices.tag}
        onTag={(tag) => onChange({ tag })}
        lines={resume?.lines}
        hidden={hidden}
        onChoose={onChoose}
      />
    </>
  );
}

type WhichProps = Readonly<{
  tag: string[];
  onTag: (tag: string[]) => void;
  lines: number | undefined;
  hidden: number;
  onChoose: () => void;
}>;

/** Which credentials are in: by tag, and less those that were hidden by hand. */
function Which({ tag, onTag, lines, hidden, onChoose }: WhichProps) {
  const { asOf } = useAsOf();
  const { data: facets } = useProcedure('credentials.facets', {});
  const { data: counts } = useProcedure('credentials.statusCounts', { asOf });
  const tags = facets?.tags.map(({ name }) => name) ?? [];
  const how = [
    tag.length === 0
      ? t('share.resume.byStatus')
      : t('share.resume.byTag', { tags: tag.join(', ') }),
    ...(hidden === 0 ? [] : [t('share.resume.nHidden', { count: hidden })]),
  ];
  return (
    <div className={classes.block}>
      {tags.length > 0 && (
        <MultiSelect
          label={t('share.resume.tags')}
          placeholder={tag.length === 0 ? t('share.resume.allTags') : ''}
          data={tags}
          value={tag}
          searchable
          clearable
          clearButtonProps={{
            'aria-label': t('common.removeNamed', { name: t('share.resume.tags') }),
          }}
          onChange={onTag}
        />
      )}
      <div className={classes.which}>
        <div>
          <div className={classes.whichCount} role="status">
            {counts !== undefined && lines !== undefined
              ? t('share.resume.of', { lines, count: counts.total })
              : ''}
          </div>
          <div className={classes.hint}>{how.join(', ')}</div>
        </div>
        <Button variant="default" onClick={onChoose}>
          {t('share.resume.choose')}
        </Button>
      </div>
    </div>
  );
}

type GroupProps = Readonly<{ title: string; children: ReactNode }>;

function Group({ title, children }: GroupProps) {
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

type RowProps = Readonly<{
  label: string;
  hint?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
}>;

function Row({ label, hint, checked, onChange }: RowProps) {
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
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
