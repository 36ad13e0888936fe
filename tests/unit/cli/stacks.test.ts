import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { laurel } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const asOf = ['--as-of', '2026-11-23'];

function portfolio() {
  const folder = temporaryFolder();
  return {
    path: folder.path,
    run: (...args: string[]) => laurel(folder.path, ...args, ...asOf, '--json'),
    say: (...args: string[]) => laurel(folder.path, ...args, ...asOf),
    file: (name: string, content: unknown) => {
      const file = join(folder.path, name);
      writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
      return file;
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

test('stack show prints what cli.md says, and a stack file round-trips byte for byte', async () => {
  using at = portfolio();
  const added = await at.run(
    'add',
    '--title',
    'Google Ads Search',
    '--kind',
    'certification',
    '--issuer',
    'Google',
    '--issued',
    '2026-01-10',
    '--expires',
    '2027-01-10',
    '--hours',
    '10',
    '--cost',
    '0:USD',
  );
  const { id: credentialId } = added.json<{ id: string }>();
  const file = at.file('stack.json', {
    title: 'Marketing',
    target: '2027-06',
    root: {
      rule: 'all',
      children: [
        { credentialId },
        { match: { issuer: 'Meta' }, title: 'Meta certificate' },
        { rule: 'atLeast', n: 1, title: 'Either', children: [{ match: { title: 'HubSpot' } }] },
      ],
    },
  });
  const made = await at.run('stack', 'add', file);
  expect(made.status).toBe(0);
  const { id } = made.json<{ id: string }>();

  const shown = await at.run('stack', 'show', 'marketing');
  expect(shown.json()).toEqual({
    id,
    title: 'Marketing',
    kind: 'curated',
    target: '2027-06',
    grants: null,
    root: {
      rule: 'all',
      children: [
        { credentialId, progress: 1 },
        { match: { issuer: 'Meta' }, title: 'Meta certificate', progress: 0 },
        {
          rule: 'atLeast',
          n: 1,
          title: 'Either',
          children: [{ match: { title: 'HubSpot' }, progress: 0 }],
          progress: 0,
        },
      ],
      progress: 0.3333,
    },
    report: {
      progress: 0.3333,
      complete: false,
      nextSteps: [
        { credentialId: null, title: 'Meta certificate', hours: 10, cost: null },
        { credentialId: null, title: 'HubSpot', hours: 10, cost: null },
      ],
      remainingHours: 20,
      remainingCost: [],
      forecast: '2026-12-17',
      atRisk: [{ credentialId, expires: '2027-01-10' }],
    },
  });
  const keys = Object.keys(shown.json<object>());
  expect(keys).toEqual(['id', 'title', 'kind', 'target', 'grants', 'root', 'report']);

  // Edited with its own file it is the same bytes; added again only the id differs.
  const printed = at.file('printed.json', shown.stdout);
  expect((await at.run('stack', 'edit', id, printed)).stdout).toBe(shown.stdout);
  expect((await at.run('stack', 'show', id)).stdout).toBe(shown.stdout);
  const copy = (await at.run('stack', 'add', printed)).json<{ id: string }>();
  const copied = await at.run('stack', 'show', copy.id);
  expect(copied.stdout.replace(copy.id, id)).toBe(shown.stdout);
  expect(readFileSync(printed, 'utf8')).toBe(shown.stdout);

  const twice = await at.run('stack', 'show', 'Marketing');
  expect(twice.status).toBe(1);
  expect(JSON.parse(twice.stderr)).toMatchObject({ error: { code: 'ambiguous' } });
  expect((await at.run('stack', 'remove', copy.id)).json()).toEqual({ id: copy.id, removed: 1 });
  expect((await at.run('stack', 'list')).json()).toMatchObject({
    asOf: '2026-11-23',
    items: [{ id, title: 'Marketing', done: 1, of: 3, atRisk: ['Google Ads Search'] }],
  });
  // Every date is taken as of the day that is asked for.
  const later = await laurel(at.path, 'stack', 'show', id, '--as-of', '2027-01-11', '--json');
  expect(later.json()).toMatchObject({ report: { progress: 0, atRisk: [] } });
});

test('a file with options keeps them, in the same bytes', async () => {
  using at = portfolio();
  const file = at.file('stack.json', {
    title: 'Path',
    kind: 'pathway',
    grants: { award: 'Credit', institution: 'MIT', degree: 'Master', credits: 30, of: 96 },
    options: { weeksOff: [{ from: '2026-12-21', to: '2027-01-03' }], weeklyHours: 10 },
    root: {
      rule: 'sum',
      of: 'ects',
      n: 12.5,
      children: [
        { match: { tag: 'degree' }, key: 'a', verified: true, minGrade: 80 },
        {
          match: { title: 'Exam' },
          role: 'exam',
          after: ['a'],
          teachOut: '2027-12-31',
          estimate: { hours: [10, 20], low: { amount: 1, currency: 'USD' }, source: 'memory' },
        },
      ],
    },
  });
  await at.run('stack', 'add', file);
  const first = await at.run('stack', 'show', 'Path');
  const printed = at.file('printed.json', first.stdout);
  await at.run('stack', 'edit', 'Path', printed);
  expect((await at.run('stack', 'show', 'Path')).stdout).toBe(first.stdout);
  expect(first.json()).toMatchObject(JSON.parse(readFileSync(file, 'utf8')) as object);
});

test('a wrong file is refused with the place, and nothing is changed', async () => {
  using at = portfolio();
  const bad = at.file('bad.json', {
    title: 'T',
    root: {
      rule: 'all',
      children: [{ rule: 'atLeast', n: 3, children: [{ match: { tag: 'x' } }] }],
    },
  });
  const refused = await at.run('stack', 'add', bad);
  expect([refused.status, refused.stdout]).toEqual([1, '']);
  expect(JSON.parse(refused.stderr)).toMatchObject({
    error: { code: 'invalid_input', path: 'root.children.0.n' },
  });
  expect((await at.run('stack', 'add', at.file('no.json', '{'))).status).toBe(1);
  expect((await at.run('stack', 'add')).status).toBe(2);
  expect((await at.run('stack', 'list')).json()).toMatchObject({ items: [] });
});

test('from the catalogue to accepted credit', async () => {
  using at = portfolio();
  const items = (await at.run('stack', 'catalogue', 'supply', 'chain')).json<{ items: object[] }>();
  expect(items.items).toHaveLength(2);
  const made = await at.run('stack', 'start', 'mitx-scm-program', '--target', '2027-12');
  expect(made.json()).toMatchObject({ kind: 'program', target: '2027-12' });
  const offered = await at.run(
    'stack',
    'credit',
    'offer',
    '--title',
    'Credit for the MicroMasters',
    '--institution',
    'MIT',
    '--degree',
    'Master',
    '--credits',
    '30',
    '--of',
    '96',
    '--stack',
    'MITx MicroMasters in Supply Chain Management',
  );
  expect(offered.json()).toMatchObject({ state: 'not-completed', accepted: 0, courses: 6 });
  const accepted = await at.run('stack', 'credit', 'accept', 'Credit for the MicroMasters');
  expect(JSON.parse(accepted.stderr)).toMatchObject({ error: { code: 'refused' } });

  const one = ['stack', 'credit', 'offer', '--title', 'A course', '--institution', 'ASU'];
  const course = (
    await at.run('add', '--title', 'Algebra', '--kind', 'course-certificate', '--issuer', 'ASU')
  ).json<{ id: string }>();
  await at.run(
    ...one,
    '--degree',
    'BA',
    '--credits',
    '3',
    '--of',
    '120',
    '--credential',
    course.id,
  );
  expect((await at.run('stack', 'credit', 'accept', 'A course')).status).toBe(1);
  expect((await at.run('stack', 'credit', 'admit', 'A course')).json()).toMatchObject({
    state: 'not-yet-accepted',
  });
  const done = await at.run('stack', 'credit', 'accept', 'A course', '--note', 'By letter');
  expect(done.json()).toMatchObject({ accepted: 3, acceptances: [{ on: '2026-11-23' }] });
  const ledger = await at.run('stack', 'credit', 'list');
  expect(ledger.json()).toMatchObject({
    degrees: expect.arrayContaining([
      expect.objectContaining({ degree: 'BA', accepted: 3, needed: 117 }),
    ]) as unknown,
  });
  const path = await at.run(
    'stack',
    'credit',
    'path',
    '3',
    '--institution',
    'ASU',
    '--degree',
    'BA',
  );
  expect(path.json()).toMatchObject({ reached: true, accepted: 3, offers: [] });
});

test('in words: the tree with its rules, the steps, what is at risk', async () => {
  using at = portfolio();
  await at.run('demo');
  const { stdout } = await at.say('stack', 'show', 'Supply Chain Management');
  expect(stdout).toContain('Courses (all 5)');
  expect(stdout).toContain('45%  SC3x Supply Chain Dynamics, in progress');
  expect(stdout).toMatch(/3 {2}CFx comprehensive final exam .* after Courses/);
  expect((await at.say('stack', 'what-if')).stdout).toContain('Content and ads');
  expect((await at.say('stack', 'list')).stdout).toContain('expired: Google Ads Search');
  expect((await at.say('stack', 'catalogue', '--show', 'michigan-data-science')).stdout).toContain(
    'Unconfirmed',
  );
});
