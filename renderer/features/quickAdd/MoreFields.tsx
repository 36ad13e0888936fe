import { Checkbox, Select, TagsInput, Textarea } from '@mantine/core';
import { creditSystemSchema, qualitySignals } from '#shared/domain/credential.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import classes from './CredentialForm.module.css';
import { DateField, errorOf, TextField, type FieldProps } from './fields.tsx';

type MoreFieldsProps = Omit<FieldProps, 'field'>;

/** The fields that most credentials do without. */
export function MoreFields(form: MoreFieldsProps) {
  return (
    <>
      <Section name="sorting">
        <Lists {...form} />
      </Section>
      <Section name="effort">
        <Effort {...form} />
      </Section>
      <Section name="money">
        <div className={classes.row} data-columns="4">
          <TextField {...form} field="cost" inputMode="decimal" />
          <TextField {...form} field="currency" />
          <TextField {...form} field="costAid" />
          <TextField {...form} field="costPaidBy" />
        </div>
      </Section>
      <Section name="story">
        <div className={classes.row} data-columns="2">
          {(['situation', 'task', 'action', 'result'] as const).map((part) => (
            <Textarea
              key={part}
              label={t(`common.fields.${part}`)}
              placeholder={t(`quickAdd.storyHints.${part}`)}
              autosize
              minRows={2}
              maxRows={8}
              value={form.draft[part]}
              error={errorOf(form.errors, part)}
              onChange={(event) => form.onChange({ [part]: event.currentTarget.value })}
            />
          ))}
        </div>
      </Section>
    </>
  );
}

type SectionProps = Readonly<{
  name: 'sorting' | 'effort' | 'money' | 'story';
  children: React.ReactNode;
}>;

function Section({ name, children }: SectionProps) {
  return (
    <fieldset className={classes.section}>
      <legend className={classes.legend}>{t(`quickAdd.sections.${name}`)}</legend>
      {children}
    </fieldset>
  );
}

function Lists({ draft, errors, onChange }: MoreFieldsProps) {
  const { data: facets } = useProcedure('credentials.facets', {});
  return (
    <>
      <div className={classes.row} data-columns="2">
        {(['skills', 'tags'] as const).map((field) => (
          <TagsInput
            key={field}
            label={t(`common.fields.${field}`)}
            placeholder={draft[field].length === 0 ? t('quickAdd.listPlaceholder') : ''}
            data={(facets?.[field] ?? []).map(({ name }) => name)}
            value={[...draft[field]]}
            error={errorOf(errors, field)}
            acceptValueOnBlur
            limit={8}
            onChange={(value) => onChange({ [field]: value })}
          />
        ))}
      </div>
      <Textarea
        label={t('common.fields.notes')}
        autosize
        minRows={2}
        maxRows={10}
        value={draft.notes}
        error={errorOf(errors, 'notes')}
        onChange={(event) => onChange({ notes: event.currentTarget.value })}
      />
      <Checkbox
        label={t('common.fields.pinned')}
        checked={draft.pinned}
        onChange={(event) => onChange({ pinned: event.currentTarget.checked })}
      />
    </>
  );
}

function Effort(form: MoreFieldsProps) {
  const { draft, onChange } = form;
  const underWay = draft.lifecycle === 'in-progress' || draft.lifecycle === 'planned';
  return (
    <>
      <div className={classes.row} data-columns="4">
        <DateField {...form} field="started" />
        {/* The pair that the essentials do not show at this stage. */}
        {underWay ? <DateField {...form} field="issued" /> : <DateField {...form} field="target" />}
        {underWay ? (
          <DateField {...form} field="expires" />
        ) : (
          <TextField {...form} field="progress" unit="%" />
        )}
        <TextField {...form} field="leadDays" inputMode="numeric" />
      </div>
      <div className={classes.row} data-columns="4">
        <TextField {...form} field="hours" inputMode="decimal" />
        <TextField {...form} field="credits" inputMode="decimal" />
        <Select
          label={t('common.fields.creditSystem')}
          data={creditSystemSchema.options.map((value) => ({
            value,
            label: t(`common.creditSystems.${value}`),
          }))}
          value={draft.creditSystem}
          allowDeselect={false}
          onChange={(creditSystem) => creditSystem !== null && onChange({ creditSystem })}
        />
        <TextField {...form} field="creditsToward" />
      </div>
      <div className={classes.row} data-columns="4">
        <TextField {...form} field="grade" />
        <TextField {...form} field="capstone" />
        <Select
          label={t('common.fields.verifiedTrack')}
          data={(['unknown', 'yes', 'no'] as const).map((value) => ({
            value,
            label: t(`common.${value}`),
          }))}
          value={draft.verifiedTrack}
          allowDeselect={false}
          onChange={(verifiedTrack) => verifiedTrack !== null && onChange({ verifiedTrack })}
        />
        <TextField {...form} field="language" />
      </div>
      <Checkbox.Group
        label={t('common.fields.quality')}
        value={[...draft.quality]}
        onChange={(quality) => onChange({ quality })}
      >
        <div className={classes.signals}>
          {qualitySignals.map((signal) => (
            <Checkbox key={signal} value={signal} label={t(`common.qualitySignals.${signal}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}
