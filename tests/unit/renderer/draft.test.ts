import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credentialPatchSchema, kinds, newCredentialSchema } from '#shared/domain/credential.ts';
import { draftOf, emptyDraft, readDraft } from '../../../renderer/features/quickAdd/draft.ts';

const read = (edits: Partial<typeof emptyDraft>) =>
  readDraft({ ...emptyDraft, title: 'X', issuer: 'Y', ...edits }, 'month-first');

describe('what was typed becomes a credential', () => {
  test('title and issuer are all that it takes', () => {
    expect(read({})).toMatchObject({
      fields: { title: 'X', issuer: 'Y', kind: 'other' },
      errors: null,
    });
  });

  test('dates in any form, amounts with a comma, money in minor units', () => {
    const { fields } = read({
      issued: '14 May 2024',
      expires: 'May 2027',
      hours: '12,5',
      cost: '405.50',
      credits: '3',
      creditSystem: 'ects',
    });
    expect(fields).toMatchObject({
      issued: '2024-05-14',
      expires: '2027-05',
      hours: 12.5,
      cost: { amount: 40_550, currency: 'USD' },
      credits: { amount: 3, system: 'ects' },
    });
  });

  test('a currency without minor units is not multiplied', () => {
    expect(read({ cost: '5000', currency: 'jpy' }).fields?.cost).toEqual({
      amount: 5000,
      currency: 'JPY',
    });
  });

  test('what does not expire has no expiry, even if one was typed', () => {
    expect(read({ expires: '2027', neverExpires: true }).fields).toMatchObject({
      expires: null,
      neverExpires: true,
    });
  });
});

describe('what is wrong is said at its field', () => {
  test.each([
    [{ title: ' ' }, 'title', 'required'],
    [{ issuer: '' }, 'issuer', 'required'],
    [{ issued: '31 Feb 2024' }, 'issued', 'February 2024 has 29 days.'],
    [{ hours: 'many' }, 'hours', 'number'],
    [{ url: 'javascript:alert(1)' }, 'url', expect.stringContaining('https://')],
    [{ cost: '1', currency: 'dollars' }, 'currency', expect.stringContaining('three letters')],
    [{ progress: '101' }, 'progress', expect.any(String)],
  ])('%j', (edits, field, message) => {
    const { fields, errors } = read(edits);
    expect(fields).toBeNull();
    expect(errors).toHaveProperty(field, message);
  });
});

const partialDate = fc.constantFrom('2024', '2024-05', '2024-05-03');
const text = fc
  .string({ minLength: 1, maxLength: 20 })
  .filter((value) => value.trim() === value && value !== '');
const patch = fc.record({
  title: text,
  issuer: text,
  kind: fc.constantFrom(...kinds),
  abbreviation: fc.option(text),
  issued: fc.option(partialDate),
  target: fc.option(partialDate),
  progress: fc.option(fc.integer({ min: 0, max: 100 })),
  cost: fc.option(
    fc.record({
      amount: fc.integer({ min: 0, max: 9_999_999 }),
      currency: fc.constantFrom('USD', 'JPY', 'KWD'),
    }),
  ),
  verifiedTrack: fc.option(fc.boolean()),
  skills: fc.array(text, { maxLength: 3 }),
  hours: fc.option(fc.integer({ min: 0, max: 4000 }).map((half) => half / 2)),
});

test('fields put into the form and read again are the same fields', () => {
  fc.assert(
    fc.property(patch, (given) => {
      const fields = credentialPatchSchema.parse(given);
      const again = readDraft(draftOf(fields), 'month-first');
      expect(again.errors).toBeNull();
      expect(again.fields).toMatchObject(newCredentialSchema.parse(given));
    }),
    { numRuns: 500 },
  );
});
