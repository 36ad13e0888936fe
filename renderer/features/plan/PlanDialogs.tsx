import { useEffect } from 'react';
import { CostDialog } from './CostDialog.tsx';
import { planDialog } from './dialogs.ts';
import { SubscriptionDialog } from './SubscriptionDialog.tsx';

/** Whichever dialog about money is open. */
export function PlanDialogs() {
  const open = planDialog.use();
  // A dialog belongs to the screen that asked for it.
  useEffect(() => () => planDialog.set(null), []);
  if (open === null) return null;
  return open.kind === 'subscription' ? (
    <SubscriptionDialog subscription={open.subscription} />
  ) : (
    <CostDialog cost={open.cost} credentialId={open.credentialId} />
  );
}
