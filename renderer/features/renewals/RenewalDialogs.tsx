import { lazy, Suspense } from 'react';
import { AuditDialog } from './AuditDialog.tsx';
import { FeeDialog } from './FeeDialog.tsx';
import { LogDialog } from './LogDialog.tsx';
import { renewalDialog } from './dialogs.ts';
import { RenewDialog } from './RenewDialog.tsx';

const PolicyEditor = lazy(async () => ({
  default: (await import('../policies/PolicyEditor.tsx')).PolicyEditor,
}));

/** The dialog that logs, renews or makes an audit packet, over whatever screen asked for it. */
export function RenewalDialogs() {
  const open = renewalDialog.use();
  if (open === null) return null;
  if (open.kind === 'log') {
    return <LogDialog credentialId={open.credentialId} activity={open.activity} />;
  }
  if (open.kind === 'audit') {
    return <AuditDialog id={open.id} title={open.title} on={open.on} />;
  }
  if (open.kind === 'fee') return <FeeDialog id={open.id} due={open.due} />;
  if (open.kind === 'policy') {
    return (
      <Suspense>
        <PolicyEditor value={open.value} id={open.id} />
      </Suspense>
    );
  }
  return (
    <RenewDialog key={open.id} id={open.id} title={open.title} method={open.method} on={open.on} />
  );
}
