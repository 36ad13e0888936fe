import { Button } from '@mantine/core';
import { IconDeviceFloppy, IconEyeOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import type { ProcedureInput, ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/index.ts';
import { useProcedure } from '../../query.ts';
import { saveFile } from '../../save.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { createStore } from '../../ui/store.ts';
import { openQuickAdd } from '../shell/overlays.ts';
import { ChooseDialog } from './ChooseDialog.tsx';
import { CopyButton } from './CopyButton.tsx';
import { leftOutList } from './leftOut.ts';
import { Html, Paper, Source } from './Paper.tsx';
import paper from './Paper.module.css';
import { Panes, Warnings } from './Panes.tsx';
import { ResumeOptions, type ResumeChoices } from './ResumeOptions.tsx';
import classes from './Screen.module.css';

type Resume = ProcedureOutput<'exports.resume'>;

const usual: ResumeChoices = {
  format: 'html',
  expiry: true,
  number: true,
  link: false,
  skills: false,
  inProgress: true,
  expired: false,
  degrees: true,
  heading: true,
  tag: [],
};

// Both outlive the screen, so that a look elsewhere costs no choice. What is hidden is kept apart
// from the records (features.md, "got hurt by" 5).
const choicesStore = createStore(usual);
const hiddenStore = createStore<ReadonlySet<Id>>(new Set());

type ResumeOutputProps = Readonly<{ picker: ReactNode }>;

export function ResumeOutput({ picker }: ResumeOutputProps) {
  const { asOf } = useAsOf();
  const choices = choicesStore.use();
  const hidden = hiddenStore.use();
  const [choosing, setChoosing] = useState(false);

  const { format, ...shown } = choices;
  const input: ProcedureInput<'exports.resume'> = { format, options: shown, asOf };
  const unhidden = useProcedure('exports.resume', input, { keepPrevious: true });
  const all = unhidden.data;
  const ids =
    all && [...all.kept, ...all.leftOut].map(({ id }) => id).filter((id) => !hidden.has(id));
  const chosen = useProcedure(
    'exports.resume',
    { ...input, options: { ...shown, ids: ids ?? null } },
    { enabled: hidden.size > 0 && ids !== undefined, keepPrevious: true },
  );
  const { data: resume, error } = hidden.size > 0 ? chosen : unhidden;

  return (
    <>
      <Panes
        picker={picker}
        title={t('share.names.resume')}
        options={
          <ResumeOptions
            choices={choices}
            onChange={(change) => choicesStore.set({ ...choices, ...change })}
            resume={resume}
            hidden={hidden.size}
            onChoose={() => setChoosing(true)}
          />
        }
        previewTitle={t('share.preview')}
        previewAside={t(`share.resume.formats.${format}`)}
        preview={<ResumePreview resume={resume} error={error} />}
        notes={
          resume && (
            <>
              <LeftOut resume={resume} />
              <Warnings warnings={resume.warnings} />
            </>
          )
        }
        actions={resume && <ResumeActions resume={resume} />}
      />
      <ChooseDialog
        opened={choosing}
        onClose={() => setChoosing(false)}
        credentials={all?.kept ?? []}
        hidden={hidden}
        onChange={hiddenStore.set}
      />
    </>
  );
}

type ResumePreviewProps = Readonly<{ resume: Resume | undefined; error: Error | null }>;

function ResumePreview({ resume, error }: ResumePreviewProps) {
  if (error !== null) return <p role="alert">{t('share.failed', { reason: error.message })}</p>;
  if (resume === undefined) return <Paper>{null}</Paper>;
  if (resume.lines === 0) {
    return (
      <Paper>
        <div className={paper.empty}>
          <EmptyState
            title={t('share.resume.empty')}
            text={t('share.resume.emptyText')}
            action={<Button onClick={() => openQuickAdd()}>{t('share.resume.add')}</Button>}
          />
        </div>
      </Paper>
    );
  }
  return (
    <Paper>
      {resume.copy.html === null ? <Source text={resume.text} /> : <Html source={resume.text} />}
    </Paper>
  );
}

type ResumeProps = Readonly<{ resume: Resume }>;

function LeftOut({ resume }: ResumeProps) {
  if (resume.leftOut.length === 0) return null;
  return (
    <p className={classes.note}>
      <IconEyeOff size={16} stroke={1.75} aria-hidden />
      {t('share.resume.leftOut', { list: leftOutList(resume.leftOut) })}
    </p>
  );
}

function ResumeActions({ resume }: ResumeProps) {
  const nothingToShow = resume.lines === 0;
  return (
    <>
      <Button
        variant="default"
        size="sm"
        disabled={nothingToShow}
        leftSection={<IconDeviceFloppy size={16} stroke={1.75} />}
        onClick={() =>
          saveFile(`${t('share.resume.file')}.${resume.format}`, resume.mime, resume.text)
        }
      >
        {t('share.saveAs')}
      </Button>
      <CopyButton
        size="sm"
        label={t('share.copyAs')}
        plain={resume.copy.plain}
        html={resume.copy.html}
        disabled={nothingToShow}
      />
    </>
  );
}
