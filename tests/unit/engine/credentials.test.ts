import { expect, test } from 'vitest';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { aCredential, openTestEngine, TODAY } from '../../support/engine.ts';

const date = (text: string) => partialDateSchema.parse(text);

test('a credential comes back as it was recorded, unknown as null', async () => {
  using engine = openTestEngine();
  const made = await engine.call('credentials.create', {
    fields: aCredential({
      issued: date('2024-05'),
      skills: ['Risk', 'risk', 'Agile'],
      tags: ['Resume'],
    }),
    asOf: TODAY,
  });

  expect(await engine.call('credentials.get', { id: made.id, asOf: TODAY })).toEqual(made);
  expect(made).toMatchObject({
    title: 'Project Management Professional',
    issuer: { name: 'PMI' },
    issued: '2024-05',
    expires: null,
    number: null,
    skills: ['Risk', 'Agile'],
    status: 'active',
    trashedAt: null,
  });
});

test('one issuer serves all its spellings', async () => {
  using engine = openTestEngine();
  for (const issuer of ['ISC2', '(ISC)²', '(isc)2']) {
    await engine.call('credentials.create', {
      fields: aCredential({ title: issuer, issuer }),
      asOf: TODAY,
    });
  }
  const { issuers } = await engine.call('credentials.facets', {});
  expect(issuers).toEqual([{ name: 'ISC2', count: 3 }]);
});

test('an expiry before the issue date is refused and nothing changes', async () => {
  using engine = openTestEngine();
  const made = await engine.call('credentials.create', {
    fields: aCredential({ issued: date('2024-05-03') }),
    asOf: TODAY,
  });
  await expect(
    engine.call('credentials.update', {
      id: made.id,
      patch: { expires: date('2024-04') },
      asOf: TODAY,
    }),
  ).rejects.toMatchObject({ code: 'invalid_date', path: 'expires' });
  expect(await engine.call('credentials.get', { id: made.id, asOf: TODAY })).toEqual(made);
});

test.each([
  ['', 'title'],
  ['x'.repeat(1001), 'title'],
])('a title of the wrong length is refused: %#', async (title) => {
  using engine = openTestEngine();
  await expect(
    engine.call('credentials.create', { fields: aCredential({ title }), asOf: TODAY }),
  ).rejects.toMatchObject({ code: 'invalid_input', path: 'fields.title' });
});

test('a javascript: link is refused', async () => {
  using engine = openTestEngine();
  await expect(
    engine.call('credentials.create', {
      fields: aCredential({ url: 'javascript:alert(1)' }),
      asOf: TODAY,
    }),
  ).rejects.toMatchObject({ code: 'invalid_input', path: 'fields.url' });
});

test('search finds every word in any field, accents and case ignored, C# apart from C', async () => {
  using engine = openTestEngine();
  const add = (fields: Parameters<typeof aCredential>[0]) =>
    engine.call('credentials.create', { fields: aCredential(fields), asOf: TODAY });
  await add({ title: 'Développement en C#', issuer: 'École 42', notes: 'with Émile' });
  await add({
    title: 'Programming in C',
    issuer: 'K&R',
    skills: ['Pointers'],
    tags: ['Old times'],
  });
  await add({ title: '資格', issuer: '日本' });
  const find = async (query: string) =>
    (await engine.call('credentials.rows', { filter: { query }, asOf: TODAY })).columns.title;

  expect(await find('develop emile')).toEqual(['Développement en C#']);
  expect(await find('ecole')).toEqual(['Développement en C#']);
  expect(await find('C#')).toEqual(['Développement en C#']);
  expect(await find('point')).toEqual(['Programming in C']);
  expect(await find('times')).toEqual(['Programming in C']);
  expect(await find('資')).toEqual(['資格']);
  expect(await find('" OR 1 NEAR(')).toEqual([]);
  expect(await find('%')).toEqual([]);
});

test('search follows an edit, a trash and an undo', async () => {
  using engine = openTestEngine();
  const { id } = await engine.call('credentials.create', { fields: aCredential(), asOf: TODAY });
  const find = async (query: string) =>
    (await engine.call('credentials.rows', { filter: { query }, asOf: TODAY })).columns.id;
  await engine.call('credentials.update', { id, patch: { notes: 'zebra' }, asOf: TODAY });
  expect(await find('zebra')).toEqual([id]);
  await engine.call('credentials.trash', { ids: [id] });
  expect(await find('zebra')).toEqual([]);
  await engine.call('history.undo', {});
  expect(await find('zebra')).toEqual([id]);
  await engine.call('history.undo', {});
  expect(await find('zebra')).toEqual([]);
});

test.each(['expires', 'issued', 'title', 'issuer', 'status'] as const)(
  'pages by %s join to the whole list, each credential once, either way round',
  async (sort) => {
    using engine = openTestEngine();
    for (let index = 0; index < 57; index += 1) {
      await engine.call('credentials.create', {
        fields: aCredential({
          title: `T${index % 9}`,
          issuer: `I${index % 4}`,
          issued:
            index % 5 === 0 ? null : date(`20${10 + (index % 7)}${index % 3 === 0 ? '' : '-02'}`),
          expires: index % 4 === 0 ? null : date(`20${20 + (index % 11)}-0${1 + (index % 9)}`),
        }),
        asOf: TODAY,
      });
    }
    for (const descending of [false, true]) {
      const whole = (
        await engine.call('credentials.rows', { sort, descending, limit: 1000, asOf: TODAY })
      ).columns.id;
      const pages: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof engine.call<'credentials.rows'>>> = await engine.call(
          'credentials.rows',
          { sort, descending, limit: 10, after, asOf: TODAY },
        );
        pages.push(...page.columns.id);
        after = page.next;
      } while (after !== null);
      expect(pages).toEqual(whole);
      expect(new Set(whole).size).toBe(57);
    }
  },
);

test('the list orders by first day, then finer precision, then title', async () => {
  using engine = openTestEngine();
  for (const [title, expires] of [
    ['d', '2027'],
    ['c', '2027-01'],
    ['b', '2027-01-01'],
    ['a', '2027-01'],
    ['e', '2026-12-31'],
  ] as const) {
    await engine.call('credentials.create', {
      fields: aCredential({ title, expires: date(expires) }),
      asOf: TODAY,
    });
  }
  const { columns } = await engine.call('credentials.rows', { asOf: TODAY });
  expect(columns.title).toEqual(['e', 'b', 'a', 'c', 'd']);
});

test('a reference resolves by id, unique prefix, title or abbreviation, and says when it cannot', async () => {
  using engine = openTestEngine();
  const first = await engine.call('credentials.create', {
    fields: aCredential({ abbreviation: 'PMP' }),
    asOf: TODAY,
  });
  await engine.call('credentials.create', { fields: aCredential({ title: 'Twin' }), asOf: TODAY });
  await engine.call('credentials.create', { fields: aCredential({ title: 'twin' }), asOf: TODAY });
  const resolve = (ref: string) => engine.call('credentials.resolve', { ref });
  for (const ref of [first.id, first.id.slice(0, 30), 'pmp', 'PROJECT management professional']) {
    expect(await resolve(ref)).toEqual({ id: first.id });
  }
  await expect(resolve('twin')).rejects.toMatchObject({ code: 'ambiguous' });
  await expect(resolve('nobody')).rejects.toMatchObject({ code: 'not_found' });
});

test('bulk changes, trash, restore and purge each undo as one', async () => {
  using engine = openTestEngine();
  const ids = [];
  for (const title of ['a', 'b', 'c']) {
    ids.push(
      (
        await engine.call('credentials.create', {
          fields: aCredential({ title, tags: ['x'] }),
          asOf: TODAY,
        })
      ).id,
    );
  }
  const all = async () =>
    (await engine.call('credentials.list', { sort: 'title', asOf: TODAY })).items;
  const before = await all();

  await engine.call('credentials.bulkUpdate', {
    ids,
    patch: { kind: 'badge' },
    addTags: ['y'],
    removeTags: ['X'],
  });
  expect((await all()).map(({ kind, tags }) => [kind, tags])).toEqual(
    Array(3).fill(['badge', ['y']]),
  );
  await engine.call('history.undo', {});
  expect(await all()).toEqual(before);

  await expect(engine.call('credentials.purge', { ids })).rejects.toMatchObject({
    code: 'refused',
  });
  await engine.call('credentials.trash', { ids });
  expect(await all()).toEqual([]);
  await engine.call('credentials.purge', { ids });
  expect(
    (await engine.call('credentials.list', { filter: { trashed: true }, asOf: TODAY })).items,
  ).toEqual([]);
  await engine.call('history.undo', {});
  await engine.call('credentials.restore', { ids });
  expect((await all()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('a filter joins its parts with and, its values with or', async () => {
  using engine = openTestEngine();
  await engine.call('portfolio.demo', {});
  const titles = async (filter: Parameters<typeof engine.call<'credentials.list'>>[1]['filter']) =>
    (await engine.call('credentials.list', { filter, sort: 'title', asOf: TODAY })).items.map(
      ({ title }) => title,
    );
  expect(await titles({ status: ['planned', 'in-progress'], platform: ['edx'] })).toEqual([
    'HarvardX Data Science',
    'MITx Statistics and Data Science',
    'MITx Supply Chain Management',
    'SC3x Supply Chain Dynamics',
  ]);
  expect(await titles({ skill: ['seo'], issuer: ['hubspot academy'] })).toEqual([
    'HubSpot Content Marketing',
  ]);
  expect(await titles({ tag: ['Degree path'], kind: ['micromasters'] })).toEqual([
    'MITx Supply Chain Management',
  ]);
});

test('the sample goes only into an empty portfolio', async () => {
  using engine = openTestEngine();
  const { added } = await engine.call('portfolio.demo', {});
  expect(added).toBeGreaterThanOrEqual(30);
  await expect(engine.call('portfolio.demo', {})).rejects.toMatchObject({ code: 'refused' });
  const { counts } = await engine.call('credentials.statusCounts', { asOf: TODAY });
  for (const status of ['active', 'expiring', 'expired', 'in-progress', 'planned'] as const) {
    expect(counts[status], status).toBeGreaterThan(0);
  }
});

test('the sample has cycles to keep, and every unit logged in it counts in a category there is', async () => {
  using engine = openTestEngine();
  await engine.call('portfolio.demo', {});
  const { items } = await engine.call('activities.list', {});
  expect(items.length).toBeGreaterThanOrEqual(8);
  for (const { title, allocations } of items) {
    for (const { flag } of allocations) expect([title, flag]).toEqual([title, 'counted']);
  }
  const overview = (await engine.call('ledger.overview', { asOf: TODAY })).items;
  expect(overview.map(({ abbreviation }) => abbreviation)).toEqual(
    expect.arrayContaining(['PMP', 'CISSP', 'Security+']),
  );
  const pmp = overview.find(({ abbreviation }) => abbreviation === 'PMP')?.ledger.requirements[0];
  expect(pmp?.counted).toBe(28.5);
  expect(pmp?.categories.find(({ name }) => name === 'Power Skills')?.counted).toBe(10);
});
