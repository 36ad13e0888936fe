import { ActionIcon, Button, FileButton } from '@mantine/core';
import { IconPaperclip, IconPlus, IconX } from '@tabler/icons-react';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/index.ts';
import { showFailed } from '../../ui/toast.tsx';
import classes from './LogDialog.module.css';
import type { ProofFile } from './logDraft.ts';

const LARGEST_BYTES = 100 * 1024 * 1024;

type ProofFilesProps = Readonly<{
  files: readonly ProofFile[];
  /** Those that are stored with the activity already. */
  stored: readonly Readonly<{ id: string; name: string; bytes: number }>[];
  onChange: (files: readonly ProofFile[]) => void;
}>;

/** The proofs of an activity: those that it has, those that are added, and adding more. */
export function ProofFiles({ files, stored, onChange }: ProofFilesProps) {
  const format = useFormat();
  const size = (bytes: number) =>
    bytes < 1_000_000
      ? `${format.number(Math.max(1, Math.round(bytes / 1000)))} kB`
      : `${format.number(Math.round(bytes / 100_000) / 10)} MB`;
  const add = async (chosen: readonly File[]) => {
    const read: ProofFile[] = [];
    for (const file of chosen) {
      if (file.size > LARGEST_BYTES) {
        showFailed(t('renewals.log.proofTooLarge', { name: file.name }));
      } else {
        read.push({
          name: file.name,
          mime: file.type === '' ? 'application/octet-stream' : file.type,
          bytes: new Uint8Array(await file.arrayBuffer()),
        });
      }
    }
    onChange([...files, ...read]);
  };
  return (
    <div className={classes.proofs}>
      {stored.map(({ id, name, bytes }) => (
        <span key={id} className={classes.proof}>
          <IconPaperclip size={14} stroke={1.75} aria-hidden />
          {name} {size(bytes)}
        </span>
      ))}
      {files.map((file, place) => (
        <span key={`${place} ${file.name}`} className={classes.proof}>
          <IconPaperclip size={14} stroke={1.75} aria-hidden />
          {file.name} {size(file.bytes.length)}
          <ActionIcon
            size={24}
            aria-label={t('renewals.log.removeProof', { name: file.name })}
            onClick={() => onChange(files.filter((other) => other !== file))}
          >
            <IconX size={12} stroke={1.75} />
          </ActionIcon>
        </span>
      ))}
      <FileButton multiple onChange={(chosen) => void add(chosen)}>
        {(props) => (
          <Button
            {...props}
            variant="subtle"
            color="gray"
            leftSection={<IconPlus size={16} stroke={1.75} />}
          >
            {t('renewals.log.addProof')}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
