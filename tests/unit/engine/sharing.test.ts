import { describe, expect, test } from 'vitest';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { ProcedureInput } from '#shared/procedures.ts';
import { aCredential, openTestEngine, TODAY, type TestEngine } from '../../support/engine.ts';

const add = (
  engine: TestEngine,
  fields: Partial<ProcedureInput<'credentials.create'>['fields']> = {},
) => engine.call('credentials.create', { fields: { ...aCredential(), ...fields }, asOf: TODAY });

describe('post, headline, signature', () => {
  test('nothing is announced that is not true', async () => {
    using engine = openTestEngine();
    const expired = await add(engine, { title: 'Old', expires: '2020-01' });
    const planned = await add(engine, { title: 'Wish', lifecycle: 'planned' });
    const going = await add(engine, {
      title: 'Course',
      kind: 'course-certificate',
      lifecycle: 'in-progress',
    });
    for (const { id } of [expired, planned])
      await expect(engine.call('sharing.post', { id, asOf: TODAY })).rejects.toMatchObject({
        code: 'refused',
      });
    await expect(
      engine.call('sharing.post', { id: going.id, occasion: 'completed', asOf: TODAY }),
    ).rejects.toMatchObject({
      code: 'refused',
    });
    expect(await engine.call('sharing.post', { id: going.id, asOf: TODAY })).toMatchObject({
      occasion: 'started',
      text: 'I have begun Course at PMI.',
    });
  });

  test('a post counts, folds and warns of clichés; the findings of the lint come along', async () => {
    using engine = openTestEngine();
    const { id } = await add(engine, { abbreviation: 'PMP', issued: '2024' });
    const made = await engine.call('sharing.post', {
      id,
      learned: 'I am thrilled. As a CFA, expected 2027, I plan. '.repeat(6),
      asOf: TODAY,
    });
    expect(made.characters).toBe(made.text.length);
    expect(made.fold.shown.length).toBeLessThanOrEqual(210);
    expect(made.warnings.join(' ')).toContain('thrilled');
    expect(made.findings.map(({ rule }) => rule)).toContain('cfa-expected-date');
    const measured = await engine.call('sharing.measurePost', {
      text: 'x'.repeat(3001),
      asOf: TODAY,
    });
    expect(measured).toMatchObject({ characters: 3001, limit: 3000 });
    expect(measured.warnings[0]).toContain('Shorten it by 1');
  });

  test('letters follow the day and what the user says of them, and that can be undone', async () => {
    using engine = openTestEngine();
    const pmp = await add(engine, { abbreviation: 'PMP', expires: '2027-05' });
    const badge = await add(engine, { title: 'Badge', abbreviation: 'BDG', kind: 'badge' });
    const line = async (asOf = TODAY) =>
      (await engine.call('sharing.signature', { details: { name: 'Elena' }, asOf })).nameLine;
    expect(await line()).toBe('Elena, PMP');
    expect(await line(plainDateSchema.parse('2027-06-01'))).toBe('Elena');
    await engine.call('postnominals.set', { id: badge.id, shown: true, asOf: TODAY });
    await engine.call('postnominals.set', { id: pmp.id, letters: 'PMP®', asOf: TODAY });
    expect(await line()).toBe('Elena, PMP®, BDG');
    await engine.call('history.undo', {});
    await engine.call('history.undo', {});
    expect(await line()).toBe('Elena, PMP');
  });

  test('a locale that is none is refused', async () => {
    using engine = openTestEngine();
    const { id } = await add(engine);
    await expect(
      engine.call('sharing.post', { id, locale: 'no tag', asOf: TODAY }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('designation lint', () => {
  test('a dismissed finding stays away until it is restored; undo knows both', async () => {
    using engine = openTestEngine();
    await add(engine, { abbreviation: 'PMP', expires: '2020-01' });
    const lint = async (dismissed = false) =>
      (await engine.call('designations.lint', { text: 'Jane Doe, PMP', asOf: TODAY, dismissed }))
        .findings;
    const [finding] = await lint();
    expect(finding).toMatchObject({ rule: 'lapsed-title', phrase: 'PMP' });
    await engine.call('designations.dismiss', { key: finding?.key ?? '' });
    expect(await lint()).toEqual([]);
    expect(await lint(true)).toMatchObject([{ dismissed: true }]);
    await engine.call('history.undo', {});
    expect(await lint()).toHaveLength(1);
    await engine.call('history.redo', {});
    await engine.call('designations.restore', { key: finding?.key ?? '' });
    expect(await lint()).toHaveLength(1);
  });
});

describe('case for a raise', () => {
  test('what was earned and kept up since a day, with hours, costs and evidence', async () => {
    using engine = openTestEngine();
    await add(engine, {
      title: 'New',
      issued: '2026-03',
      hours: 40,
      skills: ['Risk'],
      cost: { amount: 40_500, currency: 'USD' },
      number: '77',
    });
    await add(engine, {
      title: 'Paid',
      issued: '2026-04',
      cost: { amount: 10_000, currency: 'USD' },
      costPaidBy: 'Northwind',
    });
    await add(engine, { title: 'Before', issued: '2020-03' });
    await add(engine, { title: 'Gone', issued: '2026-03', expires: '2026-05' });
    const made = await engine.call('sharing.raise', {
      since: '2026-01-01',
      results: ['Planning cycle from nine days to four'],
      market: ['"PMP preferred", 9 of 12 postings, Nov 2026'],
      ask: 'A grade more.',
      format: 'txt',
      asOf: TODAY,
    });
    expect(made.text).toBe(
      [
        'Case for a raise',
        'Since January 2026',
        'Earned',
        '- Paid, PMI, Apr 2026\n- New, PMI, Mar 2026',
        'What it led to',
        '- Planning cycle from nine days to four',
        'Skills',
        '- Risk',
        'Effort',
        '- 40 hours of study\n- $100.00 paid by Northwind\n- $405.00 paid myself',
        'How the market words it',
        '- "PMP preferred", 9 of 12 postings, Nov 2026',
        'Evidence',
        '- New: 77',
        'What I ask for',
        'A grade more.',
      ].join('\n\n') + '\n',
    );
    await expect(
      engine.call('sharing.raise', { since: '2027-01-01', asOf: TODAY }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('portfolio page', () => {
  const png = Uint8Array.from(
    atob(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    ),
    (sign) => sign.charCodeAt(0),
  );

  test('chosen by tag and id, expired only when asked, files only when embedded', async () => {
    using engine = openTestEngine();
    const pmp = await add(engine, {
      abbreviation: 'PMP',
      issued: '2018-05',
      tags: ['web'],
      number: '77',
      url: 'https://example.org/1',
    });
    await add(engine, { title: 'Old one', expires: '2020-01', tags: ['web'] });
    await add(engine, { title: 'Other one', issued: '2020' });
    await engine.call('evidence.attach', {
      id: pmp.id,
      files: [
        { name: 'certificate.png', mime: 'image/png', bytes: png },
        {
          name: 'drawing.svg',
          mime: 'image/svg+xml',
          bytes: new TextEncoder().encode('<svg onload="alert(1)"/>'),
        },
      ],
    });
    const page = (options: object) =>
      engine.call('sharing.portfolio', { tag: ['web'], asOf: TODAY, ...options });

    const plain = await page({});
    expect(plain).toMatchObject({ credentials: 1, warnings: [] });
    expect(plain.bytes).toBe(new TextEncoder().encode(plain.text).length);
    expect(plain.text).toContain('href="https://example.org/1"');
    expect(plain.text).not.toContain('data:image');

    const embedded = await page({ evidence: 'embed' });
    expect(embedded.text).toContain(
      `src="data:image/png;base64,${btoa(String.fromCharCode(...png))}"`,
    );
    expect(embedded.text).not.toContain('svg+xml');
    expect(embedded.warnings).toEqual([
      'drawing.svg is left out: only pictures, PDF and plain text can be carried.',
    ]);

    const bare = await page({ evidence: 'none', numbers: false });
    expect(bare.text).not.toContain('example.org');
    expect(bare.text).not.toContain('77');
    expect((await page({ expired: true })).text).toContain('Old one');
    expect(await page({ tag: [], ids: [] })).toMatchObject({
      credentials: 0,
      warnings: ['Nothing is left to show with these options.'],
    });
  });

  test('a body that forbids it gets no expected date', async () => {
    using engine = openTestEngine();
    await add(engine, {
      title: 'Chartered Financial Analyst',
      abbreviation: 'CFA',
      lifecycle: 'in-progress',
      target: '2027-08',
    });
    await add(engine, {
      title: 'Certified Internal Auditor',
      abbreviation: 'CIA',
      lifecycle: 'in-progress',
      target: '2027-09',
    });
    const { text } = await engine.call('sharing.portfolio', { asOf: TODAY });
    expect(text).toContain('Expected Sep 2027');
    expect(text).not.toContain('Aug 2027');
  });
});
