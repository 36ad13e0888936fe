import { LogDialog } from './LogDialog.tsx';
import { renewalDialog } from './dialogs.ts';
import { RenewDialog } from './RenewDialog.tsx';

/** The dialog that logs or the one that renews, over whatever screen asked for it. */
export function RenewalDialogs() {
  const open = renewalDialog.use();
  if (open === null) return null;
  if (open.kind === 'log') {
    return <LogDialog credentialId={open.credentialId} activity={open.activity} />;
  }
  return (
    <RenewDialog key={open.id} id={open.id} title={open.title} method={open.method} on={open.on} />
  );
}
