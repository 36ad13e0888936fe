import { ActionIcon, Button, FileButton } from '@mantine/core';
import { IconPaperclip, IconPlus, IconX } from '@tabler/icons-react';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { readFiles, sizeWords } from '../evidence/files.ts';
import classes from './LogDialog.module.css';
import type { ProofFile } from './logDraft.ts';

type ProofFilesProps = Readonly<{
  files: readonly ProofFile[];
  /** Those that are stored with the activity already. */
  stored: readonly Readonly<{ id: string; name: string; bytes: number }>[];
  onChange: (files: readonly ProofFile[]) => void;
}>;

/** The proofs of an activity: those that it has, those that are added, and adding more. */
export function ProofFiles({ files, stored, onChange }: ProofFilesProps) {
  const format = useFormat();
  const add = async (chosen: readonly File[]) => onChange([...files, ...(await readFiles(chosen))]);
  return (
    <div className={classes.proofs}>
      {stored.map(({ id, name, bytes }) => (
        <span key={id} className={classes.proof}>
          <IconPaperclip size={14} stroke={1.75} aria-hidden />
          {name} {sizeWords(bytes, format)}
        </span>
      ))}
      {files.map((file, place) => (
        <span key={`${place} ${file.name}`} className={classes.proof}>
          <IconPaperclip size={14} stroke={1.75} aria-hidden />
          {file.name} {sizeWords(file.bytes.length, format)}
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
