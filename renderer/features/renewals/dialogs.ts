import type { Id } from '#shared/domain/credential.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { RouteKind } from '#shared/domain/policyParts.ts';
import type { Activity } from '#shared/procedures/ledger.ts';
import { createStore } from '../../ui/store.ts';
import type { JsonObject } from '../policies/json.ts';

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

type Auditing = Readonly<{
  kind: 'audit';
  id: Id;
  title: string;
  /** A day within the cycle that is audited. */
  on: PlainDate;
}>;

type Policing = Readonly<{
  kind: 'policy';
  value: JsonObject;
  /** The policy that is changed; null for a new one. */
  id: string | null;
}>;
type Paying = Readonly<{ kind: 'fee'; id: Id; due: PlainDate }>;
type Dialog = Paying | Auditing | Logging | Policing | Renewing;

/** Which of the dialogs is open, from whatever screen. */
export const renewalDialog = createStore<Dialog | null>(null);

let opener: Element | null = null;

function open(dialog: Dialog): void {
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

/** Opens the dialog that saves what an audit of a cycle asks for. */
export const openAudit = (
  { id, title }: Readonly<{ id: Id; title: string }>,
  on: PlainDate,
): void => open({ kind: 'audit', id, title, on });

/** Opens the dialog that records a payment of what falls due on a day. */
export const openFee = (id: Id, due: PlainDate): void => open({ kind: 'fee', id, due });

/** Opens the editor of policies on a draft; with an id it changes that one, else it adds one. */
export const openPolicy = (value: JsonObject, id: string | null): void =>
  open({ kind: 'policy', value, id });

/** Closes whichever is open and gives the focus back to where it was opened from. */
export function closeRenewalDialog(): void {
  renewalDialog.set(null);
  // The dialog's focus trap lets go when it is taken out of the page, after this task.
  setTimeout(() => {
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  });
}
