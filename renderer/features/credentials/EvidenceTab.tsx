import { Button, FileButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useState, type DragEvent } from 'react';
import type { Credential } from '#shared/domain/credential.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import classes from '../evidence/Files.module.css';
import { FileLine } from '../evidence/FileLine.tsx';
import { readFiles } from '../evidence/files.ts';

type EvidenceTabProps = Readonly<{ credential: Credential }>;

/** The files that prove a credential, and those that prove the units logged for it. */
export function EvidenceTab({ credential }: EvidenceTabProps) {
  const { title, evidence } = credential;
  const remove = useCommand('evidence.remove', { done: () => t('evidence.removed', { title }) });
  return (
    <div className={classes.tab}>
      <Attach credential={credential} />
      {evidence.length === 0 ? (
        <p className={classes.quiet}>{t('evidence.none')}</p>
      ) : (
        <ul className={classes.files} aria-label={t('evidence.list', { title })}>
          {evidence.map((file) => (
            <FileLine key={file.id} file={file} onRemove={() => remove.mutate({ id: file.id })} />
          ))}
        </ul>
      )}
      <Proofs credential={credential} />
    </div>
  );
}

function Attach({ credential: { id, title } }: EvidenceTabProps) {
  const [over, setOver] = useState(false);
  const attach = useCommand('evidence.attach', {
    done: ({ evidence }) => t('evidence.attached', { title, count: evidence.length }),
  });
  const take = async (chosen: readonly File[]) => {
    const files = await readFiles(chosen);
    if (files.length > 0) attach.mutate({ id, files });
  };
  return (
    // The button is the keyboard's way; the area itself is for dropping.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={t('evidence.drop')}
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        // Dropped anywhere else, a file is imported.
        event.stopPropagation();
        setOver(false);
        void take([...event.dataTransfer.files]);
      }}
    >
      <span>{t('evidence.hint')}</span>
      <FileButton multiple onChange={(files) => void take(files)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={attach.isPending}
            leftSection={<IconPlus size={16} stroke={1.75} />}
          >
            {t('evidence.attach')}
          </Button>
        )}
      </FileButton>
    </div>
  );
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** Proofs of what was done to keep it, kept with the activities themselves. */
function Proofs({ credential: { id } }: EvidenceTabProps) {
  const headingId = useId();
  const format = useFormat();
  const { data } = useProcedure('activities.list', { credentialId: id });
  const remove = useCommand('activities.removeProof', {
    done: ({ title }) => t('evidence.removed', { title }),
  });
  const proven = (data?.items ?? []).filter(({ proofs }) => proofs.length > 0);
  if (proven.length === 0) return null;
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className={classes.heading}>
        {t('evidence.proofs')}
      </h3>
      {proven.map(({ id: activityId, title, on, proofs }) => (
        <div key={activityId} className={classes.proofOf}>
          <div className={classes.quiet}>
            {t('evidence.proofOf', { title, date: format.day(on) })}
          </div>
          <ul className={classes.files}>
            {proofs.map((file) => (
              <FileLine
                key={file.id}
                file={file}
                onRemove={() => remove.mutate({ id: activityId, proofId: file.id })}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
