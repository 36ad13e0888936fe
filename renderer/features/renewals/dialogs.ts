import type { Id } from '#shared/domain/credential.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { RouteKind } from '#shared/domain/policyParts.ts';
import type { Activity } from '#shared/procedures/ledger.ts';
import { createStore } from '../../ui/store.ts';

type Renewing = Readonly<{
  kind: 'renew';
  id: Id;
  title: string;
  /** Null: the first route that the policy names. */
  method: RouteKind | null;
  /** Null: the day that the screens show. */
  on: PlainDate | null;
}>;
type Logging = Readonly<{ kind: 'log'; credentialId: Id | null; activity: Activity | null }>;

/** Which of the two dialogs is open, from whatever screen. */
export const renewalDialog = createStore<Logging | Renewing | null>(null);

let opener: Element | null = null;

function open(dialog: Logging | Renewing): void {
  opener = document.activeElement;
  renewalDialog.set(dialog);
}

/** Opens the log dialog; a credential given is ticked, an activity given is changed. */
export const openLog = (credentialId: Id | null = null, activity: Activity | null = null): void =>
  open({ kind: 'log', credentialId, activity });

/** Opens the dialog that renews a credential. */
export const openRenew = (
  { id, title }: Readonly<{ id: Id; title: string }>,
  method: RouteKind | null = null,
  on: PlainDate | null = null,
): void => open({ kind: 'renew', id, title, method, on });

/** Closes either dialog and gives the focus back to where it was opened from. */
export function closeRenewalDialog(): void {
  renewalDialog.set(null);
  // The dialog's focus trap lets go when it is taken out of the page, after this task.
  setTimeout(() => {
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  });
}
