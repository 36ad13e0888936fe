import { describe, expect, test } from 'vitest';
import type { ProcedureInput } from '#shared/procedures.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

type Input = ProcedureInput<'imports.commit'>;

const inputOf = (content: string | Uint8Array, more: Partial<Input> = {}): Input => ({
  files: [
    {
      name: 'list.csv',
      bytes:
        typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content),
    },
  ],
  asOf: TODAY,
  ...more,
});
const stored = async (engine: TestEngine) =>
  (await engine.call('credentials.list', { asOf: TODAY, limit: 500 })).items;

describe('columns', () => {
  test('are matched by name, in English and German, and the user’s map counts over that', async () => {
    using engine = openTestEngine();
    const csv = 'Zertifikat;Aussteller;Datum;Raum\nBrandschutz;Feuerwehr;3.11.2020;A1\n';

    expect((await engine.call('imports.preview', inputOf(csv))).columns).toEqual([
      { name: 'Zertifikat', field: 'title' },
      { name: 'Aussteller', field: 'issuer' },
      { name: 'Datum', field: 'issued' },
      { name: 'Raum', field: null },
    ]);
    await engine.call('imports.commit', inputOf(csv, { map: { raum: 'notes', Datum: '' } }));
    expect(await stored(engine)).toMatchObject([
      { title: 'Brandschutz', notes: 'A1', issued: null },
    ]);
  });

  test.each([{ Room: 'title' }, { Titel: 'nothing' }, { __proto__x: 'title' }])(
    'a map to what is not there is refused: %j',
    async (map) => {
      using engine = openTestEngine();
      await expect(
        engine.call('imports.preview', inputOf('Titel,Aussteller\nA,B\n', { map })),
      ).rejects.toMatchObject({ code: 'invalid_input', path: 'map' });
    },
  );

  test('a row with too many cells waits for a look', async () => {
    using engine = openTestEngine();
    const csv = 'Title,Issuer\nExcel, advanced,Microsoft\nWord,Microsoft\n';
    const { rows } = await engine.call('imports.preview', inputOf(csv));

    expect(rows.map(({ action, problem }) => [action, problem?.code])).toEqual([
      ['reject', 'uneven_row'],
      ['add', undefined],
    ]);
    const decisions = {
      [String(rows[0]?.key)]: { cells: { title: 'Excel, advanced', issuer: 'Microsoft' } },
    };
    expect(await engine.call('imports.commit', inputOf(csv, { decisions }))).toMatchObject({
      added: 2,
      rejected: [],
    });
  });
});

describe('dates', () => {
  const csv = (...dates: string[]) =>
    `Title,Issuer,Issued\n${dates.map((date, at) => `T${at},I,${date}`).join('\n')}\n`;

  test('a file that only one order can read is read in that order', async () => {
    using engine = openTestEngine();
    expect(
      await engine.call('imports.preview', inputOf(csv('31/12/2020', '03/04/2021'))),
    ).toMatchObject({ dateOrder: 'day-first', ambiguousDates: 1 });
    expect(
      await engine.call('imports.preview', inputOf(csv('12/31/2020', '03/04/2021'))),
    ).toMatchObject({ dateOrder: 'month-first', ambiguousDates: 1 });
  });

  test('else as the settings say, shown by examples, and as the user then chooses', async () => {
    using engine = openTestEngine();
    await engine.call('settings.set', { dateOrder: 'day-first' });
    expect(await engine.call('imports.preview', inputOf(csv('03/04/2021')))).toMatchObject({
      dateOrder: 'day-first',
      dateExamples: [{ text: '03/04/2021', date: '2021-04-03' }],
    });
    await engine.call('imports.commit', inputOf(csv('03/04/2021'), { dateOrder: 'month-first' }));
    expect(await stored(engine)).toMatchObject([{ issued: '2021-03-04' }]);
  });

  test('without dates in numbers there is nothing to ask', async () => {
    using engine = openTestEngine();
    expect(
      await engine.call('imports.preview', inputOf(csv('Nov 2020', '2019', '2021-03-04'))),
    ).toMatchObject({ dateExamples: [], ambiguousDates: 0 });
  });
});

test('a text of unknown encoding is asked about, and not taken in before', async () => {
  using engine = openTestEngine();
  const latin = new Uint8Array(Buffer.from('Title,Issuer\nPrüfung,Köln\n', 'latin1'));

  const { rows, encodingChoices } = await engine.call('imports.preview', inputOf(latin));
  expect(rows).toEqual([]);
  expect(encodingChoices[0]).toEqual({ encoding: 'windows-1252', sample: 'Prüfung,Köln' });
  await expect(engine.call('imports.commit', inputOf(latin))).rejects.toMatchObject({
    code: 'invalid_input',
    path: 'encoding',
  });
  await engine.call('imports.commit', inputOf(latin, { encoding: 'windows-1252' }));
  expect(await stored(engine)).toMatchObject([{ title: 'Prüfung', issuer: { name: 'Köln' } }]);
});

test('our own export comes back as it was, guarded cells included', async () => {
  using engine = openTestEngine();
  const fields = aCredential({
    title: '=HYPERLINK("x"), "R&D"; É 🎓',
    issuer: '+Plus; Minus',
    number: "'00-1",
    notes: 'Two\nlines',
    skills: ['C++', 'a; b'],
    tags: ['work'],
    cost: { amount: 19900, currency: 'USD' },
    hours: 12.5,
    neverExpires: true,
  });
  const before = await engine.call('credentials.create', { fields, asOf: TODAY });
  const { text } = await engine.call('exports.csv', { asOf: TODAY });

  expect(await engine.call('imports.commit', inputOf(text))).toMatchObject({
    format: 'csv',
    batch: null,
    skipped: 1,
  });
  await engine.call('credentials.trash', { ids: [before.id] });
  expect(await engine.call('imports.commit', inputOf(text))).toMatchObject({
    added: 1,
    rejected: [],
  });
  const [after] = await stored(engine);
  const { id: _, source: __, createdAt: ___, updatedAt: ____, ...same } = before;
  expect(after).toMatchObject({ ...same, issuer: { name: '+Plus; Minus' } });
});

test('a policy that is known decides on the expiry, one that is not keeps no row out', async () => {
  using engine = openTestEngine();
  const csv =
    'Title,Issuer,Issued,policyId\nPMP,PMI,2024-05-14,pmi-pmp\nOther,PMI,2024-05-14,somewhere-else\n';
  const { rows } = await engine.call('imports.preview', inputOf(csv));
  await engine.call('imports.commit', inputOf(csv));
  const items = await stored(engine);

  expect(rows[1]?.warnings).toEqual([expect.stringContaining('somewhere-else')]);
  expect(items.find(({ title }) => title === 'PMP')).toMatchObject({
    policyId: 'pmi-pmp',
    expiresComputed: '2027-05-14',
  });
  expect(items.find(({ title }) => title === 'Other')).toMatchObject({ policyId: null });
});

test('progress is told while many rows are written', async () => {
  using engine = openTestEngine();
  const told: number[] = [];
  engine.onEvent((event) => event.name === 'progress' && told.push(event.payload.done));
  await engine.call(
    'imports.commit',
    inputOf(`Title,Issuer\n${Array.from({ length: 3500 }, (_, at) => `T${at},I`).join('\n')}\n`),
  );

  expect(told).toEqual([0, 1000, 2000, 3000]);
});

test('a file that is refused leaves the engine as it was', async () => {
  using engine = openTestEngine();
  await expect(engine.call('imports.commit', inputOf('%PDF-1.4'))).rejects.toMatchObject({
    code: 'unsupported_format',
  });
  await expect(
    engine.call('imports.commit', inputOf(new Uint8Array(21 * 1024 * 1024))),
  ).rejects.toMatchObject({ code: 'too_large' });
  expect(await engine.call('imports.commit', inputOf('Title,Issuer\nA,B\n'))).toMatchObject({
    added: 1,
  });
});
