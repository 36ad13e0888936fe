import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { OutputNotes } from './OutputNotes.tsx';
import { Desk } from './Desk.tsx';
import { SafeHtml } from './SafeHtml.tsx';
import { recipeInput, SendCopy, SendFile } from './SendOut.tsx';
import sheet from './Sheet.module.css';
import { storyChoices } from './storyView.ts';
import type { Sending } from './useSending.ts';

function useRehearsal(format: 'html' | 'md') {
  const { asOf } = useAsOf();
  const { locale, wordsPerMinute } = storyChoices.use();
  const input = { format, locale, wordsPerMinute, asOf } as const;
  const query = useProcedure('sharing.rehearsal', input, { keepPrevious: true });
  return { ...query, input };
}

/** All stories as the sheet that is printed: each on a page of its own. */
export function RehearsalView() {
  const { data, error } = useRehearsal('html');
  if (error !== null) return <p role="alert">{t('share.failed', { reason: error.message })}</p>;
  return (
    <Desk label={t('sharingStories.views.rehearsal')}>
      <SafeHtml className={sheet.sheet} source={data?.text ?? ''} />
    </Desk>
  );
}

export function RehearsalNotes() {
  const { data } = useRehearsal('html');
  return data === undefined ? null : (
    <OutputNotes warnings={[...new Set(data.warnings)]} findings={data.findings} />
  );
}

type RehearsalActionsProps = Readonly<{ sending: Sending }>;

export function RehearsalActions({ sending }: RehearsalActionsProps) {
  const page = useRehearsal('html');
  const markdown = useRehearsal('md');
  const { data: stories } = useProcedure('stories.list', {
    asOf: page.input.asOf,
    wordsPerMinute: page.input.wordsPerMinute,
  });
  const empty = stories?.items.length === 0;
  if (page.data === undefined || markdown.data === undefined) return null;
  const sentAs = ({ data, input }: typeof page) => ({
    format: input.format,
    locale: input.locale,
    text: data?.text ?? null,
    facts: data?.facts ?? [],
    recipe: { procedure: 'sharing.rehearsal', input: recipeInput(input) } as const,
  });
  return (
    <>
      <SendFile
        label={t('sharingStories.saveSheet')}
        sending={sending}
        sent={sentAs(page)}
        file={`${t('sharingStories.file')}.html`}
        mime={page.data.mime}
        text={page.data.text}
        disabled={empty}
      />
      <SendCopy
        label={t('sharingStories.copy')}
        sending={sending}
        sent={sentAs(markdown)}
        plain={markdown.data.copy.plain}
        disabled={empty}
      />
    </>
  );
}
