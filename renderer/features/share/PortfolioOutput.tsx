import { MultiSelect, Select, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { sizeWords } from '../evidence/files.ts';
import { CredentialsSelect } from './CredentialSelect.tsx';
import { Desk } from './Desk.tsx';
import { DetailFields } from './DetailFields.tsx';
import { LanguageSelect, OptionGroup, OptionSwitch } from './Options.tsx';
import { OutputNotes } from './OutputNotes.tsx';
import { Panes } from './Panes.tsx';
import { PlaceField } from './PlaceField.tsx';
import page from './Portfolio.module.css';
import { evidenceModes, portfolioChoices } from './portfolioChoices.ts';
import classes from './Post.module.css';
import { SafeHtml } from './SafeHtml.tsx';
import { recipeInput, SendFile } from './SendOut.tsx';
import { useSending } from './useSending.ts';
import { useSettledInput } from './useSettledInput.ts';

const switches = ['inProgress', 'expired', 'numbers', 'skills', 'contact'] as const;

type PortfolioOutputProps = Readonly<{ picker: ReactNode }>;

/** The portfolio as one page to send or to put online (features.md I8). */
export function PortfolioOutput({ picker }: PortfolioOutputProps) {
  const { asOf } = useAsOf();
  const format = useFormat();
  const choices = portfolioChoices.use();
  const change = (part: Partial<typeof choices>) =>
    portfolioChoices.set({ ...portfolioChoices.get(), ...part });
  const input = useSettledInput({
    ...choices,
    ids: choices.ids.length === 0 ? null : choices.ids,
    asOf,
  });
  const { data, error } = useProcedure('sharing.portfolio', input, { keepPrevious: true });
  const { data: facets } = useProcedure('credentials.facets', {});
  const sending = useSending('portfolio');
  const tags = facets?.tags.map(({ name }) => name) ?? [];

  return (
    <Panes
      picker={picker}
      title={t('share.names.portfolio')}
      options={
        <>
          <div className={classes.fields}>
            <Textarea
              label={t('sharingSheets.portfolio.intro')}
              autosize
              minRows={2}
              maxRows={8}
              maxLength={5000}
              value={choices.intro}
              onChange={(event) => change({ intro: event.currentTarget.value })}
            />
            <LanguageSelect value={choices.locale} onChange={(locale) => change({ locale })} />
            <Select
              label={t('sharingSheets.portfolio.evidence')}
              allowDeselect={false}
              value={choices.evidence}
              data={evidenceModes.map((value) => ({
                value,
                label: t(`sharingSheets.portfolio.evidences.${value}`),
              }))}
              onChange={(value) => {
                const evidence = evidenceModes.find((each) => each === value);
                if (evidence !== undefined) change({ evidence });
              }}
            />
          </div>
          <OptionGroup title={t('sharingSheets.portfolio.shows')}>
            {switches.map((name) => (
              <OptionSwitch
                key={name}
                label={t(`sharingSheets.portfolio.switches.${name}`)}
                checked={choices[name]}
                onChange={(checked) => change({ [name]: checked })}
              />
            ))}
          </OptionGroup>
          <OptionGroup title={t('sharingSheets.which')}>
            {tags.length > 0 && (
              <MultiSelect
                label={t('share.resume.tags')}
                placeholder={choices.tag.length === 0 ? t('share.resume.allTags') : ''}
                searchable
                data={tags}
                value={choices.tag}
                onChange={(tag) => change({ tag })}
              />
            )}
            <CredentialsSelect
              label={t('sharing.onlyThese')}
              placeholder={t('sharing.all')}
              value={choices.ids}
              onChange={(ids) => change({ ids })}
            />
          </OptionGroup>
          <OptionGroup title={t('sharingSheets.portfolio.who')}>
            <DetailFields
              names={['name', 'role', 'organization', 'location', 'email', 'phone', 'website']}
            />
          </OptionGroup>
        </>
      }
      previewTitle={t('share.preview')}
      previewAside={
        data &&
        t('sharingSheets.portfolio.size', {
          count: data.credentials,
          size: sizeWords(data.bytes, format),
        })
      }
      preview={
        error !== null ? (
          <p role="alert">{t('share.failed', { reason: error.message })}</p>
        ) : (
          <Desk>
            <SafeHtml className={page.page} source={data?.text ?? ''} classes={page} />
          </Desk>
        )
      }
      notes={data && <OutputNotes {...data} />}
      state={<PlaceField sending={sending} />}
      actions={
        data && (
          <SendFile
            variant="filled"
            label={t('sharingSheets.portfolio.save')}
            sending={sending}
            sent={{
              format: 'html',
              locale: choices.locale,
              text: data.text,
              facts: data.facts,
              recipe: { procedure: 'sharing.portfolio', input: recipeInput(input) },
            }}
            file={`${t('sharingSheets.portfolio.file')}.html`}
            mime={data.mime}
            text={data.text}
            disabled={data.credentials === 0}
          />
        )
      }
    />
  );
}
