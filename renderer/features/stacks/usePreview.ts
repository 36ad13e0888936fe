import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { NodeView } from '#shared/domain/stackView.ts';
import { useAsOf } from '../../asOf.tsx';
import { call } from '../../client.ts';
import type { Draft } from './BuilderDialog.tsx';
import { hasEmptyGroup } from './draftTree.ts';

const PREVIEW_AFTER_MS = 250;

type Preview = Readonly<{
  /** Null while nothing can be said. */
  progress: number | null;
  /** What the engine refuses, such as parts that wait for each other. */
  problem: string | null;
  /** Title of each leaf by its path: a leaf by id is named by its credential. */
  names: ReadonlyMap<string, string>;
}>;

/** What the stack that is being built would report; nothing is written. */
export function usePreview(draft: Draft): Preview {
  const { asOf } = useAsOf();
  const [settled] = useDebouncedValue(draft, PREVIEW_AFTER_MS);
  const { data, error } = useQuery({
    queryKey: ['stacks.preview', settled, asOf],
    queryFn: () =>
      call('stacks.preview', { file: { ...settled, title: settled.title.trim() || '-' }, asOf }),
    enabled: !hasEmptyGroup(settled.root),
    retry: false,
    placeholderData: (before) => before,
  });
  return {
    progress: error === null && data !== undefined ? data.report.progress : null,
    problem: error === null ? null : error.message,
    names: data === undefined ? new Map() : new Map(namesOf(data.root)),
  };
}

function* namesOf(node: NodeView): Generator<[string, string]> {
  if (node.type === 'leaf') yield [node.path, node.title];
  else for (const child of node.children) yield* namesOf(child);
}
