import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Id } from '#shared/domain/credential.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const everything = async (engine: TestEngine) => {
  const held = await engine.call('credentials.list', { sort: 'title', asOf: TODAY });
  const trashed = await engine.call('credentials.list', {
    sort: 'title',
    filter: { trashed: true },
    asOf: TODAY,
  });
  return [...held.items, ...trashed.items].toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

test('undo and redo hold across a restart', async () => {
  let engine = openTestEngine();
  const { id } = await engine.call('credentials.create', { fields: aCredential(), asOf: TODAY });
  await engine.call('credentials.update', { id, patch: { title: 'Renamed' }, asOf: TODAY });
  engine = engine.reopen();
  await engine.call('history.undo', {});
  expect((await engine.call('credentials.get', { id, asOf: TODAY })).title).toBe(
    'Project Management Professional',
  );
  engine = engine.reopen();
  await engine.call('history.redo', {});
  expect((await engine.call('credentials.get', { id, asOf: TODAY })).title).toBe('Renamed');
  engine[Symbol.dispose]();
});

test('nothing to undo or redo is refused; a new change ends redo', async () => {
  using engine = openTestEngine();
  await expect(engine.call('history.undo', {})).rejects.toMatchObject({ code: 'refused' });
  await expect(engine.call('history.redo', {})).rejects.toMatchObject({ code: 'refused' });
  await engine.call('credentials.create', { fields: aCredential(), asOf: TODAY });
  await engine.call('history.undo', {});
  await engine.call('credentials.create', {
    fields: aCredential({ title: 'Another' }),
    asOf: TODAY,
  });
  await expect(engine.call('history.redo', {})).rejects.toMatchObject({ code: 'refused' });
});

test('settings are not in the way of undo', async () => {
  using engine = openTestEngine();
  await engine.call('credentials.create', { fields: aCredential(), asOf: TODAY });
  await engine.call('settings.set', { theme: 'dark' });
  expect((await engine.call('history.state', {})).undo?.label).toBe(
    'Added Project Management Professional',
  );
  await engine.call('history.undo', {});
  expect((await engine.call('settings.get', {})).theme).toBe('dark');
});

test('history tells field by field what changed, when and from where', async () => {
  using engine = openTestEngine();
  const { id } = await engine.call('credentials.create', { fields: aCredential(), asOf: TODAY });
  await engine.call('credentials.update', { id, patch: { number: '7' }, asOf: TODAY });
  const { items } = await engine.call('history.list', { subjectId: id });
  expect(items[0]).toMatchObject({
    action: 'changed',
    operation: { origin: 'test', label: 'Changed Project Management Professional' },
    fields: [{ name: 'number', before: null, after: '7' }],
  });
  expect(items[1]).toMatchObject({ action: 'added' });
});

type Step = Readonly<{
  do: 'add' | 'edit' | 'trash' | 'restore' | 'tag';
  pick: number;
  text: string;
}>;

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('add', 'edit', 'trash', 'restore', 'tag'),
  pick: fc.nat(20),
  text: fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text.trim() !== ''),
});

/** Does a step; false when it changes nothing, so that there is nothing to undo. */
async function perform(
  engine: TestEngine,
  ids: Id[],
  { do: what, pick, text }: Step,
): Promise<boolean> {
  const count = async () =>
    (await engine.call('history.list', { limit: 1 })).items[0]?.operation.id;
  const before = await count();
  const id = ids[pick % Math.max(1, ids.length)];
  if (what === 'add' || id === undefined) {
    ids.push(
      (
        await engine.call('credentials.create', {
          fields: aCredential({ title: text, issuer: text }),
          asOf: TODAY,
        })
      ).id,
    );
  } else if (what === 'edit') {
    await engine.call('credentials.update', {
      id,
      patch: { title: text, notes: text },
      asOf: TODAY,
    });
  } else if (what === 'tag') {
    await engine.call('credentials.bulkUpdate', {
      ids: [...new Set([id, ...ids.slice(0, 3)])],
      addTags: [text],
    });
  } else {
    await engine.call(`credentials.${what}`, { ids: [id] });
  }
  return (await count()) !== before;
}

test('any sequence of changes undoes to the beginning and redoes to the end, and stays whole', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      using engine = openTestEngine();
      const ids: Id[] = [];
      const states = [await everything(engine)];
      for (const one of steps)
        if (await perform(engine, ids, one)) states.push(await everything(engine));
      for (const state of states.slice(0, -1).toReversed()) {
        await engine.call('history.undo', {});
        expect(await everything(engine)).toEqual(state);
      }
      for (const state of states.slice(1)) {
        await engine.call('history.redo', {});
        expect(await everything(engine)).toEqual(state);
      }
      expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
    }),
    { numRuns: 60 },
  );
}, 120_000);
