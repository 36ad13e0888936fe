import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { copyText } from '../../copy.ts';
import { t } from '../../i18n/all.ts';
import { showDone, showFailed } from '../../ui/toast.tsx';

type CopyButtonProps = Readonly<{ text: string; field: string }>;

export function CopyButton({ text, field }: CopyButtonProps) {
  const label = t('credentials.fields.copy', { field: field.toLocaleLowerCase() });
  return (
    <Tooltip label={label}>
      <ActionIcon
        size={24}
        aria-label={label}
        onClick={() => {
          if (copyText(text)) showDone(t('credentials.fields.copied', { field }));
          else showFailed(t('credentials.copyFailed'));
        }}
      >
        <IconCopy size={14} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
