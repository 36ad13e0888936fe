import type { Credential } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { aStoredCredential } from './aStoredCredential.ts';

/** The day for which outgoingPortfolio's statuses hold. */
export const outgoingDay = plainDateSchema.parse('2026-11-23');

/** Names and dates that outputs have got wrong elsewhere (features.md, "got hurt by"). */
export function outgoingPortfolio(): Credential[] {
  return [
    aStoredCredential({
      n: 1,
      title: 'Project Management Professional',
      abbreviation: 'PMP',
      issuer: 'Project Management Institute',
      issued: '2018-05-14',
      expires: '2027-05-13',
      number: '2098417',
      url: 'https://www.credly.com/badges/0a1b?source=a&b=c',
      skills: ['Scheduling', 'C; C++'],
      tags: ['resume'],
      cost: { amount: 40_500, currency: 'USD' },
      pinned: true,
    }),
    aStoredCredential({
      n: 2,
      title: 'CompTIA A+',
      abbreviation: 'A+',
      issuer: 'CompTIA',
      issued: '2024-01-01',
      expires: '2026-12-31',
      status: 'expiring',
      number: '=COMP001',
    }),
    aStoredCredential({
      n: 3,
      title: 'Certified Public Accountant',
      abbreviation: 'CPA',
      kind: 'license',
      issuer: 'Texas State Board of Public Accountancy',
      issued: '2015-10',
      number: '118823',
    }),
    aStoredCredential({
      n: 4,
      title: 'MicroMasters in Supply Chain Management',
      kind: 'micromasters',
      issuer: 'MITx',
      platform: 'edX',
      lifecycle: 'in-progress',
      status: 'in-progress',
      progress: 60,
      target: '2027-06',
    }),
    aStoredCredential({
      n: 5,
      title: 'R&D in C# <script>alert("É")</script> 🎓 *bold* _it_ `code` [x](y) #1 | a',
      kind: 'course-certificate',
      issuer: 'École d’été & Söhne',
      platform: 'Coursera',
      issued: '2019',
      grade: '95%',
      notes: 'line one\nline "two", with commas\r\n\ttab',
    }),
    aStoredCredential({
      n: 6,
      title: 'x'.repeat(200),
      kind: 'course-certificate',
      issuer: null,
      platform: 'edX',
      issued: '2020-02-29',
    }),
    aStoredCredential({
      n: 7,
      title: 'BSc Physics',
      kind: 'degree',
      issuer: 'University of Graz',
      issued: '2011',
    }),
    aStoredCredential({
      n: 8,
      title: 'Google Ads Search',
      issuer: 'Google',
      issued: '2023-03-01',
      expires: '2024-03-01',
      status: 'expired',
    }),
    aStoredCredential({
      n: 9,
      title: 'SHRM-CP',
      issuer: 'SHRM',
      issued: '2023-09',
      expires: '2026-09',
      status: 'grace',
    }),
    aStoredCredential({
      n: 10,
      title: 'CFA level 1',
      issuer: 'CFA Institute',
      lifecycle: 'planned',
      status: 'planned',
    }),
    aStoredCredential({
      n: 11,
      title: '1. Introduction\nto # Markdown',
      kind: 'badge',
      issuer: '+Plus & Co.',
      issued: '2022-12-31',
    }),
    aStoredCredential({
      n: 12,
      title: 'In the trash',
      issued: '2022-12-31',
      trashedAt: '2026-01-01T00:00:00.000Z',
    }),
  ];
}
