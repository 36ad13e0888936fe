import { Button, Textarea } from '@mantine/core';
import { IconExternalLink, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import { linkedInLength, POST_LIMIT } from '#shared/domain/linkedinText.ts';
import { t } from '../../i18n/all.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { showDone } from '../../ui/toast.tsx';
import { openQuickAdd } from '../shell/overlays.ts';
import { CountBar } from './CountBar.tsx';
import { useCredential, useCredentialChoices } from './CredentialSelect.tsx';
import { edited } from './editedText.ts';
import { FoldPreview } from './FoldPreview.tsx';
import { OutputNotes } from './OutputNotes.tsx';
import { Panes } from './Panes.tsx';
import { PlaceField } from './PlaceField.tsx';
import classes from './Post.module.css';
import { withDraft, type PostDraft } from './postDraft.ts';
import { posts } from './posts.ts';
import { PostOptions } from './PostOptions.tsx';
import screen from './Screen.module.css';
import { recipeInput, SendCopy } from './SendOut.tsx';
import { usePost } from './usePost.ts';
import { useSending, type Sent } from './useSending.ts';

/** LinkedIn's own window for a new post. */
const COMPOSER = 'https://www.linkedin.com/feed/?shareActive=true';

type PostOutputProps = Readonly<{ picker: ReactNode }>;

/** A LinkedIn post about one credential, yours to edit. */
export function PostOutput({ picker }: PostOutputProps) {
  const { about } = posts.use();
  const latest = useLatest();
  const kept = useCredential(about);
  // What was written about may be in the trash, or gone, by now.
  const gone = kept.error !== null || (kept.data?.trashedAt ?? null) !== null;
  const id = about === null || gone ? latest?.[0]?.value : about;

  if (id === undefined)
    return (
      <Panes
        picker={picker}
        title={t('share.names.post')}
        options={null}
        previewTitle={t('sharing.post.text')}
        previewAside=""
        preview={
          <div className={screen.fill} aria-busy={latest === undefined}>
            {latest !== undefined && (
              <EmptyState
                title={t('sharing.post.none')}
                text={t('sharing.post.noneText')}
                action={
                  <Button size="sm" onClick={() => openQuickAdd()}>
                    {t('share.resume.add')}
                  </Button>
                }
              />
            )}
          </div>
        }
        actions={null}
      />
    );
  return <PostPanes key={id} picker={picker} id={id} />;
}

/** What was earned last comes first, then what is under way. */
function useLatest() {
  const held = useCredentialChoices('', ['active', 'expiring']);
  const begun = useCredentialChoices('', ['in-progress']);
  return held && begun && [...held, ...begun];
}

type PostPanesProps = Readonly<{ picker: ReactNode; id: Id }>;

function PostPanes({ picker, id }: PostPanesProps) {
  const { draft, input, post, shown, credential, error, notes, ...facts } = usePost(id);
  const sending = useSending('post');
  const change = (part: Partial<PostDraft>) => posts.set(withDraft(posts.get(), id, part));
  const composed = post?.text ?? '';
  const takeNew = () => {
    const { edit } = draft;
    change({ edit: null });
    showDone(t('sharing.post.tookNew'), () => change({ edit }));
  };
  const sent: Sent = {
    format: 'txt',
    locale: input.locale ?? 'en',
    text: shown.text,
    // What was edited out is no longer stated; the ledger looks for what still is.
    facts: shown.edited ? [] : (post?.facts ?? []),
    ids: shown.edited ? [id] : [],
    recipe: shown.edited ? null : { procedure: 'sharing.post', input: recipeInput(input) },
  };
  return (
    <Panes
      picker={picker}
      title={t('share.names.post')}
      options={
        <PostOptions
          id={id}
          draft={draft}
          onChange={change}
          occasion={post?.occasion}
          occasions={facts.occasions}
          hashtags={draft.hashtags ?? post?.hashtags ?? []}
          progress={facts.progress}
          hasStory={(credential?.story?.result ?? '').trim() !== ''}
          hasLink={credential?.url !== null && credential?.url !== undefined}
        />
      }
      previewTitle={t('sharing.post.text')}
      previewAside={t('sharing.post.yours')}
      preview={
        error !== null && post === undefined ? (
          <p role="alert">{t('share.failed', { reason: error.message })}</p>
        ) : (
          <div className={classes.desk}>
            {error !== null && (
              <p role="alert" className={classes.failed}>
                {t('share.failed', { reason: error.message })}
              </p>
            )}
            <Textarea
              className={classes.text ?? ''}
              aria-label={t('sharing.post.text')}
              autosize
              minRows={6}
              maxRows={13}
              value={shown.text}
              onChange={(event) =>
                change({ edit: edited(composed, draft.edit, event.currentTarget.value) })
              }
            />
            {shown.edited && (
              <div className={classes.outdated} role="status">
                <IconPencil size={14} stroke={1.75} aria-hidden />
                <span>{t(shown.outdated ? 'sharing.post.outdated' : 'sharing.post.edited')}</span>
                <Button variant="default" onClick={takeNew}>
                  {t(shown.outdated ? 'sharing.post.takeNew' : 'sharing.post.startOver')}
                </Button>
              </div>
            )}
            <CountBar
              count={linkedInLength(shown.text)}
              limit={POST_LIMIT}
              hint={t('sharing.post.folds')}
            />
            <FoldPreview text={shown.text} />
          </div>
        )
      }
      notes={notes && <OutputNotes warnings={notes.warnings} findings={notes.findings} />}
      state={<PlaceField sending={sending} />}
      actions={
        <>
          <Button
            component="a"
            size="sm"
            variant="default"
            href={COMPOSER}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconExternalLink size={16} stroke={1.75} />}
          >
            {t('sharing.post.open')}
          </Button>
          <SendCopy
            sending={sending}
            sent={sent}
            plain={shown.text}
            disabled={shown.text.trim() === ''}
          />
        </>
      }
    />
  );
}
