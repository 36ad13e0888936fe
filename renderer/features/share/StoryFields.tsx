import { MultiSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { idSchema } from '#shared/domain/credential.ts';
import type { StoryFields as Fields } from '#shared/domain/story.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { CredentialsSelect, useCredentials } from './CredentialSelect.tsx';
import classes from './Stories.module.css';
import type { StoryPatch } from './storyDraft.ts';
import { groupWords } from './storyWords.ts';

const parts = ['situation', 'task', 'action', 'result'] as const;
const OWN = '';

type StoryFieldsProps = Readonly<{
  fields: Fields;
  onChange: (change: StoryPatch) => void;
}>;

/** What a story is made of, in the order in which it is told. */
export function StoryFields({ fields, onChange }: StoryFieldsProps) {
  const { data: bank } = useProcedure('stories.questions', {});
  const groups = Map.groupBy(bank?.items ?? [], ({ group }) => group);
  return (
    <div className={classes.fields}>
      <Select
        label={t('sharingStories.question')}
        searchable
        allowDeselect={false}
        value={fields.questionId ?? OWN}
        data={[
          { value: OWN, label: t('sharingStories.ownQuestion') },
          ...[...groups].map(([group, items]) => ({
            group: groupWords(group),
            items: items.map(({ id, text }) => ({ value: id, label: text })),
          })),
        ]}
        onChange={(id) => onChange({ questionId: id === OWN ? null : id })}
      />
      <TextInput
        label={t('sharingStories.asked')}
        placeholder={
          bank?.items.find(({ id }) => id === fields.questionId)?.text ??
          t('sharingStories.askedHint')
        }
        maxLength={1000}
        value={fields.question}
        onChange={(event) => onChange({ question: event.currentTarget.value })}
      />
      {parts.map((part) => (
        <Long
          key={part}
          label={t(`common.fields.${part}`)}
          hint={t(`credentials.story.${part}`)}
          value={fields[part]}
          onChange={(text) => onChange({ [part]: text })}
        />
      ))}
      <div className={classes.pair}>
        <TextInput
          label={t('sharingStories.metric')}
          placeholder={t('sharingStories.metricHint')}
          maxLength={1000}
          value={fields.metric}
          onChange={(event) => onChange({ metric: event.currentTarget.value })}
        />
        <TagsInput
          label={t('sharingStories.tools')}
          placeholder={fields.tools.length === 0 ? t('sharingStories.toolsHint') : ''}
          maxTags={50}
          acceptValueOnBlur
          value={fields.tools}
          onChange={(tools) => onChange({ tools: tools.map((tool) => tool.slice(0, 200)) })}
        />
      </div>
      <Long
        label={t('sharingStories.why')}
        hint={t('sharingStories.whyHint')}
        value={fields.why}
        onChange={(why) => onChange({ why })}
      />
      <CredentialsSelect
        label={t('sharingStories.credentials')}
        value={fields.credentialIds}
        onChange={(credentialIds) => onChange({ credentialIds })}
      />
      <EvidenceSelect fields={fields} onChange={onChange} />
    </div>
  );
}

type LongProps = Readonly<{
  label: string;
  hint: string;
  value: string;
  onChange: (text: string) => void;
}>;

function Long({ label, hint, value, onChange }: LongProps) {
  return (
    <Textarea
      label={label}
      placeholder={hint}
      autosize
      minRows={2}
      maxRows={12}
      maxLength={10_000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Files of the linked credentials that prove it. */
function EvidenceSelect({ fields, onChange }: StoryFieldsProps) {
  const files = useCredentials(fields.credentialIds).flatMap(({ evidence }) => evidence);
  return (
    <MultiSelect
      label={t('sharingStories.evidence')}
      placeholder={files.length === 0 ? t('sharingStories.noFiles') : ''}
      disabled={files.length === 0}
      value={fields.evidenceIds}
      data={files.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(ids) => onChange({ evidenceIds: ids.map((id) => idSchema.parse(id)) })}
    />
  );
}
