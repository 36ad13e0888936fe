import { useDebouncedValue } from '@mantine/hooks';
import type { TemplateProblem, TemplateTarget } from '#shared/domain/template.ts';
import { useAsOf } from '../../asOf.tsx';
import { useProcedure } from '../../query.ts';
import { resumeDraft } from './resumeDraft.ts';

const ASK_AFTER_MS = 150;

/** What a source makes of the lines that are chosen; the last that it made while it is wrong. */
export function useTemplatePreview(
  target: TemplateTarget,
  body: string,
): Readonly<{ text: string; problem: TemplateProblem | null }> {
  const { asOf } = useAsOf();
  const { options } = resumeDraft.use();
  const [asked] = useDebouncedValue(body, ASK_AFTER_MS);
  const { data } = useProcedure(
    'templates.preview',
    { target, body: asked, options, asOf },
    { keepPrevious: true },
  );
  return { text: data?.text ?? '', problem: data?.problem ?? null };
}
