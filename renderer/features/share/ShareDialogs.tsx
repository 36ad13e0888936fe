import { lazy, Suspense, useEffect } from 'react';
import { shareDialog } from './dialogs.ts';
import { ChooseDialog } from './ChooseDialog.tsx';
import { VersionDialog } from './VersionDialog.tsx';

const CopiesDialog = lazy(async () => ({
  default: (await import('./CopiesDialog.tsx')).CopiesDialog,
}));
const JobDialog = lazy(async () => ({ default: (await import('./JobDialog.tsx')).JobDialog }));
const ArrangeDialog = lazy(async () => ({
  default: (await import('./ArrangeDialog.tsx')).ArrangeDialog,
}));
const TemplateDialog = lazy(async () => ({
  default: (await import('./TemplateDialog.tsx')).TemplateDialog,
}));

/** Whichever dialog of the Share screen is open. */
export function ShareDialogs() {
  const open = shareDialog.use();
  // A dialog belongs to the screen that asked for it.
  useEffect(() => () => shareDialog.set(null), []);
  return (
    <Suspense>
      {open?.kind === 'copies' && <CopiesDialog />}
      {open?.kind === 'job' && <JobDialog />}
      {open?.kind === 'arrange' && <ArrangeDialog />}
      {open?.kind === 'choose' && <ChooseDialog />}
      {open?.kind === 'template' && <TemplateDialog />}
      {open?.kind === 'version' && <VersionDialog rename={open.rename} />}
    </Suspense>
  );
}
