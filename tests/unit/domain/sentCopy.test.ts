import { describe, expect, test } from 'vitest';
import type { Id } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { factsInText, keepFacts, liesOf, type NowFacts } from '#shared/domain/sentCopy.ts';
import type { SentFact } from '#shared/domain/sentFact.ts';
import { putRight } from '#shared/domain/sentText.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';

const asOf = plainDateSchema.parse('2026-11-23');
const day = { asOf, locale: 'en' };

type Fields = Parameters<typeof aStoredCredential>[0];
const pmp: Fields = {
  title: 'Project Management Professional',
  abbreviation: 'PMP',
  issuer: 'PMI',
  issued: '2018-05-14',
  expires: '2027-05-13',
  number: '2098417',
  url: 'https://example.org/2098417',
  skills: ['Risk', 'Agile'],
};
const id = aStoredCredential(pmp).id;
const now =
  (fields: Fields | null, letters: string | null = 'PMP'): ((id: Id) => NowFacts) =>
  () => ({
    credential: fields === null ? null : aStoredCredential({ ...pmp, ...fields }),
    letters,
  });
const fact = (name: SentFact['fact'], value: string): SentFact => ({
  credentialId: id,
  fact: name,
  value,
});
const kept = (facts: SentFact[], before: Fields = {}) => keepFacts(facts, now(before));
const lies = (facts: SentFact[], after: Fields | null, before: Fields = {}) =>
  liesOf(kept(facts, before), now(after), day);

describe('a copy is true until a fact of it changes', () => {
  const all = [
    fact('title', 'Project Management Professional (PMP)'),
    fact('issuer', 'PMI'),
    fact('date', 'May 2018'),
    fact('expiry', 'expires May 2027'),
    fact('number', 'no. 2098417'),
    fact('link', 'https://example.org/2098417'),
    fact('skills', 'skills: Risk, Agile'),
    fact('letters', 'PMP'),
  ];

  test('nothing changed: no lie; notes, tags and progress are no facts', () => {
    expect(lies(all, {})).toEqual([]);
    expect(lies(all, { notes: 'x', tags: ['y'], cost: { amount: 1, currency: 'USD' } })).toEqual(
      [],
    );
    expect(lies(all, { status: 'expiring' })).toEqual([]);
  });

  test('expired: the claim that it is held, since the day after its end', () => {
    expect(
      lies(
        [fact('letters', 'PMP')],
        { status: 'expired', expires: '2026-05-13' },
        { expires: '2026-05-13' },
      ),
    ).toEqual([
      {
        credentialId: id,
        title: 'Project Management Professional',
        fact: 'held',
        shown: 'Project Management Professional (PMP)',
        now: null,
        since: '2026-05-14',
        reason: 'PMP has expired.',
      },
    ]);
  });

  test.each([
    ['grace', 'PMP is in grace.'],
    ['suspended', 'PMP is suspended.'],
    ['revoked', 'PMP was revoked.'],
  ] as const)('%s: %s', (status, reason) => {
    expect(lies([fact('title', 'PMP')], { status }).map((lie) => lie.reason)).toEqual([reason]);
  });

  test('renewed: the shown end is replaced within its own words', () => {
    expect(lies(all, { expires: '2030-05-13' })).toMatchObject([
      {
        fact: 'expiry',
        shown: 'expires May 2027',
        now: 'expires May 2030',
        since: null,
        reason: 'The expiry of PMP is May 2030, not May 2027.',
      },
    ]);
  });

  test('in German the months are German', () => {
    const facts = keepFacts([fact('expiry', 'gültig bis Mai 2027')], now({}));
    expect(liesOf(facts, now({ expires: '2027-12' }), { asOf, locale: 'de' })).toMatchObject([
      { now: 'gültig bis Dez. 2027' },
    ]);
  });

  test('under way and then earned: "expected" is no longer true', () => {
    const before: Fields = {
      status: 'in-progress',
      lifecycle: 'in-progress',
      target: '2027-06',
      issued: null,
    };
    const found = lies([fact('date', 'Expected Jun 2027')], { issued: '2026-11-01' }, before);
    expect(found.map(({ fact: name, now: value }) => [name, value])).toEqual([
      ['date', 'Expected Nov 2026'],
      ['held', 'Project Management Professional (PMP)'],
    ]);
  });

  test('expired when it went out and renewed since: it says too little', () => {
    expect(
      lies([fact('title', 'PMP')], { status: 'active' }, { status: 'expired' }).map(
        ({ reason }) => reason,
      ),
    ).toEqual(['PMP is held now.']);
  });

  test('a corrected title, number, issuer and link', () => {
    const after = {
      title: 'Project Manager',
      number: '77',
      issuer: 'Project Management Institute',
      url: 'https://example.org/77',
    };
    expect(lies(all, after).map(({ fact: name, now: value }) => [name, value])).toEqual([
      ['title', 'Project Manager (PMP)'],
      ['issuer', 'Project Management Institute'],
      ['number', 'no. 77'],
      ['link', 'https://example.org/77'],
    ]);
  });

  test('a skill taken away is a lie, one added is none', () => {
    expect(lies(all, { skills: ['Risk', 'Agile', 'Scrum'] })).toEqual([]);
    expect(lies(all, { skills: ['Agile'] })).toMatchObject([{ fact: 'skills', now: 'Agile' }]);
  });

  test('gone from the record: one lie, not one for each fact', () => {
    expect(lies(all, null)).toMatchObject([
      {
        fact: 'held',
        now: null,
        reason: 'Project Management Professional (PMP) is no longer in the record.',
      },
    ]);
  });
});

test('facts are found in a text word by word', () => {
  const text =
    'Project Management Professional (PMP), PMI, May 2018 (expires May 2027), no. 2098417';
  expect(factsInText(text, now({})(id), 'en').map(({ fact: name }) => name)).toEqual([
    'title',
    'issuer',
    'date',
    'expiry',
    'number',
    'letters',
  ]);
  expect(factsInText('something else', now({}, null)(id), 'en')).toEqual([]);
});

describe('a text is put right', () => {
  test('letters leave the name line, the rest stays', () => {
    const facts = kept([fact('letters', 'PMP')]);
    const found = liesOf(facts, now({ status: 'expired' }), day);
    expect(putRight('Jane Doe, PMP, CPA\nOperations', 'txt', facts, found)).toBe(
      'Jane Doe, CPA\nOperations',
    );
    expect(putRight('PMP, CPA', 'txt', facts, found)).toBe('CPA');
    expect(putRight('Jane Doe, PMPX', 'txt', facts, found)).toBe('Jane Doe, PMPX');
  });

  test('a lapsed credential loses its line only', () => {
    const facts = kept([fact('title', 'Project Management Professional (PMP)')]);
    const found = liesOf(facts, now({ status: 'expired' }), day);
    expect(
      putRight('- Project Management Professional (PMP), May 2018\n- CPA\n', 'txt', facts, found),
    ).toBe('- CPA\n');
  });

  test('a changed value is replaced in the line of its credential only, escaped for the format', () => {
    const facts = kept([fact('title', 'R&D'), fact('expiry', 'expires May 2027')], {
      title: 'R&D',
      abbreviation: null,
    });
    const found = liesOf(facts, now({ title: 'R&D', abbreviation: null, expires: '2030-05' }), day);
    expect(
      putRight(
        '<li>R&amp;D, expires May 2027</li>\n<li>Other, expires May 2027</li>',
        'html',
        facts,
        found,
      ),
    ).toBe('<li>R&amp;D, expires May 2030</li>\n<li>Other, expires May 2027</li>');
  });

  test('a replacement is no pattern', () => {
    const facts = kept([fact('number', 'no. $1')], { number: '$1' });
    const found = liesOf(facts, now({ number: '$& $`' }), day);
    expect(putRight('x no. $1 y', 'txt', facts, found)).toBe('x no. $& $` y');
  });
});
