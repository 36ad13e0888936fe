import { useEffect } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { useProcedure } from '../../query.ts';
import { changeDraft, changeOptions, resumeDraft } from './resumeDraft.ts';

/** Lets go of stacks and of a template that this portfolio does not have, or has no more. */
export function useKnownOnly(): void {
  const { asOf } = useAsOf();
  const { template, options } = resumeDraft.use();
  const { stack } = options;
  const { data: stacks, isFetching: asksStacks } = useProcedure('stacks.list', { asOf });
  const { data: templates, isFetching: asksTemplates } = useProcedure('templates.list', {});
  useEffect(() => {
    // A list that is being asked for again may lack what was just made.
    if (stacks === undefined || asksStacks) return;
    const known = stack.filter((id) => stacks.items.some((each) => each.id === id));
    if (known.length < stack.length) changeOptions({ stack: known });
  }, [stack, stacks, asksStacks]);
  useEffect(() => {
    if (template === null || templates === undefined || asksTemplates) return;
    if (!templates.some(({ id }) => id === template)) changeDraft({ template: null });
  }, [template, templates, asksTemplates]);
}
