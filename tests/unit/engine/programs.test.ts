import { describe, expect, test } from 'vitest';
import { namedPrograms, pathways, programTypes } from '#shared/catalog/catalog.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { NodeView } from '#shared/domain/stackView.ts';
import { aCredential, openTestEngine, TODAY } from '../../support/engine.ts';

const day = (text: string) => plainDateSchema.parse(text);
const leaves = (node: NodeView): Extract<NodeView, { type: 'leaf' }>[] =>
  node.type === 'leaf' ? [node] : node.children.flatMap(leaves);

describe('the catalogue of programs', () => {
  test('every entry gives a credential and a stack', async () => {
    using engine = openTestEngine();
    const items = await engine.call('programs.list', {});
    expect(items).toHaveLength(namedPrograms().length + pathways().length + programTypes().length);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const { id } of items) {
      const found = await engine.call('programs.get', { id });
      expect(found.parts.length).toBeGreaterThan(0);
      await engine.call('stacks.preview', { file: found.file, asOf: TODAY });
      await engine.call('credentials.create', { fields: found.credential, asOf: TODAY });
    }
  });

  test.each([
    ['XSeries', 'edX'],
    ['HarvardX Data Science', 'edX'],
    ['MITx Supply Chain', 'edX'],
    ['MITx Statistics', 'edX'],
    ['MicroBachelors', 'edX'],
    ['ColumbiaX', 'edX'],
    ['MichiganX', 'edX'],
    ['Specialization', 'Coursera'],
    ['MasterTrack', 'Coursera'],
    ['Yale', 'Coursera'],
    ['IBM', 'Coursera'],
    ['Meta', 'Coursera'],
    ['Google Data Analytics', 'Coursera'],
    ['Google Project Management', 'Coursera'],
    ['Google Ads', 'Skillshop'],
    ['Google Analytics certification', 'Skillshop'],
    ['Digital Garage', 'Google Digital Garage'],
    ['Microsoft badge', 'Microsoft Learn'],
    ['Salesforce Certified', 'Trailhead'],
    ['HubSpot', 'HubSpot Academy'],
    ['Nanodegree', 'Udacity'],
    ['LinkedIn Learning', 'LinkedIn Learning'],
    ['Credly badge', 'Credly'],
    ['Project Management Professional', null],
    ['CompTIA A+', null],
    ['SHRM Certified', null],
    ['Certified Public Accountant', null],
    ['Bootcamp', 'various'],
    ['Degree', 'university'],
  ])('%s is found by name', async (query, platform) => {
    using engine = openTestEngine();
    const items = await engine.call('programs.list', { query });
    expect(items.map((item) => item.platform)).toContain(platform);
  });

  test('what no source confirms says so, wherever it is shown', async () => {
    using engine = openTestEngine();
    const unconfirmed = (await engine.call('programs.list', { query: 'Michigan' })).filter(
      (item) => item.unconfirmed,
    );
    expect(unconfirmed.map(({ id }) => id).toSorted()).toEqual([
      'michigan-data-science',
      'michigan-data-science-program',
    ]);
    const found = await engine.call('programs.get', { id: 'michigan-data-science-program' });
    expect(found.warnings[0]).toBe('Unconfirmed: no source says that this program exists.');
    expect(found.credential.notes).toContain('Unconfirmed.');
  });

  test('figures are a low and a high one with their source and day; paid is the credential’s own', async () => {
    using engine = openTestEngine();
    const { parts } = await engine.call('programs.get', { id: 'mitx-scm-program' });
    expect(parts).toHaveLength(6);
    expect(parts[0]?.estimate).toMatchObject({
      hours: [60, 60],
      low: { amount: 10_000, currency: 'USD' },
      high: { amount: 25_000, currency: 'USD' },
      asOf: expect.stringContaining('about 2017') as unknown,
    });
    expect(parts[0]?.estimate?.source).toContain('Making Sense of edX');
    const made = await engine.call('stacks.fromCatalogue', {
      programId: 'mitx-scm-program',
      asOf: TODAY,
    });
    expect(leaves(made.root).every(({ cost }) => cost === null)).toBe(true);
    expect(made.report).toMatchObject({
      remainingCostLow: [{ amount: 60_000, currency: 'USD' }],
      remainingCostHigh: [{ amount: 150_000, currency: 'USD' }],
      paid: [],
    });
  });

  test('courses whose names the catalogue does not know are numbered, or as the holder names them', async () => {
    using engine = openTestEngine();
    const { parts } = await engine.call('programs.get', { id: 'columbiax-ba-program' });
    expect(parts.map(({ title, named }) => [title, named])).toEqual([
      ['Course 1 of 4', false],
      ['Course 2 of 4', false],
      ['Course 3 of 4', false],
      ['Course 4 of 4', false],
    ]);
    const made = await engine.call('stacks.fromCatalogue', {
      programId: 'columbiax-ba-program',
      asOf: TODAY,
      courses: ['Analytics in Python', 'Marketing Analytics'],
    });
    expect(leaves(made.root).map(({ title }) => title)).toEqual([
      'Analytics in Python',
      'Marketing Analytics',
    ]);
    expect(made.added).toBe(2);
  });

  test('a pathway with a choice asks for one of the alternatives', async () => {
    using engine = openTestEngine();
    await engine.call('credentials.create', {
      fields: aCredential({
        title: 'Azure Developer',
        abbreviation: 'AZ-204',
        issuer: 'Microsoft',
      }),
      asOf: TODAY,
    });
    const made = await engine.call('stacks.fromCatalogue', {
      programId: 'azure-devops',
      asOf: TODAY,
      plan: false,
    });
    expect(made.root).toMatchObject({
      children: [
        {
          rule: 'any',
          complete: true,
          children: [{ title: 'AZ-104' }, { title: 'Azure Developer' }],
        },
        { title: 'exam AZ-400', role: 'exam', blockedBy: [] },
      ],
    });
  });
});

test('MITx Supply Chain Management, from the catalogue to five courses and the exam to the ledger', async () => {
  using engine = openTestEngine();
  const held = await engine.call('credentials.create', {
    fields: aCredential({
      title: 'SC0x Supply Chain Analytics',
      kind: 'course-certificate',
      issuer: 'MITx',
      issued: '2026-05' as never,
      verifiedTrack: true,
    }),
    asOf: TODAY,
  });
  const made = await engine.call('stacks.fromCatalogue', {
    programId: 'mitx-scm-program',
    asOf: TODAY,
  });
  expect(made).toMatchObject({ added: 5, reused: 1, report: { done: 1, of: 6, complete: false } });
  const parts = leaves(made.root);
  expect(parts.map(({ title, role }) => [title.slice(0, 4), role])).toEqual([
    ['SC0x', 'course'],
    ['SC1x', 'course'],
    ['SC2x', 'course'],
    ['SC3x', 'course'],
    ['SC4x', 'course'],
    ['CFx ', 'exam'],
  ]);
  expect(parts[0]?.credentialId).toBe(held.id);
  expect(parts[5]?.blockedBy).toEqual(['Courses']);
  // The whole came as one change: undo takes the stack and what was planned for it.
  const { undo } = await engine.call('history.state', {});
  expect(undo?.label).toBe('Added stack MITx MicroMasters in Supply Chain Management');

  const [offer] = made.offers;
  if (!offer) throw new Error('The stack grants an offer of credit');
  expect(offer).toMatchObject({
    institution: 'Massachusetts Institute of Technology',
    credits: null,
    state: 'not-completed',
    accepted: 0,
  });
  const { id: offerId } = offer;
  const fieldsOf = async () => {
    const [degree] = await engine.call('credits.ledger', { asOf: TODAY });
    return degree?.offers[0];
  };
  await engine.call('credits.putOffer', {
    id: offerId,
    asOf: TODAY,
    fields: {
      title: 'MicroMasters credential',
      institution: offer.institution,
      degree: offer.degree,
      credits: 30,
      of: 96,
      stackId: made.id,
    },
  });
  for (const { credentialId, title } of parts.slice(1)) {
    if (credentialId === null) throw new Error(`${title} is planned`);
    await engine.call('credentials.update', {
      id: credentialId,
      asOf: TODAY,
      patch: { lifecycle: 'earned', issued: '2026-11-01' },
    });
  }
  const complete = await engine.call('stacks.get', { id: made.id, asOf: TODAY });
  expect(complete.report).toMatchObject({ complete: true, progress: 1 });
  expect(await fieldsOf()).toMatchObject({ completed: true, accepted: 0, state: 'not-admitted' });

  const accept = (on: string) =>
    engine.call('credits.accept', { offerId, on: day(on), asOf: TODAY, note: 'Letter' });
  await expect(accept('2026-11-20')).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('not admitted'),
  });
  await engine.call('credits.admit', { id: offerId, on: day('2026-11-15'), asOf: TODAY });
  await expect(accept('2026-11-10')).rejects.toMatchObject({ code: 'refused' });
  expect(await accept('2026-11-20')).toMatchObject({ accepted: 30, state: 'accepted' });
  await expect(accept('2026-11-21')).rejects.toMatchObject({
    message: 'All 30 credits of it are accepted already.',
  });
  expect(await engine.call('credits.ledger', { asOf: TODAY })).toMatchObject([
    { accepted: 30, offered: 30, of: 96, needed: 66, admittedOn: '2026-11-15' },
  ]);
  expect(await engine.call('credits.ledger', { asOf: day('2026-11-19') })).toMatchObject([
    { accepted: 0, needed: 96 },
  ]);

  // A stack may go: credit that was accepted is a fact and stays.
  await engine.call('stacks.remove', { ids: [made.id] });
  expect(await fieldsOf()).toMatchObject({ accepted: 30, stackId: null, done: 6, courses: 6 });
  await expect(engine.call('credits.removeOffer', { id: offerId })).rejects.toMatchObject({
    code: 'refused',
  });
  await engine.call('history.undo', {});
  expect((await fieldsOf())?.stackId).toBe(made.id);
  expect((await engine.call('portfolio.doctor', { repair: false })).healthy).toBe(true);
});

test('the cheapest and the quickest way to 12 credits', async () => {
  using engine = openTestEngine();
  const offer = async (title: string, credits: number, hours: number, dollars: number) => {
    const { id } = await engine.call('credentials.create', {
      fields: aCredential({
        title,
        lifecycle: 'planned',
        hours,
        cost: { amount: dollars * 100, currency: 'USD' },
      }),
      asOf: TODAY,
    });
    await engine.call('credits.putOffer', {
      asOf: TODAY,
      fields: { title, institution: 'ASU', degree: 'BA', credits, credentialIds: [id] },
    });
  };
  await offer('Long and cheap', 12, 200, 100);
  await offer('Short half', 6, 40, 300);
  await offer('Short other half', 6, 50, 300);
  const path = (by: 'cost' | 'hours', credits = 12) =>
    engine.call('credits.path', { institution: 'asu', degree: 'BA', credits, by, asOf: TODAY });
  expect(await path('cost')).toMatchObject({
    reached: true,
    credits: 12,
    cost: [{ amount: 10_000, currency: 'USD' }],
    offers: [{ title: 'Long and cheap', courses: ['Long and cheap'] }],
  });
  expect(await path('hours')).toMatchObject({ hours: 90, credits: 12 });
  expect(await path('cost', 40)).toMatchObject({ reached: false, credits: 24 });
  await expect(
    engine.call('credits.path', { institution: 'X', degree: 'Y', credits: 1, asOf: TODAY }),
  ).rejects.toMatchObject({ code: 'not_found' });
});

test('the sample has stacks: a program towards a degree, a set and a path', async () => {
  using engine = openTestEngine();
  await engine.call('portfolio.demo', {});
  const { items } = await engine.call('stacks.list', { asOf: TODAY });
  expect(items).toMatchObject([
    { title: 'Supply Chain Management', kind: 'program', done: 3, of: 6, creditsOffered: 30 },
    { title: 'Content and ads', kind: 'curated', lapsed: ['Google Ads Search'] },
    { title: 'Data science', kind: 'curated' },
  ]);
  expect(items[1]?.atRisk).toEqual(['HubSpot Content Marketing']);
});
