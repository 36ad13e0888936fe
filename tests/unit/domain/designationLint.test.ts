import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { designationBook } from '#shared/catalog/sharing.ts';
import {
  lettersHeld,
  lintDesignations,
  mayStateExpectedDate,
  type HeldLetters,
} from '#shared/domain/designationLint.ts';
import type { Status } from '#shared/domain/status.ts';
import { aStoredCredential } from '../../support/aStoredCredential.ts';
import { propertyRuns } from '../../support/property.ts';

const book = designationBook();
const lint = (text: string, held: readonly HeldLetters[] = [], dismissed: readonly string[] = []) =>
  lintDesignations(text, { book, held, dismissed: new Set(dismissed) });
const holding = (letters: string, status: Status = 'active'): HeldLetters[] => [
  { id: null, letters, status },
];
const rulesOf = (text: string, held?: readonly HeldLetters[]) =>
  lint(text, held).map(({ rule }) => rule);

/** What is held, the phrase, and the rule that speaks; null: nothing is wrong with it. */
const phrases: ReadonlyArray<readonly [held: string | null, phrase: string, rule: string | null]> =
  [
    // CFA Institute
    ['CFA', 'Jane Doe, CFA', null],
    [null, 'CFA Level II candidate', null],
    [null, 'Level II CFA candidate', null],
    [null, 'I am a CFA candidate', 'cfa-candidate-level'],
    [null, 'CFA, expected 2027', 'cfa-expected-date'],
    [null, 'CFA (expected June 2027)', 'cfa-expected-date'],
    [null, 'CFA charter by 2028', 'cfa-expected-date'],
    [null, 'Jane Doe, CFA Level II', 'cfa-partial-designation'],
    [null, 'Jane Doe, CFA II', 'cfa-partial-designation'],
    [null, 'Passed Level II of the CFA Program', null],
    ['CFA', 'I am a CFA', 'cfa-noun'],
    ['CFA', 'I am a CFA charterholder', null],
    ['CFA', 'two CFAs in the team', 'cfa-noun'],
    ['CFA', 'Jane Doe, C.F.A.', 'cfa-periods'],
    ['CFA', 'CFA charterholder who passed on the first attempt', 'cfa-superior'],
    // ISC2
    ['CISSP', 'Jane Doe, CISSP', null],
    [null, 'Jane Doe, CISSP', 'not-in-record'],
    [null, 'Jane Doe, Associate of ISC2', null],
    [null, 'Associate CISSP', 'isc2-associate-letters'],
    [null, 'CISSP (Associate)', 'isc2-associate-letters'],
    [null, 'Associate of ISC2 toward CISSP', 'isc2-associate-with-letters'],
    [null, 'CISSP exam passed', 'isc2-exam-passed'],
    [null, 'CISSP certified', 'cissp-held'],
    ['CISSP', 'CISSP certified', null],
    // CompTIA
    [null, 'CompTIA A+ certified', null],
    [null, 'A+ certified technician', 'comptia-name'],
    [null, 'CompTIA Security+', null],
    [null, 'Security+ certification', 'comptia-name'],
    [null, 'CompTIA certified', 'comptia-bare'],
    // PMI
    ['PMP', 'Jane Doe, PMP', null],
    ['PMP', 'Jane Doe, P.M.P.', 'pmp-periods'],
    ['PMP', 'I am a PMP', 'pmp-noun-plural'],
    ['PMP', 'PMP certified', null],
    [null, 'PMP certified', 'pmp-lapsed-kept'],
    [null, 'Jane Doe, PMP candidate', 'pmp-candidate'],
    [null, 'PMP exam scheduled for May 2027', null],
    // CPA
    ['CPA', 'Jane Doe, CPA', null],
    [null, 'Jane Doe, CPA candidate', 'cpa-candidate-line'],
    [null, 'Jane Doe, CPA (exam passed)', 'cpa-candidate-line'],
    [null, 'Passed the CPA exam; licence applied for', null],
    [null, 'Jane Doe, CPA (inactive)', 'cpa-inactive-form'],
    [null, 'Jane Doe, CPA-Inactive', null],
    [null, 'I am a licensed CPA', 'cpa-held'],
    // CFP
    ['CFP', 'Jane Doe, CFP®', null],
    ['CFP', 'I am a CFP.', 'cfp-noun'],
    [null, 'candidate for CFP® certification', null],
    [null, 'CFP® candidate', 'cfp-candidate'],
    [null, 'certified financial planner', 'cfp-wording'],
    // Scrum
    [null, 'Certified ScrumMaster (CSM)', null],
    [null, 'Certified Scrum Master', 'scrummaster-spelling'],
    [null, 'Professional Scrum Master I (PSM I)', null],
    [null, 'Certified Professional Scrum Master', 'scrum-org-certified'],
    [null, 'holds PSM', 'psm-level'],
    // SHRM
    ['SHRM-CP', 'Jane Doe, SHRM-CP', null],
    ['SHRM-CP', 'Jane Doe, SHRM CP', 'shrm-hyphen'],
    // degrees
    [null, 'PhD candidate, University of Graz', null],
    [null, 'Jane Doe, PhD(c)', 'degree-c'],
    [null, 'Jane Doe, ABD', 'degree-abd'],
    [null, 'MBA candidate', 'degree-candidate-below-doctor'],
    [null, 'MBA student', null],
    [null, 'Jane Doe, MBA (expected 2027)', 'degree-expected-name-line'],
    // programs
    [null, 'MicroMasters program credential in Supply Chain Management', null],
    [null, 'MicroMasters degree', 'micromasters-degree'],
    [null, 'Udacity Nanodegree degree', 'micromasters-degree'],
    [null, 'graduate of HarvardX', 'x-university-degree'],
    [null, 'Google Data Analytics Professional Certificate', null],
    [null, 'Google Data Analytics Certification', 'google-certification'],
    [null, 'Coursera certified', 'coursera-certified'],
    // credit
    [null, 'Earned 30 credits toward a master of science', 'credit-before-acceptance'],
    [null, 'Earned 30 credits toward a master, accepted by RIT in 2025', null],
    [null, 'may count for 30 credits of a master on admission', null],
    // others
    ['RN', 'Jane Doe, BSN, RN', null],
    [null, 'Jane Doe, RN (pending)', 'rn-candidate'],
    [null, 'Jane Doe, CISA (exam passed)', 'isaca-exam-passed'],
    [null, 'Jane Doe, FRM Part I', 'frm-part'],
    [null, 'Passed FRM Exam Part I', null],
    [null, 'AWS Certified Solutions Architect – Associate', null],
    [null, 'AWS certified', 'aws-short'],
    [null, 'MCSE', 'microsoft-retired'],
    [null, 'MCSE (2016, retired)', null],
    [null, 'CCIE written', 'cisco-candidate'],
  ];

describe('the rule book', () => {
  test(`${phrases.length} phrases have their verdict`, () => {
    expect(phrases.length).toBeGreaterThanOrEqual(40);
  });

  test.each(phrases)('held %s: %s → %s', (held, phrase, rule) => {
    const found = rulesOf(phrase, held === null ? [] : holding(held));
    expect(found).toEqual(rule === null ? [] : [rule]);
  });

  test('every rule says why, what instead, where from and how sure', () => {
    expect(new Set(book.rules.map(({ id }) => id)).size).toBe(book.rules.length);
    for (const rule of book.rules) {
      for (const pattern of rule.patterns) expect(() => new RegExp(pattern, 'gmu')).not.toThrow();
      if (rule.source.verified !== 'memory') expect(rule.source.url).not.toBeNull();
      expect(rule.kind === 'needs-held').toBe(rule.letters.length > 0);
    }
  });
});

describe('what the record says', () => {
  test.each<[Status, string]>([
    ['grace', 'lapsed-title'],
    ['suspended', 'lapsed-title'],
    ['expired', 'lapsed-title'],
    ['revoked', 'lapsed-title'],
    ['in-progress', 'not-yet-earned'],
    ['planned', 'not-yet-earned'],
  ])('letters in a name line while %s: %s', (status, rule) => {
    expect(rulesOf('Jane Doe, MBA, XYZP', holding('XYZP', status))).toEqual([rule]);
    expect(rulesOf('Operations lead | XYZP', holding('XYZP', status))).toEqual([rule]);
  });

  test.each(['active', 'expiring'] as const)('%s is fine', (status) => {
    expect(rulesOf('Jane Doe, MBA, XYZP', holding('XYZP', status))).toEqual([]);
  });

  test.each([
    'formerly XYZP',
    'Jane Doe, formerly XYZP',
    'XYZP 2018 to 2024, then let go',
    'preparing for XYZP',
    'Consulting, XYZP exam in May',
    'The XYZP is a certification.',
  ])('"%s" claims nothing', (text) => {
    expect(rulesOf(text, holding('XYZP', 'expired'))).toEqual([]);
  });

  test('a finding points at the words, in UTF-16 units', () => {
    const text = '🎓 Jane Doe, PMP';
    const [finding] = lint(text, holding('PMP', 'expired'));
    expect(text.slice(finding?.start, finding?.end)).toBe('PMP');
    expect(finding).toMatchObject({ why: 'PMP has expired on this day.', dismissed: false });
  });

  test('a dismissed finding is marked and stays dismissed elsewhere in the text', () => {
    const [finding] = lint('Jane Doe, CFA, expected 2027');
    const again = lint('Elsewhere: CFA, expected 2027', [], [finding?.key ?? '']);
    expect(again).toHaveLength(1);
    expect(again[0]?.dismissed).toBe(true);
  });

  test('letters of a state and signs do not hide them', () => {
    const held = lettersHeld([
      aStoredCredential({
        title: 'RN',
        abbreviation: 'RN (CA)',
        kind: 'license',
        status: 'expired',
      }),
    ]);
    expect(held).toMatchObject([{ letters: 'RN', status: 'expired' }]);
    expect(rulesOf('Jane Doe, RN', held)).toEqual(['lapsed-title']);
  });
});

test('an expected date may be stated unless the body forbids it', () => {
  expect(mayStateExpectedDate(book, { policyId: 'cfa' })).toBe(false);
  expect(mayStateExpectedDate(book, { abbreviation: 'cfa®' })).toBe(false);
  expect(mayStateExpectedDate(book, { abbreviation: 'CFP' })).toBe(false);
  expect(mayStateExpectedDate(book, { policyId: 'pmi-pmp', abbreviation: 'PMP' })).toBe(true);
  expect(mayStateExpectedDate(book, { policyId: 'unknown', abbreviation: null })).toBe(true);
});

test('any text is looked over: findings lie in it, in order and apart', () => {
  const word = fc.constantFrom(
    'CFA',
    'PMP',
    ',',
    ' ',
    'expected',
    '2027',
    '|',
    '\n',
    'Jane Doe',
    'A+',
    '(',
    'candidate',
    'CISSP',
    '🎓',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
      ),
      (text) => {
        let end = 0;
        for (const finding of lint(text, holding('PMP', 'grace'))) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(finding.start, finding.end)).toBe(finding.phrase);
          end = finding.end;
        }
      },
    ),
    propertyRuns(500),
  );
});

test('a long text is looked over in a moment', () => {
  const text = 'Jane Doe, PMP, CPA | Operations lead, expected 2027. '.repeat(4000);
  const begun = performance.now();
  lint(text.slice(0, 100_000), holding('PMP', 'expired'));
  // A pattern that backtracks would take minutes.
  expect(performance.now() - begun).toBeLessThan(20_000);
});
