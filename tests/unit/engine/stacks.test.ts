import { describe, expect, test } from 'vitest';
import type { Id, NewCredential } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { NodeView } from '#shared/domain/stackView.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const day = (text: string) => plainDateSchema.parse(text);

const add = async (engine: TestEngine, fields: Partial<NewCredential>): Promise<Id> =>
  (await engine.call('credentials.create', { fields: aCredential(fields), asOf: TODAY })).id;

const stack = (engine: TestEngine, file: object, asOf = TODAY) =>
  engine.call('stacks.create', { file: { title: 'Stack', ...file }, asOf });

const leaves = (node: NodeView): Extract<NodeView, { type: 'leaf' }>[] =>
  node.type === 'leaf' ? [node] : node.children.flatMap(leaves);

test('the marketing stack, whose parts expire at different times, is at risk as of a later day', async () => {
  using engine = openTestEngine();
  await add(engine, {
    title: 'Google Ads Search',
    issuer: 'Google',
    policyId: 'google-ads',
    issued: '2026-06-01' as never,
    hours: 10,
  });
  await add(engine, {
    title: 'HubSpot Content Marketing',
    issuer: 'HubSpot Academy',
    policyId: 'hubspot-25',
    issued: '2026-06-01' as never,
    hours: 6,
  });
  await add(engine, { title: 'Meta Social Media Marketing', issuer: 'Meta', hours: 120 });
  const made = await engine.call('stacks.fromCatalogue', {
    programId: 'digital-marketing-stack',
    asOf: TODAY,
  });
  expect(made).toMatchObject({ added: 0, reused: 3, report: { complete: true, atRisk: [] } });

  const at = async (asOf: string) =>
    (await engine.call('stacks.get', { id: made.id, asOf: day(asOf) })).report;
  // Google Ads holds a year: in its last 90 days the complete stack is at risk.
  expect(await at('2027-04-01')).toMatchObject({
    complete: true,
    atRisk: [{ title: 'Google Ads Search', expires: '2027-06-01', breaks: true }],
  });
  expect(await at('2027-06-02')).toMatchObject({
    complete: false,
    atRisk: [],
    lapsed: [{ title: 'Google Ads Search' }],
    nextSteps: [{ title: 'Google Ads Search', hours: 10 }],
  });
  expect(await at('2028-06-28')).toMatchObject({
    complete: false,
    atRisk: [{ title: 'HubSpot Content Marketing', expires: '2028-07-01' }],
  });
  expect((await at('2030-01-01')).lapsed).toHaveLength(2);

  const subjects = (await engine.call('reminders.due', { asOf: day('2027-04-01') })).reminders;
  expect(subjects.filter(({ kind }) => kind === 'stack-at-risk')).toMatchObject([
    { subjectId: made.id, title: 'Your stack Digital marketing stack is at risk' },
  ]);
});

describe('a credential that a stack names by id', () => {
  test('may go to the trash and away for good: the stack stays, with the name', async () => {
    using engine = openTestEngine();
    const id = await add(engine, { title: 'Only here' });
    const made = await stack(engine, { root: { rule: 'all', children: [{ credentialId: id }] } });
    expect(made.report.complete).toBe(true);
    await engine.call('credentials.trash', { ids: [id] });
    await engine.call('credentials.purge', { ids: [id] });
    const after = await engine.call('stacks.get', { id: made.id, asOf: TODAY });
    expect(after.report).toMatchObject({ complete: false, progress: 0 });
    expect(leaves(after.root)).toMatchObject([{ title: 'Only here', state: 'removed' }]);
    await engine.call('history.undo', {});
    await engine.call('history.undo', {});
    expect((await engine.call('stacks.get', { id: made.id, asOf: TODAY })).report.complete).toBe(
      true,
    );
    expect((await engine.call('portfolio.doctor', { repair: false })).healthy).toBe(true);
  });

  test('may have been recorded later than the stack', async () => {
    using engine = openTestEngine();
    const later = '019b0000-0000-7000-8000-000000000001' as Id;
    const made = await stack(engine, {
      root: { rule: 'any', children: [{ credentialId: later }] },
    });
    expect(made.report.complete).toBe(false);
  });
});

test('an issuer is found by any of its names, a tag and an abbreviation by any spelling', async () => {
  using engine = openTestEngine();
  await add(engine, { title: 'A', issuer: 'ISC2', abbreviation: 'CISSP', tags: ['Sécurité'] });
  const found = async (match: object) =>
    (await engine.call('stacks.match', { match, asOf: TODAY })).map(({ title }) => title);
  expect(await found({ issuer: '(ISC)²' })).toEqual(['A']);
  expect(await found({ abbreviation: 'cissp' })).toEqual(['A']);
  expect(await found({ tag: 'SECURITE' })).toEqual(['A']);
  expect(await found({ issuer: 'Nobody' })).toEqual([]);
  await expect(found({})).rejects.toMatchObject({ code: 'invalid_input' });
});

describe('one course in two stacks', () => {
  const open = async (engine: TestEngine) => {
    const [a, b, c] = [
      await add(engine, { title: 'A', hours: 10 }),
      await add(engine, { title: 'B', hours: 10 }),
      await add(engine, { title: 'C', hours: 10 }),
    ];
    const first = await stack(engine, {
      title: 'First',
      root: { rule: 'all', children: [{ credentialId: a }, { credentialId: b }] },
    });
    const second = (atMost: number | null) => ({
      title: 'Second',
      ...(atMost === null ? {} : { options: { doubleCount: [{ stackId: first.id, atMost }] } }),
      root: { rule: 'all', children: [a, b, c].map((credentialId) => ({ credentialId })) },
    });
    return { a, b, first, second };
  };

  test('counts in both, unless the rule of the pair says otherwise', async () => {
    using engine = openTestEngine();
    const { a, b, first, second } = await open(engine);
    const free = await stack(engine, second(null));
    expect(free.report).toMatchObject({
      complete: true,
      shared: [{ stackId: first.id, credentialIds: [a, b], atMost: null, notCounted: [] }],
    });
    const one = await engine.call('stacks.update', { id: free.id, file: second(1), asOf: TODAY });
    expect(one.report).toMatchObject({ complete: false, shared: [{ notCounted: [b] }] });
    expect(one.report.progress).toBeCloseTo(2 / 3, 3);
    expect(leaves(one.root).map(({ state }) => state)).toEqual(['complete', 'double', 'complete']);
    const none = await engine.call('stacks.update', { id: free.id, file: second(0), asOf: TODAY });
    expect(none.report).toMatchObject({ shared: [{ notCounted: [a, b] }] });
    // The other stack of the pair counts what it counted.
    const other = await engine.call('stacks.get', { id: first.id, asOf: TODAY });
    expect(other.report.complete).toBe(true);
  });

  test('a pair has one rule: the second is refused', async () => {
    using engine = openTestEngine();
    const { first, second } = await open(engine);
    const made = await stack(engine, second(0));
    const file = await engine.call('stacks.file', { id: first.id, asOf: TODAY });
    const doubled = { ...file, options: { doubleCount: [{ stackId: made.id, atMost: 0 }] } };
    await expect(
      engine.call('stacks.update', { id: first.id, file: doubled, asOf: TODAY }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

test('adding, changing and removing a stack can each be undone', async () => {
  using engine = openTestEngine();
  const root = { rule: 'any', children: [{ match: { title: 'X' } }] };
  const made = await stack(engine, { root, title: 'One' });
  await engine.call('stacks.update', { id: made.id, file: { root, title: 'Two' }, asOf: TODAY });
  await engine.call('stacks.remove', { ids: [made.id] });
  const titles = async () =>
    (await engine.call('stacks.list', { asOf: TODAY })).items.map(({ title }) => title);
  expect(await titles()).toEqual([]);
  for (const expected of [['Two'], ['One'], []]) {
    await engine.call('history.undo', {});
    expect(await titles()).toEqual(expected);
  }
  await engine.call('history.redo', {});
  expect(await titles()).toEqual(['One']);
});

test('prerequisites that go in a circle are refused by name, and nothing is written', async () => {
  using engine = openTestEngine();
  const root = {
    rule: 'all',
    children: [
      { match: { title: 'SC1x' }, title: 'SC1x', key: 'a', after: ['b'] },
      { match: { title: 'SC2x' }, title: 'SC2x', key: 'b', after: ['a'] },
    ],
  };
  await expect(stack(engine, { root })).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('SC1x needs SC2x needs SC1x'),
  });
  expect((await engine.call('stacks.list', { asOf: TODAY })).items).toEqual([]);
});

test('another pace and the builder’s preview write nothing', async () => {
  using engine = openTestEngine();
  const id = await add(engine, { title: 'A', lifecycle: 'planned', hours: 60 });
  const root = { rule: 'all', children: [{ credentialId: id }] };
  const shown = await engine.call('stacks.preview', { file: { title: 'T', root }, asOf: TODAY });
  expect(shown.report).toMatchObject({ forecast: '2027-02-01', weeklyHours: 6 });
  const fast = await engine.call('stacks.preview', {
    file: { title: 'T', root },
    asOf: TODAY,
    weeklyHours: 60,
  });
  expect(fast.report.forecast).toBe('2026-11-30');
  expect((await engine.call('history.state', {})).undo?.label).toBe('Added A');
});

test('what if: the course that moves most per hour, over stacks, credits and wanted skills', async () => {
  using engine = openTestEngine();
  const [shared, alone, skilled] = [
    await add(engine, { title: 'Shared', lifecycle: 'planned', hours: 10, cost: usd(10) }),
    await add(engine, { title: 'Alone', lifecycle: 'planned', hours: 10, cost: usd(1) }),
    await add(engine, { title: 'Skilled', lifecycle: 'planned', hours: 1, skills: ['SQL'] }),
  ];
  await stack(engine, {
    title: 'One',
    root: { rule: 'all', children: [{ credentialId: shared }, { credentialId: alone }] },
  });
  const two = await stack(engine, {
    title: 'Two',
    root: { rule: 'all', children: [{ credentialId: shared }] },
    grants: { award: 'Credit', institution: 'MIT', degree: 'Master', credits: 30, of: 60 },
  });
  const moves = await engine.call('stacks.whatIf', { asOf: TODAY });
  expect(moves.map(({ title }) => title)).toEqual(['Shared', 'Alone']);
  expect(moves[0]).toMatchObject({
    // Half of One, all of Two, half of the degree.
    gain: 2,
    stacks: [
      { title: 'One', from: 0, to: 0.5, completes: false },
      { title: 'Two', from: 0, to: 1, completes: true },
    ],
    credits: [{ credits: 30 }],
    perHour: 0.2,
    perMoney: 0.2,
  });
  const byMoney = await engine.call('stacks.whatIf', { asOf: TODAY, sort: 'perMoney' });
  expect(byMoney.map(({ title }) => title)).toEqual(['Alone', 'Shared']);
  const withSkills = await engine.call('stacks.whatIf', { asOf: TODAY, skills: ['sql', 'R'] });
  expect(withSkills[0]).toMatchObject({ credentialId: skilled, gain: 0.5, closes: ['sql'] });
  expect(two.offers).toMatchObject([{ credits: 30, state: 'not-completed' }]);
});

const usd = (dollars: number) => ({ amount: dollars * 100, currency: 'USD' });
