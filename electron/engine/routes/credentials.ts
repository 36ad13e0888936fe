import { parseCursor } from '../repositories/credentialRepository.ts';
import type { EngineParts } from '../parts.ts';
import type { Handlers } from './bind.ts';

type Names = Extract<
  keyof typeof import('#shared/procedures.ts').procedures,
  `credentials.${string}`
>;

/** Routes of credentials: reading, changing, and what the first screens ask. */
export function credentialRoutes(parts: EngineParts): Handlers<Names> {
  const { credentials, credentialService: service, overview, words, health } = parts;
  const leadDays = () => parts.settings.read().leadDays;

  return {
    'credentials.rows': ({ withTotal, after, ...page }) => {
      const query = { ...page, after: parseCursor(after), leadDays: leadDays(), newestHits: true };
      return { total: withTotal ? credentials.count(query) : null, ...credentials.rows(query) };
    },
    'credentials.list': ({ after, ...page }) => {
      const query = { ...page, after: parseCursor(after), leadDays: leadDays(), newestHits: false };
      return {
        asOf: page.asOf,
        total: credentials.count(query),
        ...credentials.list(query, page.asOf),
      };
    },
    'credentials.get': ({ id, asOf }) => credentials.get(id, asOf, leadDays()),
    'credentials.resolve': ({ ref, trashed }) => ({ id: service.resolve(ref, trashed) }),
    'credentials.create': ({ fields, asOf }) =>
      credentials.get(service.create(fields), asOf, leadDays()),
    'credentials.update': ({ id, patch, asOf }) => {
      service.change(id, patch);
      return credentials.get(id, asOf, leadDays());
    },
    'credentials.bulkUpdate': (bulk) => ({ changed: service.changeMany(bulk) }),
    'credentials.trash': ({ ids }) => ({ changed: service.trash(ids) }),
    'credentials.restore': ({ ids }) => ({ changed: service.restore(ids) }),
    'credentials.purge': ({ ids }) => ({ changed: service.purge(ids) }),
    'credentials.statusCounts': ({ asOf }) => {
      const counts = Object.fromEntries(credentials.statusCounts(asOf, leadDays()));
      const { credentials: total, trashed } = health.counts();
      return { total, trashed, counts };
    },
    // The kinds come from a column that only kindSchema fills; the output schema proves it.
    'credentials.facets': () => words.facets() as ReturnType<Handlers<Names>['credentials.facets']>,
    'credentials.due': ({ asOf, withinDays }) => ({
      asOf,
      items: overview.due(asOf, withinDays, leadDays()),
    }),
    'credentials.inProgress': ({ asOf }) =>
      overview.inProgress(asOf, leadDays(), parts.settings.read().weeklyHours),
    'credentials.timeline': ({ asOf, filter }) => overview.timeline(filter, asOf, leadDays()),
  };
}
