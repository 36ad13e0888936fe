import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useId } from 'react';
import type { Credential } from '#shared/domain/credential.ts';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { InPlace, pressStarts } from './InPlace.tsx';
import classes from './Pane.module.css';
import { PaneMenu } from './PaneMenu.tsx';
import { TextEditor } from './TextEditor.tsx';

type PaneHeaderProps = Readonly<{ credential: Credential; onClose: () => void }>;

export function PaneHeader({ credential, onClose }: PaneHeaderProps) {
  const format = useFormat();
  const labelId = useId();
  const { title, abbreviation, issuer, status } = credential;
  const by = [abbreviation, issuer?.name].filter((part) => part != null).join(', ');
  return (
    <header className={classes.header}>
      <div className={classes.titleLine}>
        <InPlace
          editor={(close) => (
            <TextEditor
              credential={credential}
              field="title"
              labelId={labelId}
              onClose={close}
              multiline
            />
          )}
          display={(edit, ref) => (
            <h2 className={classes.title}>
              <button
                ref={ref}
                type="button"
                className={classes.titleButton}
                {...pressStarts(edit)}
              >
                {title}
              </button>
            </h2>
          )}
        />
        <span id={labelId} hidden>
          {t('common.fields.title')}
        </span>
        <div className={classes.buttons}>
          <PaneMenu credential={credential} onGone={onClose} />
          <ActionIcon aria-label={t('common.close')} onClick={onClose}>
            <IconX size={16} stroke={1.75} />
          </ActionIcon>
        </div>
      </div>
      {by !== '' && <p className={classes.by}>{by}</p>}
      <div className={classes.status}>
        <StatusMark status={status} withWord />
        <span className={classes.left}>{leftWords(credential, format)}</span>
      </div>
    </header>
  );
}

/** What is left until the end, or until the start, in words. */
function leftWords(credential: Credential, format: Format): string {
  const { status, daysLeft, progress, issued, neverExpires } = credential;
  if (status === 'in-progress') {
    return progress === null ? '' : t('credentials.left.progress', { count: progress });
  }
  if (status === 'scheduled') return t('credentials.left.starts', { day: format.date(issued) });
  if (daysLeft === null)
    return status === 'active' && neverExpires ? t('credentials.left.noExpiry') : '';
  if (daysLeft === 0) return t('credentials.left.lastDay');
  return daysLeft > 0
    ? t('credentials.left.days', { count: daysLeft })
    : t('credentials.left.ended', { count: -daysLeft });
}
