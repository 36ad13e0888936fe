import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindSchema, type Credential } from '#shared/domain/credential.ts';
import { validStatuses } from '#shared/domain/order.ts';
import {
  noChoice,
  orderLetters,
  postnominalOf,
  signaturePresets,
  type PostnominalChoice,
} from '#shared/domain/postnominal.ts';
import {
  cardLine,
  nameLine,
  signatureHtml,
  signatureText,
  vcard,
  vcardSuffix,
} from '#shared/domain/signature.ts';
import { emptySharingDetails } from '#shared/domain/sharingDetails.ts';
import { statusSchema } from '#shared/domain/status.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';
import { elements, htmlText, htmlTree } from '../../support/parsed.ts';
import { propertyRuns } from '../../support/property.ts';

let n = 0;
const a = (
  abbreviation: string | null,
  kind: Credential['kind'],
  more: Parameters<typeof aStoredCredential>[0] = {},
  choice: Partial<PostnominalChoice> = {},
) =>
  postnominalOf(
    aStoredCredential({ n: (n += 1), title: `${abbreviation} title`, abbreviation, kind, ...more }),
    {
      ...noChoice,
      ...choice,
    },
  );
const order = (all: ReturnType<typeof a>[], preset: (typeof signaturePresets)[number], most = 20) =>
  orderLetters(all, preset, most).letters.map(({ letters }) => letters);

describe('eligibility', () => {
  test.each([
    ['PMP', 'certification', true],
    ['CPA', 'license', true],
    ['PhD', 'degree', true],
    ['SHRM-CP', 'certification', true],
    ['RN (CA)', 'license', true],
    ['SC0x', 'course-certificate', false],
    ['SCM', 'micromasters', false],
    ['GA', 'badge', false],
    [null, 'certification', false],
    ['AZ-104', 'certification', false],
    ['A+', 'certification', false],
  ] as const)('%s, a %s: %s', (letters, kind, worthy) => {
    expect(a(letters, kind).worthy).toBe(worthy);
  });

  test('product certifications are named in full, and the user may say otherwise', () => {
    const product = { issuer: 'Microsoft' };
    expect(a('MCT', 'certification', product).worthy).toBe(false);
    expect(a('MCT', 'certification', product, { shown: true })).toMatchObject({
      worthy: true,
      reason: 'You said that they stand after your name.',
    });
    expect(a('PMP', 'certification', {}, { shown: false }).worthy).toBe(false);
    expect(a(null, 'membership', {}, { shown: true, letters: 'FACHE' })).toMatchObject({
      worthy: true,
      letters: 'FACHE',
      rank: 'honor',
    });
    expect(a(null, 'certification', {}, { shown: true }).worthy).toBe(false);
  });
});

describe('order', () => {
  const nurse = () => [
    a('FAAN', 'membership', {}, { shown: true }),
    a('CCRN', 'certification'),
    a('RN', 'license'),
    a('APRN', 'license'),
    a('MSN', 'degree', { issued: '2015' }),
    a('BSN', 'degree', { issued: '2010' }),
  ];

  test('nursing, as ANCC has it: degree, licence, state designation, certification, honours', () => {
    expect(order(nurse(), 'nursing')).toEqual(['MSN', 'RN', 'APRN', 'CCRN', 'FAAN']);
  });

  test('licence first', () => {
    expect(order(nurse(), 'license-first')).toEqual(['RN', 'APRN', 'CCRN', 'MSN', 'FAAN']);
  });

  test('general: degree, licence, certification, others', () => {
    expect(
      order([a('PMP', 'certification'), a('MBA', 'degree'), a('CPA', 'license')], 'general'),
    ).toEqual(['MBA', 'CPA', 'PMP']);
  });

  test('pinned: the user’s own places, then the general order', () => {
    expect(
      order(
        [
          a('PMP', 'certification'),
          a('CPA', 'license'),
          a('CISSP', 'certification', {}, { place: 1 }),
        ],
        'pinned',
      ),
    ).toEqual(['CISSP', 'CPA', 'PMP']);
  });

  test('of degrees the highest only, unless the user shows another', () => {
    const doctor = a('PhD', 'degree');
    expect(order([a('BSc', 'degree'), a('MSc', 'degree'), doctor], 'general')).toEqual(['PhD']);
    expect(order([a('MBA', 'degree', {}, { shown: true }), doctor], 'general')).toEqual([
      'PhD',
      'MBA',
    ]);
  });

  test('three for daily use: pinned ones stay, a bachelor’s gives way', () => {
    const all = [
      a('BSc', 'degree'),
      a('CPA', 'license'),
      a('PMP', 'certification', { issued: '2018' }),
      a('CISSP', 'certification', { issued: '2022' }),
      a('CISA', 'certification', { issued: '2010', pinned: true }),
    ];
    expect(order(all, 'general', 3)).toEqual(['CPA', 'CISA', 'CISSP']);
    expect(orderLetters(all, 'general', 3).leftOut.map(({ why }) => why)).toEqual([
      'More than 3 would not be read.',
      'More than 3 would not be read.',
    ]);
    expect(order(all, 'general', 0)).toEqual([]);
  });

  test('the same letters stand there once', () => {
    expect(order([a('PMP', 'certification'), a('PMP®', 'certification')], 'general')).toEqual([
      'PMP',
    ]);
  });
});

test('letters of what is not valid never stand after a name', () => {
  const credential = fc.record({
    kind: fc.constantFrom(...kindSchema.options),
    status: fc.constantFrom(...statusSchema.options),
    abbreviation: fc.option(
      fc.constantFrom('PMP', 'CPA', 'MBA', 'PhD', 'RN', 'X1', 'APRN', 'CISSP'),
      { nil: null },
    ),
    pinned: fc.boolean(),
    trashed: fc.boolean(),
    shown: fc.option(fc.boolean(), { nil: null }),
    place: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
  });
  fc.assert(
    fc.property(
      fc.array(credential, { maxLength: 12 }),
      fc.constantFrom(...signaturePresets),
      fc.integer({ min: 0, max: 6 }),
      (all, preset, most) => {
        const items = all.map(({ trashed, shown, place, ...fields }, index) =>
          postnominalOf(
            aStoredCredential({
              ...fields,
              n: index + 1,
              trashedAt: trashed ? '2026-01-01T00:00:00.000Z' : null,
            }),
            { ...noChoice, shown, place },
          ),
        );
        const { letters, leftOut } = orderLetters(items, preset, most);
        expect(letters.length).toBeLessThanOrEqual(most);
        for (const { id } of letters) {
          const item = items.find(({ credential: own }) => own.id === id);
          expect(item?.credential.trashedAt).toBeNull();
          expect(validStatuses.has(item?.credential.status ?? 'expired')).toBe(true);
          expect(item?.worthy).toBe(true);
        }
        expect(new Set(letters.map((each) => each.letters)).size).toBe(letters.length);
        const named = [...letters, ...leftOut].map(({ id }) => id);
        expect(new Set(named).size).toBe(named.length);
      },
    ),
    propertyRuns(300),
  );
});

describe('signature', () => {
  const details = {
    ...emptySharingDetails,
    name: 'Elena Marchetti',
    role: 'Operations lead',
    organization: 'Northwind',
    phone: '+1 512 555 0100',
    email: 'elena@example.org',
    website: 'northwind.example',
  };

  test('text, card and name line', () => {
    expect(signatureText(details, ['PMP', 'CPA'])).toBe(
      'Elena Marchetti, PMP, CPA\nOperations lead, Northwind\n+1 512 555 0100 · elena@example.org · northwind.example\n',
    );
    expect(cardLine(details, ['PMP'])).toBe('Elena Marchetti, PMP\nOperations lead, Northwind');
    expect(nameLine('', ['PMP'])).toBe('PMP');
  });

  test('HTML links to phone, e-mail and web, and nothing else', () => {
    const tree = htmlTree(signatureHtml(details, ['PMP']));
    expect(elements(tree, 'a').map(([, { href }]) => href)).toEqual([
      'tel:+15125550100',
      'mailto:elena@example.org',
      'https://northwind.example',
    ]);
    const hostile = htmlTree(
      signatureHtml(
        {
          ...details,
          name: '<script>x</script>',
          website: 'javascript:alert(1)',
          email: '"><img src=x>',
        },
        ['<b>'],
      ),
    );
    expect(elements(hostile, 'script')).toEqual([]);
    expect(elements(hostile, 'img')).toEqual([]);
    expect(htmlText(hostile)).toContain('<script>x</script>, <b>');
    expect(elements(hostile, 'a').map(([, { href }]) => href)).toEqual(['tel:+15125550100']);
  });

  test('vCard: suffixes are a list, its signs escaped, lines folded at 75 octets', () => {
    expect(vcardSuffix(['PMP', 'a,b;c\\'])).toBe('PMP,a\\,b\\;c\\\\');
    const card = vcard({ ...details, role: 'ü'.repeat(60) }, ['PMP', 'CPA']);
    expect(card.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(
      true,
    );
    const unfolded = card.replaceAll('\r\n ', '').split('\r\n');
    expect(unfolded).toContain('FN:Elena Marchetti\\, PMP\\, CPA');
    expect(unfolded).toContain('N:Marchetti;Elena;;;PMP,CPA');
    expect(unfolded).toContain(`TITLE:${'ü'.repeat(60)}`);
  });
});
