import { describe, expect, test } from 'vitest';
import type { ProcedureInput } from '#shared/procedures.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';
import { HEADERS, zipOf } from '../../support/linkedinFixtures.ts';

const add = (
  engine: TestEngine,
  fields: Partial<ProcedureInput<'credentials.create'>['fields']> = {},
) => engine.call('credentials.create', { fields: { ...aCredential(), ...fields }, asOf: TODAY });

describe('drift', () => {
  const csvOf = (rows: ReadonlyArray<readonly string[]>) =>
    [
      HEADERS.certifications,
      ...rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')),
    ].join('\n');
  const check = (engine: TestEngine, text: string, name = 'Certifications.csv') =>
    engine.call('drift.check', {
      files: [{ name, bytes: new TextEncoder().encode(text) }],
      asOf: TODAY,
    });

  /** "May 2018" of a copy sheet as LinkedIn's export writes it. */
  const short = (text: string) => text.replace(/^(\p{L}{3})\p{L}*/u, '$1');

  test('once everything is applied, a second run finds nothing', async () => {
    using engine = openTestEngine();
    await engine.call('portfolio.demo', {});
    await add(engine, {
      title: 'R&D in C#, "advanced"',
      issuer: 'École & Söhne',
      issued: '2019',
      number: '=1',
      url: 'https://x.example/?a=1&b=2',
    });
    const first = await check(
      engine,
      csvOf([
        [
          'Project Management Professional (PMP)',
          '',
          'Project Management Institute',
          'Jun 2018',
          'Jun 2024',
          '',
        ],
        ['Basket weaving', '', 'Guild', 'Jan 2001', '', ''],
      ]),
    );
    expect(first.missing.length).toBeGreaterThan(5);
    expect(first.onlyThere).toMatchObject([
      { name: 'Basket weaving', issuer: 'Guild', issued: '2001-01' },
    ]);
    expect(first.outdated).toMatchObject([
      { title: 'Project Management Professional (PMP)', lapsed: false },
    ]);
    expect(first.outdated[0]?.differences.map(({ field }) => field)).toContain('expires');

    // The copy sheets, typed into LinkedIn and exported again.
    const applied = [...first.missing, ...first.outdated].map(({ fields }) => {
      const of = (name: string) => fields.find((field) => field.name === name)?.value ?? '';
      return [
        of('Name'),
        of('Credential URL'),
        of('Issuing organization'),
        short(of('Issue date')),
        short(of('Expiration date')),
        of('Credential ID'),
      ];
    });
    const second = await check(engine, csvOf(applied));
    expect(second).toMatchObject({
      rows: applied.length,
      same: applied.length,
      missing: [],
      outdated: [],
      onlyThere: [],
    });
  });

  test('the zip of the whole export is read too, and other files are refused', async () => {
    using engine = openTestEngine();
    await add(engine, { abbreviation: 'PMP', issued: '2018-05' });
    const bytes = await zipOf({
      'Certifications.csv': csvOf([['PMP', '', 'PMI', 'May 2018', '', '']]),
      'messages.csv': 'No conversations found',
    });
    const drift = await engine.call('drift.check', {
      files: [{ name: 'export.zip', bytes: new Uint8Array(bytes) }],
      asOf: TODAY,
    });
    expect(drift).toMatchObject({ rows: 1, same: 1, missing: [] });
    await expect(check(engine, 'a,b\n1,2\n', 'x.csv')).rejects.toMatchObject({
      code: 'unsupported_format',
    });
  });

  test('another name of the issuer is no difference', async () => {
    using engine = openTestEngine();
    await add(engine, { title: 'CISSP', issuer: 'ISC2', issued: '2022-02' });
    expect(await check(engine, csvOf([['CISSP', '', '(ISC)²', 'Feb 2022', '', '']]))).toMatchObject(
      { same: 1 },
    );
  });
});
