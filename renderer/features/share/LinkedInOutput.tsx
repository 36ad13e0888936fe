import { Button, Select } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CopyButton } from './CopyButton.tsx';
import { CopySheet } from './CopySheet.tsx';
import { Panes, Warnings } from './Panes.tsx';
import { PlaceField } from './PlaceField.tsx';
import classes from './Screen.module.css';
import { useSending } from './useSending.ts';

type Sheet = ProcedureOutput<'exports.linkedin'>[number];

/** What main hands to the system's browser, in characters (reliability.md, Electron). */
export const LINK_MAX_CHARACTERS = 2048;
const OPTIONS_MAX = 100;

type LinkedInOutputProps = Readonly<{ picker: ReactNode }>;

/** The Add-to-profile link, and the form's fields to copy over when LinkedIn ignores it. */
export function LinkedInOutput({ picker }: LinkedInOutputProps) {
  const { asOf } = useAsOf();
  const { data: sheets, error } = useProcedure(
    'exports.linkedin',
    { asOf },
    { keepPrevious: true },
  );
  const [chosen, setChosen] = useState<Id | null>(null);
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set());
  const sheet = sheets?.find(({ id }) => id === chosen) ?? sheets?.[0];

  const pick = (id: string | null) => {
    const next = sheets?.find((each) => each.id === id);
    if (next === undefined) return;
    setChosen(next.id);
    setCopied(new Set());
  };
  const sending = useSending('linkedin');
  /** The form holds every field once it was opened filled in, or once the last one was copied. */
  const record = ({ id, fields }: Sheet) => {
    const filled = fields.filter(({ value }) => value !== '');
    sending.record(
      {
        format: 'txt',
        text: filled.map(({ name, value }) => `${name}: ${value}`).join('\n'),
        facts: [],
        ids: [id],
        recipe: null,
      },
      'copied',
    );
  };
  const copy = (name: string) => {
    if (sheet === undefined) return;
    const now = new Set([...copied, name]);
    if (now.size === fillable && copied.size < fillable) record(sheet);
    setCopied(now);
  };
  const fillable = sheet?.fields.filter(({ value }) => value !== '').length ?? 0;

  return (
    <Panes
      picker={picker}
      title={t('share.names.linkedin')}
      options={
        <>
          <Select
            label={t('share.linkedin.credential')}
            searchable
            allowDeselect={false}
            limit={OPTIONS_MAX}
            disabled={sheet === undefined}
            value={sheet?.id ?? null}
            data={sheets?.map(({ id, title }) => ({ value: id, label: title })) ?? []}
            onChange={pick}
          />
          <p className={classes.how}>{t('share.linkedin.how')}</p>
        </>
      }
      previewTitle={t('share.linkedin.form')}
      previewAside={
        <span role="status">
          {copied.size === 0
            ? t('share.linkedin.formHint')
            : t('share.linkedin.progress', { done: copied.size, count: fillable })}
        </span>
      }
      preview={
        <SheetPreview
          sheet={sheet}
          loading={sheets === undefined}
          error={error}
          copied={copied}
          onCopied={copy}
        />
      }
      notes={sheet && <Warnings warnings={sheet.warnings} />}
      state={sheet && <PlaceField sending={sending} />}
      actions={sheet && <LinkActions sheet={sheet} onOpened={() => record(sheet)} />}
    />
  );
}

type SheetPreviewProps = Readonly<{
  sheet: Sheet | undefined;
  loading: boolean;
  error: Error | null;
  copied: ReadonlySet<string>;
  onCopied: (name: string) => void;
}>;

function SheetPreview({ sheet, loading, error, copied, onCopied }: SheetPreviewProps) {
  if (error !== null) return <p role="alert">{t('share.failed', { reason: error.message })}</p>;
  if (sheet !== undefined)
    return <CopySheet fields={sheet.fields} copied={copied} onCopied={onCopied} />;
  if (loading) return <div className={classes.fill} aria-busy />;
  return (
    <div className={classes.fill}>
      <EmptyState title={t('share.linkedin.none')} text={t('share.linkedin.noneText')} />
    </div>
  );
}

type LinkActionsProps = Readonly<{ sheet: Sheet; onOpened: () => void }>;

/** A link too long for the system is not offered; a warning says why. */
function LinkActions({ sheet, onOpened }: LinkActionsProps) {
  if (sheet.link.length > LINK_MAX_CHARACTERS) return null;
  return (
    <>
      <CopyButton
        key={sheet.id}
        size="sm"
        variant="default"
        label={t('share.linkedin.copyLink')}
        plain={sheet.link}
      />
      <Button
        component="a"
        size="sm"
        href={sheet.link}
        target="_blank"
        rel="noreferrer"
        onClick={onOpened}
        leftSection={<IconExternalLink size={16} stroke={1.75} />}
      >
        {t('share.linkedin.open')}
      </Button>
    </>
  );
}
