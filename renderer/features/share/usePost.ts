import { useDebouncedValue } from '@mantine/hooks';
import type { Id } from '#shared/domain/credential.ts';
import { isTrueOccasion } from '#shared/domain/post.ts';
import { postOccasions } from '#shared/domain/postWords.ts';
import { useAsOf } from '../../asOf.tsx';
import { useProcedure } from '../../query.ts';
import { shownText } from './editedText.ts';
import { draftOf, postInput, type Progress } from './postDraft.ts';
import { posts } from './posts.ts';
import { useSettledInput } from './useSettledInput.ts';

const ASK_AFTER_MS = 250;

/** The post about one credential: as composed from the options, as edited, and what to know of it. */
export function usePost(id: Id) {
  const { asOf } = useAsOf();
  const all = posts.use();
  const draft = draftOf(all, id);
  const { data: credential, error: missing } = useProcedure('credentials.get', { id, asOf });
  const progress = useProgress(id);
  const input = useSettledInput(postInput(id, all, draft, progress, asOf));
  const { data: post, error } = useProcedure('sharing.post', input, { keepPrevious: true });
  const shown = shownText(post?.text ?? '', draft.edit);
  const [measuring] = useDebouncedValue(shown.text, ASK_AFTER_MS);
  const { data: measured } = useProcedure(
    'sharing.measurePost',
    { text: measuring, asOf },
    { enabled: shown.edited, keepPrevious: true },
  );
  return {
    draft,
    input,
    post,
    shown,
    credential,
    progress,
    error: missing ?? error,
    notes: shown.edited ? measured : post,
    occasions: postOccasions.filter(
      (occasion) => credential !== undefined && isTrueOccasion(occasion, credential.status),
    ),
  };
}

/** How far the program is that the credential counts in; null where it counts in none. */
function useProgress(credentialId: Id): Progress | null {
  const { asOf } = useAsOf();
  const { data: places } = useProcedure('stacks.ofCredential', { credentialId, asOf });
  const stackId = places?.find(({ counts }) => counts)?.stackId;
  const { data: stacks } = useProcedure(
    'stacks.list',
    { asOf },
    { enabled: stackId !== undefined },
  );
  const stack = stacks?.items.find(({ id }) => id === stackId);
  return stack === undefined || stack.of === 0
    ? null
    : { title: stack.title, done: stack.done, of: stack.of };
}
