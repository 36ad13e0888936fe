import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likeable, likeness, LIKELY, mayBeLike } from '#shared/domain/likeness.ts';
import { propertyRuns } from '../../support/property.ts';

const between = (a: string, b: string) => likeness(likeable(a), likeable(b));

describe('likeness', () => {
  test.each([
    ['Google Ads Display', 'Google Ads Displays'],
    [
      'AWS Certified Solutions Architect – Associate',
      'AWS Certified Solutions Architect Associate',
    ],
    ['Project Management Professional', 'Project Managment Professional'],
  ])('"%s" and "%s" may be the same', (a, b) =>
    expect(between(a, b)).toBeGreaterThanOrEqual(LIKELY),
  );

  test.each([
    ['Machine Learning Part 1', 'Machine Learning Part 2'],
    ['Spanish I', 'Spanish II'],
    ['Google Ads Display', 'Google Ads Search'],
    ['C++', 'C#'],
    ['A', 'Advanced statistics'],
  ])('"%s" and "%s" are different things', (a, b) => expect(between(a, b)).toBeLessThan(LIKELY));

  test('is 1 for the same text, symmetric, and never outside 0 to 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(between(a, a)).toBe(1);
        expect(between(a, b)).toBe(between(b, a));
        expect(between(a, b)).toBeGreaterThanOrEqual(0);
        expect(between(a, b)).toBeLessThanOrEqual(1);
      }),
      propertyRuns(2000),
    );
  });

  test('what is ruled out beforehand could not have been likely', () => {
    const word = fc.stringMatching(/^[a-z0-9 ]{1,30}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [one, other] = [likeable(a), likeable(b)];
        if (one.key !== other.key && !mayBeLike(one, other)) expect(likeness(one, other)).toBe(0);
      }),
      propertyRuns(2000),
    );
  });
});
