import { ActionIcon, Tooltip } from '@mantine/core';
import { IconExternalLink, IconPencil } from '@tabler/icons-react';
import { useId } from 'react';
import { webUrlSchema, type Credential } from '#shared/domain/credential.ts';
import { t } from '../../i18n/all.ts';
import { CopyButton } from './CopyButton.tsx';
import classes from './Field.module.css';
import { fieldLabel } from './fieldWords.ts';
import { InPlace } from './InPlace.tsx';
import { TextEditor } from './TextEditor.tsx';
import { Labelled, ValueButton } from './TextRow.tsx';

/** The verification address: its words open it, the buttons beside it copy and edit. */
export function UrlRow({ credential }: Readonly<{ credential: Credential }>) {
  const labelId = useId();
  const url = credential.url ?? '';
  const label = fieldLabel('url');
  const edit = t('credentials.fields.edit', { field: label.toLocaleLowerCase() });
  return (
    <Labelled field="url" labelId={labelId}>
      <InPlace
        editor={(close) => (
          <TextEditor
            credential={credential}
            field="url"
            labelId={labelId}
            onClose={close}
            placeholder="https://"
          />
        )}
        display={(begin, ref) =>
          webUrlSchema.safeParse(url).success ? (
            <>
              <a
                className={classes.link}
                href={url}
                target="_blank"
                rel="noreferrer"
                title={t('credentials.fields.visit', { host: new URL(url).host })}
              >
                <span className={classes.address}>{shortAddress(url)}</span>
                <IconExternalLink size={14} stroke={1.75} aria-hidden />
              </a>
              <span className={classes.tools}>
                <CopyButton text={url} field={label} />
                <Tooltip label={edit}>
                  <ActionIcon ref={ref} size={24} aria-label={edit} onClick={begin}>
                    <IconPencil size={14} stroke={1.75} />
                  </ActionIcon>
                </Tooltip>
              </span>
            </>
          ) : (
            <ValueButton ref={ref} labelId={labelId} onClick={begin}>
              {url}
            </ValueButton>
          )
        }
      />
    </Labelled>
  );
}

const shortAddress = (url: string): string =>
  url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
