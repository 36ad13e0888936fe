import type { Id } from '#shared/domain/credential.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { SubscriptionView } from '#shared/procedures/money.ts';
import { createStore } from '../../ui/store.ts';

export type ShownCost = ProcedureOutput<'costs.list'>['items'][number];

type Open =
  | Readonly<{ kind: 'subscription'; subscription: SubscriptionView | null }>
  /** A new payment, for one credential where it is given, or one that is changed. */
  | Readonly<{ kind: 'cost'; cost: ShownCost | null; credentialId: Id | null }>;

/** Which dialog about money is open, from whatever screen. */
export const planDialog = createStore<Open | null>(null);

let opener: Element | null = null;

function open(dialog: Open): void {
  opener = document.activeElement;
  planDialog.set(dialog);
}

export const openSubscription = (subscription: SubscriptionView | null = null): void =>
  open({ kind: 'subscription', subscription });

export const openCost = (cost: ShownCost | null, credentialId: Id | null = null): void =>
  open({ kind: 'cost', cost, credentialId });

/** Closes the dialog and gives the focus back to where it was opened from. */
export function closePlanDialog(): void {
  planDialog.set(null);
  // The dialog's focus trap lets go when it is taken out of the page, after this task.
  setTimeout(() => {
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  });
}
