import { Select, TagsInput, Textarea } from '@mantine/core';
import { postOccasions, postTones, type PostOccasion } from '#shared/domain/postWords.ts';
import type { Id } from '#shared/domain/credential.ts';
import { t } from '../../i18n/all.ts';
import { CredentialSelect } from './CredentialSelect.tsx';
import { HashtagChips } from './HashtagChips.tsx';
import { LanguageSelect, OptionGroup, OptionSwitch } from './Options.tsx';
import classes from './Post.module.css';
import { type PostDraft, type Progress } from './postDraft.ts';
import { posts } from './posts.ts';

const LONGEST = 3000;

/** What can be announced: held, or begun. */
const announceable = ['active', 'expiring', 'in-progress'] as const;

type PostOptionsProps = Readonly<{
  id: Id;
  draft: PostDraft;
  onChange: (change: Partial<PostDraft>) => void;
  /** What the record gives, where nothing was chosen. */
  occasion: PostOccasion | undefined;
  occasions: readonly PostOccasion[];
  hashtags: readonly string[];
  progress: Progress | null;
  hasStory: boolean;
  hasLink: boolean;
}>;

export function PostOptions(props: PostOptionsProps) {
  const { id, draft, onChange, occasion, occasions, hashtags, progress } = props;
  const all = posts.use();
  return (
    <>
      <div className={classes.fields}>
        <CredentialSelect
          label={t('sharing.post.about')}
          status={announceable}
          value={id}
          onChange={(about) => posts.set({ ...posts.get(), about })}
        />
        <Select
          label={t('sharing.post.occasion')}
          allowDeselect={false}
          value={draft.occasion ?? occasion ?? null}
          data={occasions.map((value) => ({ value, label: t(`sharing.post.occasions.${value}`) }))}
          onChange={(value) => {
            const next = postOccasions.find((each) => each === value);
            if (next !== undefined) onChange({ occasion: next });
          }}
        />
        <div className={classes.pair}>
          <Select
            label={t('sharing.post.tone')}
            allowDeselect={false}
            value={all.tone}
            data={postTones.map((value) => ({ value, label: t(`sharing.post.tones.${value}`) }))}
            onChange={(value) => {
              const tone = postTones.find((each) => each === value);
              if (tone !== undefined) posts.set({ ...posts.get(), tone });
            }}
          />
          <LanguageSelect
            value={all.locale}
            onChange={(locale) => posts.set({ ...posts.get(), locale })}
          />
        </div>
        <Words
          label={t('sharing.post.learned')}
          value={draft.learned}
          onChange={(learned) => onChange({ learned })}
        />
        <Words
          label={t('sharing.post.use')}
          value={draft.use}
          onChange={(use) => onChange({ use })}
        />
        <TagsInput
          label={t('sharing.post.thanks')}
          placeholder={draft.thanks.length === 0 ? t('sharing.post.thanksHint') : ''}
          maxTags={20}
          acceptValueOnBlur
          value={draft.thanks}
          onChange={(thanks) => onChange({ thanks: thanks.map((name) => name.slice(0, 200)) })}
        />
      </div>
      <OptionGroup title={t('sharing.post.mention')}>
        <OptionSwitch
          label={t('sharing.post.story')}
          hint={props.hasStory ? undefined : t('sharing.post.noStory')}
          checked={props.hasStory && draft.story}
          disabled={!props.hasStory}
          onChange={(story) => onChange({ story })}
        />
        <OptionSwitch
          label={t('sharing.post.progress')}
          hint={
            progress === null
              ? t('sharing.post.noStack')
              : t('sharing.post.doneOf', { done: progress.done, of: progress.of })
          }
          checked={progress !== null && draft.progress}
          disabled={progress === null}
          onChange={(checked) => onChange({ progress: checked })}
        />
        <OptionSwitch
          label={t('sharing.post.link')}
          hint={props.hasLink ? undefined : t('sharing.post.noLink')}
          checked={props.hasLink && draft.link}
          disabled={!props.hasLink}
          onChange={(link) => onChange({ link })}
        />
        <OptionSwitch
          label={t('sharing.post.hashtags')}
          hint={hashtags.length > 0 ? String(hashtags.length) : undefined}
          checked={draft.withHashtags}
          onChange={(withHashtags) => onChange({ withHashtags })}
        />
      </OptionGroup>
      {draft.withHashtags && (
        <OptionGroup title={t('sharing.post.hashtags')}>
          <HashtagChips hashtags={hashtags} onChange={(next) => onChange({ hashtags: next })} />
        </OptionGroup>
      )}
    </>
  );
}

type WordsProps = Readonly<{ label: string; value: string; onChange: (value: string) => void }>;

function Words({ label, value, onChange }: WordsProps) {
  return (
    <Textarea
      label={label}
      autosize
      minRows={1}
      maxRows={6}
      maxLength={LONGEST}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
