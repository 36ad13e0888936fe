import { describe, expect, test } from 'vitest';
import { policyCatalog } from '#shared/catalog/catalog.ts';
import { matchPolicies } from '#shared/domain/policyMatch.ts';

const best = (title: string, issuer: string | null = null, abbreviation: string | null = null) =>
  matchPolicies(policyCatalog(), { title, issuer, abbreviation })[0]?.policy.id ?? null;

describe('what is proposed first', () => {
  test.each([
    ['Project Management Professional (PMP)®', 'Project Management Institute', 'pmi-pmp'],
    ['PMP', 'PMI', 'pmi-pmp'],
    ['Certified Information Systems Security Professional (CISSP)', '(ISC)²', 'isc2-cissp'],
    ['CISSP', '(ISC)2', 'isc2-cissp'],
    ['CompTIA Security+ ce Certification', 'CompTIA', 'comptia-securityplus'],
    ['CompTIA A+', 'COMPTIA', 'comptia-aplus'],
    ['SHRM-CP', 'SHRM', 'shrm-cp'],
    ['SHRM Senior Certified Professional', 'SHRM', 'shrm-scp'],
    ['AWS Certified Solutions Architect – Associate', 'Amazon Web Services (AWS)', 'aws-saa'],
    ['AWS Certified Solutions Architect – Professional', 'Amazon Web Services (AWS)', 'aws-sap'],
    ['Microsoft Certified: Azure Administrator Associate', 'Microsoft', 'ms-role-based'],
    ['Microsoft Certified: Azure Fundamentals', 'Microsoft', 'ms-fundamentals'],
    ['CKA: Certified Kubernetes Administrator', 'The Linux Foundation', 'cncf-cka'],
    ['Google Ads Search Certification', 'Google', 'google-ads'],
    ['Content Marketing Certification', 'HubSpot', 'hubspot-25'],
    ['Certified ScrumMaster (CSM)', 'Scrum Alliance', 'sa-foundational'],
    ['ITIL® 4 Foundation', 'AXELOS', 'peoplecert-itil'],
    ['Google Data Analytics', 'Google', 'google-career-cert'],
    ['certified information systems auditor', 'isaca', 'isaca-cisa'],
  ])('%s of %s', (title, issuer, id) => {
    expect(best(title, issuer)).toBe(id);
  });

  test('letters that two bodies use are told apart by the issuer', () => {
    expect(best('Certification', 'AWS', 'SAP')).toBe('aws-sap');
    expect(best('Certification', 'SAP SE', 'SAP')).toBe('sap-associate');
  });

  test('case and accents are ignored', () => {
    expect(best('CÉRTIFIED FRAUD EXAMINER')).toBe('acfe-cfe');
  });
});

test('nothing is proposed where nothing but the issuer fits, or another issuer uses the letters', () => {
  expect(best('Cloud Foundations', 'Amazon Web Services')).toBeNull();
  expect(best('Machine Learning', 'Stanford University')).toBeNull();
  expect(best('Community College Certificate (CC)', 'City College')).toBeNull();
  expect(best('Applied Data Science')).toBeNull();
  expect(best('')).toBeNull();
});

test('every policy finds itself by its own name, letters and issuer', () => {
  for (const { id, name, abbreviation, issuer } of policyCatalog().policies) {
    const [match] = matchPolicies(policyCatalog(), { title: name, abbreviation, issuer });
    expect([id, match?.policy.id, match?.score]).toEqual([id, id, 100]);
    expect(match?.matched).toEqual(['title', 'abbreviation', 'issuer']);
  }
});

test('the order is by fit, and each says what speaks for it', () => {
  const matches = matchPolicies(policyCatalog(), { title: 'SAP', issuer: null });
  expect(matches.map(({ policy, matched }) => [policy.id, matched])).toEqual([
    ['aws-sap', ['abbreviation']],
    ['sap-associate', ['abbreviation']],
  ]);
  expect(matches.every((match, index) => match.score <= (matches[index - 1]?.score ?? 100))).toBe(
    true,
  );
});
