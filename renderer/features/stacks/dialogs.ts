import { stackFileSchema, type StackNode } from '#shared/domain/stackTree.ts';
import type { Id } from '#shared/domain/credential.ts';
import type { OfferLine } from '#shared/domain/creditOffer.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { call } from '../../client.ts';
import { t } from '../../i18n/all.ts';
import { announce, queryClient } from '../../query.ts';
import { createStore } from '../../ui/store.ts';
import { showFailed } from '../../ui/toast.tsx';
import { z } from 'zod';

type Open =
  | Readonly<{ kind: 'catalogue' }>
  /** `id` null: a new stack, with parts where they are given. */
  | Readonly<{ kind: 'builder'; id: Id | null; parts: readonly StackNode[] }>
  | Readonly<{ kind: 'offer'; offer: OfferLine | null; stackId: Id | null }>
  | Readonly<{ kind: 'accept' | 'admit'; offer: OfferLine }>
  | Readonly<{ kind: 'file' }>;

/** Which dialog of the stacks is open. */
export const stackDialog = createStore<Open | null>(null);

let opener: Element | null = null;

function open(dialog: Open): void {
  opener = document.activeElement;
  stackDialog.set(dialog);
}

export const openCatalogue = (): void => open({ kind: 'catalogue' });

/** Opens the builder on a stack, or on a new one. */
export const openBuilder = (id: Id | null, parts: readonly StackNode[] = []): void =>
  open({ kind: 'builder', id, parts });

export const openOffer = (offer: OfferLine | null, stackId: Id | null): void =>
  open({ kind: 'offer', offer, stackId });

/** Asks for the day of an admission, or for what an institution accepted. */
export const openDecision = (kind: 'accept' | 'admit', offer: OfferLine): void =>
  open({ kind, offer });

/** Asks for a stack file to add. */
export const pickStackFile = (): void => open({ kind: 'file' });

/** Closes the dialog and gives the focus back to where it was opened from. */
export function closeStackDialog(): void {
  stackDialog.set(null);
  // The dialog's focus trap lets go when it is taken out of the page, after this task.
  setTimeout(() => {
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  });
}

/**
 * Adds a stack from the text of a stack file (cli.md) and says so, or says what is wrong in it.
 * @returns the id of the stack that was added, or null
 */
export async function addStackFile(
  name: string,
  text: string,
  asOf: PlainDate,
): Promise<Id | null> {
  try {
    const file = stackFileSchema.safeParse(JSON.parse(text));
    if (!file.success) {
      showFailed(t('stacks.fileFailed', { name, reason: z.prettifyError(file.error) }));
      return null;
    }
    const added = await call('stacks.create', { file: file.data, asOf });
    void queryClient.invalidateQueries();
    await announce(t('stacks.fileAdded', { title: added.title }), true);
    return added.id;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    showFailed(t('stacks.fileFailed', { name, reason }));
    return null;
  }
}
