import { Button, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { CreditView } from './CreditView.tsx';
import { openBuilder, openCatalogue } from './dialogs.ts';
import classes from './Screen.module.css';
import { StackDialogs } from './StackDialogs.tsx';
import { StackList, type StackSummary } from './StackList.tsx';
import { StackView } from './StackView.tsx';
import type { StacksSearch } from './views.ts';
import { WhatIfView } from './WhatIfView.tsx';

/** Below this width the list of stacks becomes a Select (ux/tokens.md, 900×600). */
const WIDE = '(min-width: 1100px)';

export function StacksScreen() {
  const { asOf } = useAsOf();
  const { id, view } = useSearch({ from: '/stacks' });
  const wide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const { data, error } = useProcedure('stacks.list', { asOf }, { keepPrevious: true });
  const items = data?.items;
  // A stack that was removed meanwhile gives way to the first.
  const shown =
    view === undefined ? (items?.find((item) => item.id === id) ?? items?.[0]) : undefined;
  const shownId = shown?.id;

  return (
    <>
      {items?.length === 0 && view === undefined ? (
        <NoStacks />
      ) : (
        <div className={classes.screen} aria-busy={items === undefined && error === null}>
          {wide ? (
            <StackList items={items ?? []} shownId={shownId} view={view} />
          ) : (
            <StackSelect items={items ?? []} shownId={shownId} view={view} />
          )}
          {error !== null && items === undefined && (
            <p role="alert" className={classes.failed}>
              {t('stacks.failed', { reason: error.message })}
            </p>
          )}
          {view === 'next' && <WhatIfView />}
          {view === 'credit' && <CreditView />}
          {shown !== undefined && <StackView key={shown.id} id={shown.id} />}
        </div>
      )}
      <StackDialogs />
    </>
  );
}

function NoStacks() {
  return (
    <div className={classes.empty}>
      <ScreenHeader title={t('stacks.heading')} />
      <EmptyState
        title={t('stacks.emptyTitle')}
        text={t('stacks.emptyText')}
        action={
          <span className={classes.doors}>
            <Button onClick={() => openCatalogue()}>{t('stacks.start')}</Button>
            <Button variant="default" onClick={() => openBuilder(null)}>
              {t('stacks.buildOwn')}
            </Button>
          </span>
        }
      />
    </div>
  );
}

type StackSelectProps = Readonly<{
  items: readonly StackSummary[];
  shownId: string | undefined;
  view: StacksSearch['view'];
}>;

function StackSelect({ items, shownId, view }: StackSelectProps) {
  const navigate = useNavigate();
  return (
    <div className={classes.picker}>
      <h1 className={classes.heading}>{t('stacks.heading')}</h1>
      <Select
        aria-label={t('stacks.heading')}
        allowDeselect={false}
        value={view ?? shownId ?? null}
        data={[
          ...(['program', 'pathway', 'curated'] as const)
            .map((kind) => ({
              group: t(`stacks.groups.${kind}`),
              items: items
                .filter((item) => item.kind === kind)
                .map(({ id, title }) => ({ value: String(id), label: title })),
            }))
            .filter((group) => group.items.length > 0),
          {
            group: t('stacks.groups.across'),
            items: [
              { value: 'next', label: t('stacks.whatNext') },
              { value: 'credit', label: t('stacks.credit') },
            ],
          },
        ]}
        onChange={(value) => {
          if (value === null) return;
          const search: StacksSearch =
            value === 'next' || value === 'credit' ? { view: value } : { id: value };
          void navigate({ to: '/stacks', search, replace: true });
        }}
      />
      <Button variant="default" onClick={() => openCatalogue()}>
        {t('stacks.add')}
      </Button>
    </div>
  );
}
