import { SegmentedControl, Textarea } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import { addMonthsToDay, plainDateSchema } from '#shared/domain/plainDate.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { DateText } from '../../ui/DateText.tsx';
import { CredentialsSelect } from './CredentialSelect.tsx';
import { Desk } from './Desk.tsx';
import { createKept } from './kept.ts';
import { LINES_MAX, linesOf } from './lines.ts';
import { LanguageSelect } from './Options.tsx';
import { OutputNotes } from './OutputNotes.tsx';
import { Panes } from './Panes.tsx';
import { PlaceField } from './PlaceField.tsx';
import classes from './Post.module.css';
import { SafeHtml } from './SafeHtml.tsx';
import screen from './Screen.module.css';
import { recipeInput, SendCopy, SendFile } from './SendOut.tsx';
import sheet from './Sheet.module.css';
import { useSending } from './useSending.ts';
import { useSettledInput } from './useSettledInput.ts';

const USUAL_MONTHS = 12;
const formats = ['html', 'md', 'txt'] as const;

const raiseChoices = createKept(
  'laurel-raise',
  z.strictObject({
    /** Null: a year ago. */
    since: plainDateSchema.nullable(),
    results: z.string(),
    market: z.string(),
    ask: z.string(),
    ids: z.array(idSchema),
    locale: z.string(),
    format: z.enum(formats),
  }),
  { since: null, results: '', market: '', ask: '', ids: [], locale: 'en', format: 'html' },
);

type RaiseOutputProps = Readonly<{ picker: ReactNode }>;

/** The case for a raise on one page: what was earned, what it took, and what it brought. */
export function RaiseOutput({ picker }: RaiseOutputProps) {
  const { asOf } = useAsOf();
  const formatId = useId();
  const choices = raiseChoices.use();
  const { results, market, ask, ids, locale, format } = choices;
  const since = choices.since ?? addMonthsToDay(asOf, -USUAL_MONTHS);
  const change = (part: Partial<typeof choices>) =>
    raiseChoices.set({ ...raiseChoices.get(), ...part });
  const input = useSettledInput({
    since,
    ids: ids.length === 0 ? null : ids,
    format,
    results: linesOf(results).lines,
    market: linesOf(market).lines,
    ask,
    locale,
    asOf,
  });
  const { data, error } = useProcedure('sharing.raise', input, { keepPrevious: true });
  const sending = useSending('raise');
  const sent = data && {
    format: data.format,
    locale,
    text: data.text,
    facts: data.facts,
    recipe: { procedure: 'sharing.raise', input: recipeInput(input) } as const,
  };

  return (
    <Panes
      picker={picker}
      title={t('share.names.raise')}
      options={
        <div className={classes.fields}>
          <div className={screen.field}>
            <span id={formatId} className={screen.label}>
              {t('sharingSheets.format')}
            </span>
            <SegmentedControl
              fullWidth
              withItemsBorders={false}
              transitionDuration={0}
              aria-labelledby={formatId}
              value={format}
              data={formats.map((value) => ({ value, label: t(`sharingSheets.formats.${value}`) }))}
              onChange={(next) => change({ format: next })}
            />
          </div>
          <div className={classes.pair}>
            <DateText
              label={t('sharingSheets.raise.since')}
              wholeDay
              value={since}
              onChange={(day) => {
                if (day !== undefined)
                  change({ since: plainDateSchema.safeParse(day).data ?? null });
              }}
            />
            <LanguageSelect value={locale} onChange={(next) => change({ locale: next })} />
          </div>
          <LinesField
            label={t('sharingSheets.raise.results')}
            hint={t('sharingSheets.raise.resultsHint')}
            value={results}
            onChange={(text) => change({ results: text })}
          />
          <LinesField
            label={t('sharingSheets.raise.market')}
            hint={t('sharingSheets.raise.marketHint')}
            value={market}
            onChange={(text) => change({ market: text })}
          />
          <Textarea
            label={t('sharingSheets.raise.ask')}
            placeholder={t('sharingSheets.raise.askHint')}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            value={ask}
            onChange={(event) => change({ ask: event.currentTarget.value })}
          />
          <CredentialsSelect
            label={t('sharing.onlyThese')}
            placeholder={t('sharing.all')}
            value={ids}
            onChange={(next) => change({ ids: next })}
          />
        </div>
      }
      previewTitle={t('share.preview')}
      previewAside={t(`sharingSheets.formats.${format}`)}
      preview={
        error !== null ? (
          <p role="alert">{t('share.failed', { reason: error.message })}</p>
        ) : (
          <Desk>
            {data?.format === 'html' ? (
              <SafeHtml className={sheet.sheet} source={data.text} />
            ) : (
              <div className={sheet.sheet}>
                <pre className={sheet.source}>{data?.text}</pre>
              </div>
            )}
          </Desk>
        )
      }
      notes={data && <OutputNotes {...data} />}
      state={<PlaceField sending={sending} />}
      actions={
        data &&
        sent && (
          <>
            <SendFile
              sending={sending}
              sent={sent}
              file={`${t('sharingSheets.raise.file')}.${data.format}`}
              mime={data.mime}
              text={data.text}
            />
            <SendCopy sending={sending} sent={sent} plain={data.copy.plain} html={data.copy.html} />
          </>
        )
      }
    />
  );
}

type LinesFieldProps = Readonly<{
  label: string;
  hint: string;
  value: string;
  onChange: (text: string) => void;
}>;

/** Points to make, one to a line. */
function LinesField({ label, hint, value, onChange }: LinesFieldProps) {
  return (
    <Textarea
      label={label}
      placeholder={hint}
      autosize
      minRows={2}
      maxRows={8}
      value={value}
      error={linesOf(value).tooMany ? t('sharingSheets.tooManyLines', { most: LINES_MAX }) : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
