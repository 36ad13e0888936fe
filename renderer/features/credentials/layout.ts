import { z } from 'zod';
import { credentialSortSchema, type CredentialSort } from '#shared/procedures/credentials.ts';
import { credentialsSearchSchema, type CredentialsSearch } from '../../routes.tsx';
import { createStore } from '../../ui/store.ts';

export const columnIds = [
  'title',
  'kind',
  'issuer',
  'platform',
  'status',
  'issued',
  'expires',
  'daysLeft',
  'progress',
] as const;
export type ColumnId = (typeof columnIds)[number];

const layoutSchema = z.object({
  sort: credentialSortSchema,
  descending: z.boolean(),
  group: z.enum(['kind', 'issuer', 'status', 'platform']).nullable(),
  hidden: z.array(z.enum(columnIds)),
  /** In points; columns without an entry have their usual width. */
  widths: z.partialRecord(z.enum(columnIds), z.number().min(48).max(800)),
});
/** How the list is drawn: sorting, groups and columns. */
export type Layout = z.infer<typeof layoutSchema>;

export type ViewFilter = Omit<CredentialsSearch, 'id'>;

const viewSchema = z.object({
  name: z.string().min(1).max(60),
  layout: layoutSchema,
  filter: credentialsSearchSchema.omit({ id: true }),
});
/** A filter and a layout under a name of the user's. */
export type SavedView = z.infer<typeof viewSchema>;

export const usualLayout: Layout = {
  sort: 'expires',
  descending: false,
  group: null,
  hidden: ['kind', 'platform', 'issued', 'daysLeft', 'progress'],
  widths: {},
};

const LAYOUT_KEY = 'laurel-credentials-layout';
const VIEWS_KEY = 'laurel-credentials-views';

/** How this window draws the list; kept from one start to the next. */
export const layoutStore = createStore<Layout>(stored(LAYOUT_KEY, layoutSchema, usualLayout));
export const viewsStore = createStore<readonly SavedView[]>(
  stored(VIEWS_KEY, z.array(viewSchema), []),
);

export function changeLayout(change: Partial<Layout>): void {
  const next = { ...layoutStore.get(), ...change };
  layoutStore.set(next);
  localStorage.setItem(LAYOUT_KEY, JSON.stringify(next));
}

/** Sorts by a column, or turns the order round when it is sorted by that column already. */
export function sortBy(sort: CredentialSort): void {
  const now = layoutStore.get();
  changeLayout({ sort, descending: now.sort === sort && !now.descending });
}

/** Keeps a view under its name, in place of another of that name. */
export function saveView(view: SavedView): void {
  keepViews([...viewsStore.get().filter(({ name }) => name !== view.name), view]);
}

export function removeView(name: string): void {
  keepViews(viewsStore.get().filter((view) => view.name !== name));
}

function keepViews(views: readonly SavedView[]): void {
  viewsStore.set(views);
  localStorage.setItem(VIEWS_KEY, JSON.stringify(views));
}

/** What is stored, or the usual where nothing is or where it is of an older form. */
function stored<T>(key: string, schema: z.ZodType<T>, usual: T): T {
  const text = localStorage.getItem(key);
  if (text === null) return usual;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    // A preference of the window, not a record: an unreadable one is worth no more than the usual.
    return usual;
  }
}
