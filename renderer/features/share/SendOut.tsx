import { Button, type ButtonProps } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { t } from '../../i18n/all.ts';
import { saveFile } from '../../save.ts';
import { CopyButton } from './CopyButton.tsx';
import type { Sending, Sent } from './useSending.ts';

type SendProps = Readonly<{ sending: Sending; sent: Sent; label?: string }> &
  Pick<ButtonProps, 'variant' | 'disabled'>;

type SendCopyProps = SendProps & Readonly<{ plain: string; html?: string | null }>;

/** Puts an output on the clipboard and marks it as sent out. */
export function SendCopy({ sending, sent, label, plain, html = null, ...button }: SendCopyProps) {
  return (
    <CopyButton
      size="sm"
      {...button}
      label={label ?? t('share.copyAs')}
      plain={plain}
      html={html}
      onCopied={() => sending.record(sent, 'copied')}
    />
  );
}

type SendFileProps = SendProps &
  Readonly<{ file: string; mime: string; text: string | Uint8Array<ArrayBuffer> }>;

/** Offers an output as a file and marks it as sent out. */
export function SendFile({ sending, sent, label, file, mime, text, ...button }: SendFileProps) {
  return (
    <Button
      size="sm"
      variant="default"
      {...button}
      leftSection={<IconDeviceFloppy size={16} stroke={1.75} />}
      onClick={() => {
        saveFile(file, mime, text);
        sending.record(sent, 'saved', file);
      }}
    >
      {label ?? t('share.saveAs')}
    </Button>
  );
}

/** A call without its day: the ledger makes the text again for the day of asking. */
export function recipeInput<T extends Readonly<{ asOf: unknown }>>(input: T): Omit<T, 'asOf'> {
  const { asOf: _, ...rest } = input;
  return rest;
}
