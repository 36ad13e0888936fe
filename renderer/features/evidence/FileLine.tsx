import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDownload, IconFile, IconFileTypePdf, IconPhoto, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import classes from './Files.module.css';
import { isPicture, saveStored, sizeWords, type StoredFile } from './files.ts';
import { Picture } from './Picture.tsx';

const ICON = { size: 16, stroke: 1.75 } as const;

type FileLineProps = Readonly<{ file: StoredFile; onRemove: () => void }>;

/** A kept file: a picture is shown on a click, anything else is saved; either can be removed. */
export function FileLine({ file, onRemove }: FileLineProps) {
  const format = useFormat();
  const [shown, setShown] = useState(false);
  const { name, mime, bytes } = file;
  const picture = isPicture(file);
  const Icon = picture ? IconPhoto : mime === 'application/pdf' ? IconFileTypePdf : IconFile;
  return (
    <li className={classes.file}>
      <Icon {...ICON} aria-hidden />
      <button
        type="button"
        className={classes.name}
        title={t(picture ? 'evidence.show' : 'evidence.save', { name })}
        onClick={() => (picture ? setShown(true) : void saveStored(file))}
      >
        {name}
      </button>
      <span className={classes.size}>{sizeWords(bytes, format)}</span>
      <Action label={t('evidence.save', { name })} onClick={() => void saveStored(file)}>
        <IconDownload {...ICON} />
      </Action>
      <Action label={t('evidence.remove', { name })} onClick={onRemove}>
        <IconTrash {...ICON} />
      </Action>
      {shown && <Picture file={file} onClose={() => setShown(false)} />}
    </li>
  );
}

type ActionProps = Readonly<{ label: string; onClick: () => void; children: React.ReactNode }>;

function Action({ label, onClick, children }: ActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={24} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
