import { Button, VisuallyHidden, type ButtonProps } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { copyText } from '../../copy.ts';
import { t } from '../../i18n/index.ts';
import { showFailed } from '../../ui/toast.tsx';

const SAY_COPIED_MS = 2500;

type CopyButtonProps = Readonly<{
  label: string;
  plain: string;
  /** The same as rich text, for programs that take it. */
  html?: string | null;
}> &
  Pick<ButtonProps, 'variant' | 'size' | 'disabled'>;

/** Puts a text on the clipboard and says so in its own place. */
export function CopyButton({ label, plain, html = null, ...button }: CopyButtonProps) {
  const [last, setLast] = useState<string | null>(null);
  useEffect(() => {
    if (last === null) return;
    const timer = setTimeout(() => setLast(null), SAY_COPIED_MS);
    return () => clearTimeout(timer);
  }, [last]);
  // Another text in its place is not what was copied.
  const copied = last === plain;
  return (
    <>
      <Button
        {...button}
        leftSection={
          copied ? <IconCheck size={16} stroke={1.75} /> : <IconCopy size={16} stroke={1.75} />
        }
        onClick={() => setLast(copyOrTell(plain, html) ? plain : null)}
      >
        {copied ? t('share.copied') : label}
      </Button>
      <VisuallyHidden role="status">{copied ? t('share.copied') : ''}</VisuallyHidden>
    </>
  );
}

/** Copies; when the clipboard does not take it, says so. */
export function copyOrTell(plain: string, html: string | null): boolean {
  const copied = html === null ? copyText(plain) : copyText(plain, html);
  if (!copied) showFailed(t('share.copyFailed'));
  return copied;
}
