import { expect, test } from 'vitest';
import { laurel, type CliResult } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** Runs what a person would type; double quotes keep blanks together. */
type Run = (line: string) => Promise<CliResult>;

const runIn =
  (folder: string, ...always: string[]): Run =>
  (line) =>
    laurel(
      folder,
      ...(line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', '')),
      ...always,
    );

const withCourse = (run: Run) =>
  run(
    'add --title "Google Project Management" --abbr GPM --kind professional-certificate ' +
      '--issuer Google --platform Coursera --status in-progress --started 2026-09 ' +
      '--hours 100 --progress 40 --cost 400.00:USD',
  );

test('subscription: add, list, edit, pause, show, remove', async () => {
  using folder = temporaryFolder();
  const run = runIn(folder.path, '--json', '--as-of', '2026-11-23');
  const plainly = runIn(folder.path, '--as-of', '2026-11-23');
  await withCourse(run);
  const added = await run(
    'subscription add --platform Coursera --plan "Coursera Plus" --price 49.00:USD ' +
      '--from 2026-09-15',
  );
  expect(added.json()).toMatchObject({
    state: 'active',
    burnt: { amount: 14700, currency: 'USD' },
    projected: { through: '2027-01-31', total: { amount: 24500 } },
  });
  const plain = await plainly('subscription list');
  expect(plain.stdout).toContain('Finish by 2026-12-14: saves 2 × 49.00 USD = 98.00 USD.');
  const dearer = await run(
    'subscription edit "coursera plus" --price 59.00:USD --since 2026-12-01',
  );
  expect(dearer.json()).toMatchObject({
    price: { amount: 4900 },
    priceChanges: [{ from: '2026-12-01', amount: 5900 }],
    projected: { total: { amount: 26500 } },
  });
  const paused = await run('subscription pause Coursera --from 2026-12-01 --to 2026-12-31');
  expect(paused.json()).toMatchObject({ nextPayment: { on: '2027-01-15' } });
  const shown = await run('subscription show Coursera --finish-by 2026-12-31');
  expect(shown.json()).toMatchObject({ saving: { saved: { amount: 5900 } } });
  const ended = await run('subscription edit Coursera --until 2026-12-20 --plan ""');
  expect(ended.json()).toMatchObject({ plan: null, until: '2026-12-20', nextPayment: null });
  expect((await run('subscription remove Coursera')).json()).toMatchObject({ removed: true });
  expect((await run('subscription list')).json()).toMatchObject({ items: [] });
  await run('undo');
  expect((await run('subscription list')).json()).toMatchObject({ items: [{ plan: null }] });
}, 60_000);

test('cost, budget and stats', async () => {
  using folder = temporaryFolder();
  const run = runIn(folder.path, '--json', '--as-of', '2026-11-23');
  const plainly = runIn(folder.path, '--as-of', '2026-11-23');
  await withCourse(run);
  const exam = await run(
    'cost add --for GPM --kind exam --amount 50.00:USD --paid 2026-10-01 ' +
      '--reimbursed 20 --reimbursed-on 2026-10-15',
  );
  expect(exam.json()).toMatchObject({ money: { amount: 5000 }, reimbursed: 2000, state: 'paid' });
  await run('cost add --for GPM --kind books --amount 1500:JPY --payer employer --payer-name Acme');
  const { items } = (await run('cost list --for GPM')).json<{ items: { id: string }[] }>();
  expect(items).toHaveLength(2);
  const budget = await run('budget --until 2027-06-30');
  expect(budget.json()).toMatchObject({
    until: '2027-06-30',
    totals: [
      { currency: 'USD', spent: 5000, reimbursed: 2000, net: 3000, committed: 0, open: 35000 },
    ],
    toFinish: [{ title: 'Google Project Management', money: [{ amount: 35000 }] }],
    stacks: [],
  });
  expect((await run('cost show GPM')).json()).toMatchObject({ figureCounts: 'as-open' });
  expect((await run('stats')).json()).toMatchObject({
    total: 1,
    byStatus: [{ status: 'in-progress', count: 1 }],
    money: { net: [{ amount: 3000, currency: 'USD' }] },
  });
  const yen = (await run('cost list')).json<{ items: { id: string; kind: string }[] }>();
  const books = yen.items.find(({ kind }) => kind === 'books');
  expect((await run(`cost remove ${books?.id}`)).status).toBe(0);
  for (const command of ['budget', 'stats', 'cost list', 'cost show GPM']) {
    const { status, stdout } = await plainly(command);
    expect([command, status]).toEqual([command, 0]);
    expect(stdout).toContain('50.00 USD');
  }
}, 60_000);

test('track: the mode and its deadlines', async () => {
  using folder = temporaryFolder();
  const run = runIn(folder.path, '--json', '--as-of', '2026-11-23');
  const plainly = runIn(folder.path, '--as-of', '2026-11-23');
  await withCourse(run);
  const set = await run('track GPM audit --upgrade-by 2026-12-04 --aid-by 2026-11-30');
  expect(set.json()).toMatchObject({
    mode: 'audit',
    countsAsVerified: false,
    deadlines: [{ deadline: 'aid', daysLeft: 7 }, { deadline: 'verified-upgrade' }],
  });
  const plain = await plainly('track GPM');
  expect(plain.stdout).toBe(
    'Google Project Management: audit, does not count where a verified track is required\n' +
      '  aid by 2026-11-30, 7 days left\n' +
      '  verified-upgrade by 2026-12-04, 11 days left\n',
  );
  expect((await run('remind')).json()).toMatchObject({ reminders: [{ kind: 'deadline' }] });
  const cleared = await run('track GPM --aid-by ""');
  expect(cleared.json()).toMatchObject({ aidBy: null, upgradeBy: '2026-12-04' });
}, 60_000);

test('study: planned, shown, changed in part, tried, cleared', async () => {
  using folder = temporaryFolder();
  const run = runIn(folder.path, '--json', '--as-of', '2026-11-23');
  const plainly = runIn(folder.path, '--as-of', '2026-11-23');
  await withCourse(run);
  await run('add --title Agile --kind course-certificate --issuer X --hours 10 --status planned');
  expect((await run('study')).json()).toBeNull();
  const made = await run(
    'study --for GPM,Agile --by 2027-03-31 --hours-per-week 7 ' +
      '--off 2026-12-21..2027-01-03 --after GPM:Agile',
  );
  expect(made.json()).toMatchObject({
    fits: true,
    weeklyHours: 7,
    hoursLeft: 70,
    courses: [{ title: 'Agile' }, { title: 'Google Project Management' }],
  });
  const plain = await plainly('study');
  expect(plain.stdout).toContain('It fits: all is done on 14 February 2027, 45 days to spare.');
  expect(plain.stdout).toMatch(/2026-12-21 +0 h +7 days off/);
  const tried = await run('study --by 2026-12-31 --dry-run');
  expect(tried.json()).toMatchObject({ fits: false, hoursShort: 42, settings: { weeklyHours: 7 } });
  expect((await run('study')).json()).toMatchObject({ fits: true });
  expect((await run('study --clear')).json()).toEqual({ removed: true });
}, 60_000);

test('bad input is refused in one line, and nothing is written', async () => {
  using folder = temporaryFolder();
  const run = runIn(folder.path);
  await withCourse(run);
  for (const line of [
    'subscription add --platform X --price 49 --from 2026-01-01',
    'subscription add --platform X --price 49:USD --from 2026-02-30',
    'subscription add --platform X --price 49:USD --from 2026-02-03 --until 2026-02-01',
    'subscription add --platform X --price 49:USD --from 2026-02-03 --aid 101',
    'subscription edit nothing --until 2026-02-01',
    'subscription pause nothing',
    'cost add --for nobody --kind exam --amount 1:USD',
    'cost add --for GPM --kind exam --amount 1:USD --reimbursed 2',
    'cost remove abcdef',
    'track GPM listening',
    'track GPM --upgrade-by soon',
    'budget --until 1999-01-01',
    'study --for GPM',
    'study --for GPM --by 2100-01-01 --as-of 2026-11-23',
    'study --for GPM --by 2027-01-01 --off 2026-12-24..2026-12-01',
    'study --for GPM --by 2027-01-01 --hours-per-week many',
  ]) {
    const result = await run(line);
    expect([line, result.status, result.stdout]).toEqual([line, 1, '']);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
  }
  expect((await run('cost add --for GPM --kind tea --amount 1:USD')).status).toBe(2);
  expect((await run('subscription list --json')).json()).toMatchObject({ items: [] });
  expect((await run('cost list --json')).json()).toEqual({ items: [] });
}, 60_000);
