import { lazy, Suspense, useEffect } from 'react';
import { CatalogueDialog } from './CatalogueDialog.tsx';
import { DecisionDialog } from './DecisionDialog.tsx';
import { stackDialog } from './dialogs.ts';
import { FileDialog } from './FileDialog.tsx';
import { OfferDialog } from './OfferDialog.tsx';

const BuilderDialog = lazy(async () => ({
  default: (await import('./BuilderDialog.tsx')).BuilderDialog,
}));

/** Whichever dialog of the stacks is open. */
export function StackDialogs() {
  const open = stackDialog.use();
  // A dialog belongs to the screen that asked for it.
  useEffect(() => () => stackDialog.set(null), []);
  switch (open?.kind) {
    case undefined:
      return null;
    case 'catalogue':
      return <CatalogueDialog />;
    case 'file':
      return <FileDialog />;
    case 'offer':
      return <OfferDialog offer={open.offer} stackId={open.stackId} />;
    case 'accept':
    case 'admit':
      return <DecisionDialog kind={open.kind} offer={open.offer} />;
    case 'builder':
      return (
        <Suspense>
          <BuilderDialog id={open.id} parts={open.parts} />
        </Suspense>
      );
  }
}
