import { Button, MultiSelect } from '@mantine/core';
import { idSchema } from '#shared/domain/credential.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { openShareDialog } from './dialogs.ts';
import { changeOptions, resumeDraft, type Resume } from './resumeDraft.ts';
import classes from './Screen.module.css';

const OPTIONS_MAX = 100;

type WhichCredentialsProps = Readonly<{ resume: Resume | undefined }>;

/** Which credentials are in: by tag, skill and stack, and less those that were hidden by hand. */
export function WhichCredentials({ resume }: WhichCredentialsProps) {
  const { asOf } = useAsOf();
  const { tag, skill, stack, hidden } = resumeDraft.use().options;
  const { data: facets } = useProcedure('credentials.facets', {});
  const { data: counts } = useProcedure('credentials.statusCounts', { asOf });
  const { data: stacks } = useProcedure('stacks.list', { asOf }, { keepPrevious: true });
  const titles = stacks?.items.map(({ id, title }) => ({ value: `${id}`, label: title })) ?? [];
  const how = [
    tag.length === 0
      ? t('share.resume.byStatus')
      : t('share.resume.byTag', { tags: tag.join(', ') }),
    ...(skill.length === 0 ? [] : [t('share.resume.bySkill', { skills: skill.join(', ') })]),
    ...(stack.length === 0 ? [] : [t('share.resume.nStacks', { count: stack.length })]),
    ...(hidden.length === 0 ? [] : [t('share.resume.nHidden', { count: hidden.length })]),
  ];
  return (
    <div className={classes.block}>
      <Words
        label={t('share.resume.tags')}
        any={t('share.resume.allTags')}
        known={facets?.tags.map(({ name }) => ({ value: name, label: name })) ?? []}
        value={tag}
        onChange={(next) => changeOptions({ tag: next })}
      />
      <Words
        label={t('share.resume.skills')}
        any={t('share.resume.allSkills')}
        known={facets?.skills.map(({ name }) => ({ value: name, label: name })) ?? []}
        value={skill}
        onChange={(next) => changeOptions({ skill: next })}
      />
      <Words
        label={t('share.resume.stacks')}
        any={t('share.resume.allStacks')}
        known={titles}
        value={stack}
        onChange={(next) => changeOptions({ stack: next.map((id) => idSchema.parse(id)) })}
      />
      <div className={classes.which}>
        <div>
          <div className={classes.whichCount} role="status">
            {counts !== undefined && resume !== undefined
              ? t('share.resume.of', { lines: resume.lines, count: counts.total })
              : ''}
          </div>
          <div className={classes.hint}>{how.join(', ')}</div>
        </div>
        <Button variant="default" onClick={() => openShareDialog({ kind: 'choose' })}>
          {t('share.resume.choose')}
        </Button>
      </div>
    </div>
  );
}

type WordsProps = Readonly<{
  label: string;
  /** Stands there while nothing is chosen. */
  any: string;
  known: readonly Readonly<{ value: string; label: string }>[];
  value: string[];
  onChange: (value: string[]) => void;
}>;

/** Several of what the portfolio knows; nothing where it knows none. */
function Words({ label, any, known, value, onChange }: WordsProps) {
  if (known.length === 0 && value.length === 0) return null;
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? any : ''}
      data={[...known]}
      limit={OPTIONS_MAX}
      value={value}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('common.removeNamed', { name: label }) }}
      onChange={onChange}
    />
  );
}
