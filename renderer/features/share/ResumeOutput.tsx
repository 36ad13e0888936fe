import { IconAlertTriangle, IconCircleCheck, IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { leftOutList } from './leftOut.ts';
import { Panes, Warnings } from './Panes.tsx';
import { PlaceField } from './PlaceField.tsx';
import classes from './Resume.module.css';
import { resumeDraft, resumeInput, type Resume } from './resumeDraft.ts';
import { ResumeOptions } from './ResumeOptions.tsx';
import { ResumePreview, Zoom } from './ResumePreview.tsx';
import screen from './Screen.module.css';
import { recipeInput, SendCopy, SendFile } from './SendOut.tsx';
import { useKnownOnly } from './useKnownOnly.ts';
import { useSending, type Sent } from './useSending.ts';

type Looks = ProcedureOutput<'exports.preview'>;

type ResumeOutputProps = Readonly<{ picker: ReactNode }>;

/** The certifications section of a resume, in any version and format. */
export function ResumeOutput({ picker }: ResumeOutputProps) {
  const { asOf } = useAsOf();
  useKnownOnly();
  const draft = resumeDraft.use();
  const input = resumeInput(draft, asOf);
  const { data: resume, error } = useProcedure('exports.resume', input, { keepPrevious: true });
  const { data: looks } = useProcedure('exports.preview', input, {
    enabled: draft.format === 'docx' || draft.format === 'pdf',
    keepPrevious: true,
  });
  const { data: versions } = useProcedure('profiles.list', {});
  const version = versions?.find(({ id }) => id === draft.profile);
  const sending = useSending(
    'resume',
    version === undefined ? undefined : t('share.versions.place', { name: version.name }),
  );
  const sent: Sent | undefined = resume && {
    format: resume.format,
    locale: draft.options.locale,
    text: resume.text,
    facts: resume.facts,
    recipe: { procedure: 'exports.resume', input: recipeInput(input) },
  };

  return (
    <Panes
      picker={picker}
      title={t('share.names.resume')}
      options={<ResumeOptions resume={resume} />}
      previewTitle={t('share.preview')}
      previewAside={resume && aside(resume, looks)}
      previewTools={<Zoom />}
      preview={<ResumePreview resume={resume} looks={looks} error={error} />}
      notes={
        resume &&
        error === null && (
          <>
            <LeftOut resume={resume} />
            <ReadBack resume={resume} />
            <Warnings warnings={resume.warnings} />
          </>
        )
      }
      state={<PlaceField sending={sending} />}
      actions={
        resume &&
        sent &&
        error === null && (
          <>
            <SendFile
              sending={sending}
              sent={sent}
              file={`${t('share.resume.file')}.${resume.format}`}
              mime={resume.mime}
              text={resume.file === null ? resume.text : new Uint8Array(resume.file)}
              disabled={resume.lines === 0}
            />
            <SendCopy
              sending={sending}
              sent={sent}
              plain={resume.copy.plain}
              html={resume.copy.html}
              disabled={resume.lines === 0}
            />
          </>
        )
      }
    />
  );
}

type ResumeProps = Readonly<{ resume: Resume }>;

/** "PDF, 1 page": only a PDF has pages of its own. */
function aside({ format }: Resume, looks: Looks | undefined): string {
  const name = t(`share.resume.formats.${formatName(format)}`);
  const count = looks?.pages.length ?? 0;
  return format === 'pdf' && count > 0 ? t('share.resume.pages', { format: name, count }) : name;
}

const names = ['docx', 'pdf', 'txt', 'md', 'html', 'tex', 'json'] as const;

const formatName = (format: string): (typeof names)[number] =>
  names.find((each) => each === format) ?? 'txt';

function LeftOut({ resume }: ResumeProps) {
  if (resume.leftOut.length === 0) return null;
  return (
    <p className={screen.note}>
      <IconEyeOff size={16} stroke={1.75} aria-hidden />
      {t('share.resume.leftOut', { list: leftOutList(resume.leftOut) })}
    </p>
  );
}

/** What a reader of the real file got out of it, against what was put in. */
function ReadBack({ resume }: ResumeProps) {
  const { matched, lines } = resume.readBack;
  if (lines === 0) return null;
  const whole = matched === lines;
  const BackIcon = whole ? IconCircleCheck : IconAlertTriangle;
  return (
    <p
      className={[screen.note, classes.matches].join(' ')}
      data-wrong={!whole || undefined}
      role="status"
    >
      <BackIcon size={16} stroke={1.75} aria-hidden />
      {whole
        ? t('share.resume.matches', { count: lines })
        : t('share.resume.matchesSome', { matched, count: lines })}
    </p>
  );
}
