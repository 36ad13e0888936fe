import { idSchema, type Id } from '#shared/domain/credential.ts';
import type { Status } from '#shared/domain/status.ts';
import { statusSchema } from '#shared/domain/status.ts';
import { useMemo } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { call } from '../../client.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';

export type TrashRow = Readonly<{
  id: Id;
  title: string;
  abbreviation: string | null;
  issuer: string | null;
  status: Status;
}>;

const PAGE = 1000;

/** What is in the trash, by title; at most the first 1,000, with the number of all. */
export function useTrash() {
  const { asOf } = useAsOf();
  const query = useProcedure('credentials.rows', {
    asOf,
    filter: { trashed: true },
    sort: 'title',
    limit: PAGE,
    withTotal: true,
  });
  const rows = useMemo((): readonly TrashRow[] => {
    const columns = query.data?.columns;
    return (columns?.id ?? []).map((id, index) => ({
      id: idSchema.parse(id),
      title: columns?.title[index] ?? '',
      abbreviation: columns?.abbreviation[index] ?? null,
      issuer: columns?.issuer[index] ?? null,
      status: statusSchema.parse(columns?.status[index]),
    }));
  }, [query.data]);
  const restore = useCommand('credentials.restore', {
    done: ({ changed }) => t('trash.restored', { count: changed }),
  });
  const purge = useCommand('credentials.purge', {
    done: ({ changed }) => t('trash.purged', { count: changed }),
  });
  const purgeAll = async () => purge.mutate({ ids: await allIds(asOf) });
  return { rows, total: query.data?.total ?? rows.length, query, restore, purge, purgeAll };
}

/** Ids of everything in the trash, page by page. */
async function allIds(asOf: string): Promise<Id[]> {
  const ids: Id[] = [];
  let after: string | null = null;
  do {
    // Each page begins where the one before ended.
    // oxlint-disable-next-line no-await-in-loop
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(asOf, after);
    ids.push(...page.columns.id.map((id) => idSchema.parse(id)));
    after = page.next;
  } while (after !== null);
  return ids;
}

const readPage = (asOf: string, after: string | null) =>
  call('credentials.rows', { asOf, filter: { trashed: true }, sort: 'title', limit: PAGE, after });
