import { Button, VisuallyHidden, type ButtonProps } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { copyText } from '../../copy.ts';
import { t } from '../../i18n/all.ts';
import { showFailed } from '../../ui/toast.tsx';

const SAY_COPIED_MS = 2500;

type CopyButtonProps = Readonly<{
  label: string;
  /** For assistive technology, where several on a screen have the same label. */
  name?: string;
  plain: string;
  /** The same as rich text, for programs that take it. */
  html?: string | null;
  /** Told when the clipboard has taken it. */
  onCopied?: () => void;
}> &
  Pick<ButtonProps, 'variant' | 'size' | 'disabled'>;

/** Puts a text on the clipboard and says so in its own place. */
export function CopyButton({
  label,
  name,
  plain,
  html = null,
  onCopied,
  ...button
}: CopyButtonProps) {
  const [last, setLast] = useState<string | null>(null);
  useEffect(() => {
    if (last === null) return;
    const timer = setTimeout(() => setLast(null), SAY_COPIED_MS);
    return () => clearTimeout(timer);
  }, [last]);
  const copy = () => {
    const done = copyOrTell(plain, html);
    setLast(done ? plain : null);
    if (done) onCopied?.();
  };
  // Another text in its place is not what was copied.
  const copied = last === plain;
  return (
    <>
      <Button
        {...button}
        aria-label={copied || name === undefined ? undefined : name}
        leftSection={
          copied ? <IconCheck size={16} stroke={1.75} /> : <IconCopy size={16} stroke={1.75} />
        }
        onClick={copy}
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
