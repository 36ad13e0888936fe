import { useElementSize, useMediaQuery, useMergedRef } from '@mantine/hooks';
import { useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { t } from '../../i18n/all.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { BulkBar } from './BulkBar.tsx';
import { useColumns } from './columns.tsx';
import { FilterBar } from './FilterBar.tsx';
import { Grid } from './Grid.tsx';
import { NoCredentials, NothingMatches } from './Nothing.tsx';
import { Pane } from './Pane.tsx';
import classes from './Screen.module.css';
import { countSelected, nothingSelected } from './selection.ts';
import { Toolbar } from './Toolbar.tsx';
import { useCredentialList } from './useCredentialList.ts';
import { ViewMenu } from './ViewMenu.tsx';

/** Where the table becomes a list of two lines (ux/tokens.md, 900×600). */
const NARROW = '(max-width: 960px)';
/** The table's own columns need this many points. */
const TABLE_NEEDS = 540;

export function CredentialsScreen() {
  const { id } = useSearch({ from: '/credentials' });
  const gridRef = useRef<HTMLDivElement>(null);
  const paneRef = useRef<HTMLElement>(null);
  const list = useCredentialList({ gridRef, paneRef });
  const { items, filters, selection, total } = list;
  const columns = useColumns();
  const size = useElementSize();
  const measured = useMergedRef(size.ref);
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const compact = narrow || (size.width > 0 && size.width < TABLE_NEEDS);
  const selected = countSelected(selection, items.total ?? 0);

  if (total === 0) return <NoCredentials />;
  return (
    <div className={classes.screen}>
      <section
        ref={measured}
        className={classes.list}
        aria-label={t('credentials.list')}
        data-covered={id !== undefined || undefined}
      >
        <div className={classes.top}>
          <ScreenHeader
            title={t('credentials.heading')}
            aside={<ViewMenu view={filters.view} onApply={filters.apply} />}
            actions={<Toolbar columns={columns} view={filters.view} compact={compact} />}
          />
          {selected > 0 ? (
            <BulkBar
              count={selected}
              ids={list.selectedIds}
              onTrash={list.trash}
              onClear={() => list.select(nothingSelected)}
            />
          ) : (
            <FilterBar filters={filters} shown={items.total} total={total} compact={compact} />
          )}
        </div>
        {items.error !== null && (
          <p role="alert" className={classes.failed}>
            {t('credentials.loadFailed', { reason: items.error.message })}
          </p>
        )}
        {items.total === 0 ? (
          <NothingMatches onClear={filters.clear} />
        ) : (
          <Grid
            gridRef={gridRef}
            items={items}
            columns={columns}
            compact={compact}
            cursor={list.cursor}
            openId={id}
            selection={selection}
            onVisible={items.onVisible}
            onKeyDown={list.onKeyDown}
            onClickRow={list.onClickRow}
            onCheck={list.onCheck}
            onFold={list.onFold}
          />
        )}
      </section>
      {id !== undefined && <Pane key={id} id={id} paneRef={paneRef} onClose={list.close} />}
    </div>
  );
}
