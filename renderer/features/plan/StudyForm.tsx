import { ActionIcon, Button, MultiSelect, NumberInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { t } from '../../i18n/all.ts';
import { DateText } from '../../ui/DateText.tsx';
import classes from './Study.module.css';

type Day = PlainDate | null | undefined;

/** The settings while they are typed. */
export type StudyDraft = {
  weeklyHours: number | null;
  by: Day;
  off: { from: Day; to: Day }[];
  courses: { credentialId: Id; after: Id[] }[];
};

type StudyFormProps = Readonly<{
  draft: StudyDraft;
  choices: readonly Readonly<{ value: string; label: string }>[];
  onChange: (draft: StudyDraft) => void;
}>;

/** Which courses, by when, how many hours a week, and on which days not. */
export function StudyForm({ draft, choices, onChange }: StudyFormProps) {
  const { courses, off } = draft;
  const chosen = new Set(courses.map(({ credentialId }) => String(credentialId)));
  const nameOf = (id: string) => choices.find(({ value }) => value === id)?.label ?? id;
  const setCourses = (ids: readonly string[]) =>
    onChange({
      ...draft,
      courses: ids.map((id) => {
        const known = courses.find(({ credentialId }) => credentialId === id);
        const kept = (known?.after ?? []).filter((one) => ids.includes(one));
        return { credentialId: idSchema.parse(id), after: kept };
      }),
    });
  return (
    <>
      <MultiSelect
        label={t('plan.study.courses')}
        description={t('plan.study.coursesHint')}
        searchable
        data={choices}
        value={[...chosen]}
        onChange={setCourses}
      />
      <div className={classes.pair}>
        <NumberInput
          label={t('plan.study.weekly')}
          placeholder={t('plan.study.weeklyHint')}
          min={0}
          max={100}
          value={draft.weeklyHours ?? ''}
          onChange={(value) =>
            onChange({ ...draft, weeklyHours: typeof value === 'number' ? value : null })
          }
        />
        <DateText
          label={t('plan.study.by')}
          wholeDay
          value={draft.by ?? null}
          onChange={(by) => onChange({ ...draft, by: dayOf(by) })}
        />
      </div>
      {courses.length > 1 &&
        courses.map((course, index) => (
          <MultiSelect
            key={course.credentialId}
            label={t('plan.study.after', { title: nameOf(course.credentialId) })}
            data={choices.filter(({ value }) => chosen.has(value) && value !== course.credentialId)}
            value={course.after}
            onChange={(after) =>
              onChange({
                ...draft,
                courses: courses.with(index, {
                  ...course,
                  after: after.map((id) => idSchema.parse(id)),
                }),
              })
            }
          />
        ))}
      {off.map((span, index) => (
        // A span has no name of its own; spans are only added at the end.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={classes.off}>
          <DateText
            label={t('plan.study.offFrom')}
            wholeDay
            value={span.from ?? null}
            onChange={(from) =>
              onChange({ ...draft, off: off.with(index, { ...span, from: dayOf(from) }) })
            }
          />
          <DateText
            label={t('plan.study.offTo')}
            wholeDay
            value={span.to ?? null}
            onChange={(to) =>
              onChange({ ...draft, off: off.with(index, { ...span, to: dayOf(to) }) })
            }
          />
          <ActionIcon
            aria-label={t('plan.study.removeOff')}
            onClick={() => onChange({ ...draft, off: off.toSpliced(index, 1) })}
          >
            <IconX size={16} stroke={1.75} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={16} stroke={1.75} />}
          onClick={() => onChange({ ...draft, off: [...off, { from: null, to: null }] })}
        >
          {t('plan.study.addOff')}
        </Button>
      </div>
    </>
  );
}

function dayOf(value: string | null | undefined): Day {
  return value === null ? null : plainDateSchema.safeParse(value).data;
}
