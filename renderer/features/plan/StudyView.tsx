import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { addMonthsToDay } from '#shared/domain/plainDate.ts';
import { studySettingsSchema, type StudySettings } from '#shared/domain/studySettings.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import screen from './Screen.module.css';
import classes from './Study.module.css';
import { StudyForm, type StudyDraft } from './StudyForm.tsx';
import { StudyWeeks } from './StudyWeeks.tsx';

/** How far ahead a first plan looks. */
const MONTHS_AHEAD = 6;

export type StudyPlan = NonNullable<ProcedureOutput<'study.get'>>;

/** Weekly hours over chosen courses to a target date (features.md G8). */
export function StudyView() {
  const { asOf } = useAsOf();
  const { data: saved } = useProcedure('study.get', { asOf });
  const { data: courses } = useProcedure('credentials.rows', {
    filter: { status: ['planned', 'in-progress'] },
    sort: 'title',
    asOf,
    limit: 1000,
  });
  if (saved === undefined || courses === undefined) return null;
  const { id, title } = courses.columns;
  const choices = id.map((one, index) => ({ value: one, label: title[index] ?? '' }));
  if (choices.length === 0 && saved === null) {
    return <EmptyState title={t('plan.study.emptyTitle')} text={t('plan.study.emptyText')} />;
  }
  return (
    <Study key={saved === null ? 'new' : 'saved'} saved={saved} choices={choices} asOf={asOf} />
  );
}

type StudyProps = Readonly<{
  saved: StudyPlan | null;
  choices: readonly Readonly<{ value: string; label: string }>[];
  asOf: PlainDate;
}>;

function Study({ saved, choices, asOf }: StudyProps) {
  const [draft, setDraft] = useState<StudyDraft>(() =>
    saved === null
      ? { weeklyHours: null, by: addMonthsToDay(asOf, MONTHS_AHEAD), off: [], courses: [] }
      : { ...saved.settings, off: [...saved.settings.off] },
  );
  const settings = settingsOf(draft);
  const { data: plan, error } = useProcedure(
    'study.preview',
    // Asked only while the settings are whole.
    { asOf, settings: settings ?? { weeklyHours: 0, by: asOf, off: [], courses: [] } },
    { enabled: settings !== null, keepPrevious: true },
  );
  const save = useCommand('study.plan', { done: () => t('plan.study.saved') });
  const clear = useCommand('study.clear', { done: () => t('plan.study.cleared') });
  return (
    <div className={classes.columns}>
      <div className={classes.form}>
        <StudyForm draft={draft} choices={choices} onChange={setDraft} />
        <div className={screen.actions}>
          <Button
            disabled={settings === null || error !== null}
            loading={save.isPending}
            onClick={() => settings !== null && save.mutate({ asOf, settings })}
          >
            {t('plan.study.save')}
          </Button>
          {saved !== null && (
            <Button
              variant="default"
              onClick={() =>
                clear.mutate({}, { onSuccess: () => setDraft({ ...draft, courses: [] }) })
              }
            >
              {t('plan.study.clear')}
            </Button>
          )}
        </div>
      </div>
      <div className={classes.result}>
        {settings === null && <p className={screen.text}>{t('plan.study.choose')}</p>}
        {error !== null && (
          <p role="alert" className={screen.failed}>
            {error.message}
          </p>
        )}
        {settings !== null && plan !== undefined && error === null && (
          <StudyWeeks plan={plan} onUse={(weeklyHours) => setDraft({ ...draft, weeklyHours })} />
        )}
      </div>
    </div>
  );
}

/** The settings when they are whole: at least one course, and whole days. */
function settingsOf(draft: StudyDraft): StudySettings | null {
  return studySettingsSchema.safeParse(draft).data ?? null;
}
