import { ActionIcon, SegmentedControl, Select } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useId } from 'react';
import { designSchema, resumeFormatSchema, type ResumeFormat } from '#shared/domain/profile.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { Tip } from '../../ui/Tip.tsx';
import { openShareDialog } from './dialogs.ts';
import classes from './Resume.module.css';
import { changeDraft, isTemplated, resumeDraft } from './resumeDraft.ts';
import screen from './Screen.module.css';

const first = ['docx', 'pdf', 'txt'] as const satisfies readonly ResumeFormat[];
const others = ['md', 'html', 'tex', 'json'] as const satisfies readonly ResumeFormat[];
const MORE = 'more';
const OWN_FORM = '';

/** The file format, and the look or the template that it is made with. */
export function FormatPicker() {
  const formatId = useId();
  const { format, design } = resumeDraft.use();
  const isOther = others.some((each) => each === format);
  return (
    <>
      <div className={screen.field}>
        <span id={formatId} className={screen.label}>
          {t('share.resume.format')}
        </span>
        <SegmentedControl
          fullWidth
          withItemsBorders={false}
          transitionDuration={0}
          aria-labelledby={formatId}
          value={isOther ? MORE : format}
          data={[
            ...first.map((value) => ({ value, label: t(`share.resume.formats.${value}`) })),
            { value: MORE, label: t('share.resume.more') },
          ]}
          onChange={(value) => changeDraft({ format: resumeFormatSchema.catch('md').parse(value) })}
        />
      </div>
      {isOther && (
        <Select
          label={t('share.resume.moreFormats')}
          allowDeselect={false}
          value={format}
          data={others.map((value) => ({ value, label: t(`share.resume.formats.${value}`) }))}
          onChange={(value) => changeDraft({ format: resumeFormatSchema.parse(value) })}
        />
      )}
      {format === 'pdf' && (
        <Select
          label={t('share.resume.design')}
          allowDeselect={false}
          value={design}
          data={designSchema.options.map((value) => ({
            value,
            label: t(`share.resume.designs.${value}`),
          }))}
          onChange={(value) => changeDraft({ design: designSchema.parse(value) })}
        />
      )}
      {isTemplated(format) && <TemplateSelect format={format} />}
    </>
  );
}

type TemplateSelectProps = Readonly<{ format: ResumeFormat }>;

function TemplateSelect({ format }: TemplateSelectProps) {
  const { template } = resumeDraft.use();
  const { data: templates = [] } = useProcedure('templates.list', {});
  const fitting = templates.filter(({ target }) => target === format);
  const chosen = fitting.find(({ id }) => id === template);
  return (
    <div className={classes.versionLine}>
      <Select
        className={classes.grow ?? ''}
        label={t('share.template.label')}
        allowDeselect={false}
        value={chosen?.id ?? OWN_FORM}
        data={[
          { value: OWN_FORM, label: t('share.template.none') },
          ...fitting.map(({ id, name, origin }) => ({
            value: id,
            label: origin === 'changed' ? t('share.template.changedName', { name }) : name,
          })),
        ]}
        onChange={(value) => changeDraft({ template: value === OWN_FORM ? null : value })}
      />
      <Tip label={t('share.template.edit')}>
        <ActionIcon
          size={32}
          aria-label={t('share.template.edit')}
          onClick={() => openShareDialog({ kind: 'template' })}
        >
          <IconPencil size={16} stroke={1.75} />
        </ActionIcon>
      </Tip>
    </div>
  );
}
