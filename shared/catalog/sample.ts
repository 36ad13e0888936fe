import { emptySharingDetails, type SharingDetails } from '#shared/domain/sharingDetails.ts';
import type { CredentialPatch } from '#shared/domain/credential.ts';
import { addMonths, parsePartialDate } from '#shared/domain/partialDate.ts';
import { addDays, type PlainDate } from '#shared/domain/plainDate.ts';

/** A day `months` from today, then `days` more. */
type Sample = CredentialPatch & Readonly<{ title: string }>;

const usd = (amount: number) => ({ amount: amount * 100, currency: 'USD' });

/**
 * The sample portfolio of an operations lead: the kinds and platforms of features.md, spread over
 * ten years around `today`, some in progress, some about to expire, some expired.
 */
export function sampleCredentials(today: PlainDate): Sample[] {
  const day = (months: number, days = 0) => addDays(parseDay(addMonths(today, months)), days);
  const month = (months: number) => parsePartialDate(day(months).slice(0, 7));
  const year = (months: number) => parsePartialDate(day(months).slice(0, 4));

  return [
    { title: 'Project Management Professional', abbreviation: 'PMP',
      policyId: 'pmi-pmp', kind: 'certification', issuer: 'Project Management Institute', issued: day(-102, 9), expires: day(6, 9), number: '2098417', url: 'https://certification.pmi.org/registry', cost: usd(405), skills: ['Scheduling', 'Risk', 'Agile', 'Stakeholders'], tags: ['Resume', 'Keep up'], hours: 35, pinned: true, story: { situation: 'Our planning cycle took nine days and ended in overtime.', task: 'I was asked to halve it before the peak season.', action: 'I mapped the dependencies, cut two approvals and ran the change in three waves.', result: 'The cycle takes four days; overtime fell by 31 %.' } },
    { title: 'Certified Information Systems Security Professional', abbreviation: 'CISSP',
      policyId: 'isc2-cissp', kind: 'certification', issuer: 'ISC2', issued: day(-57), expires: day(15, -14), number: '731204', skills: ['Security architecture', 'Risk'], tags: ['Resume'], cost: usd(749) },
    { title: 'CompTIA A+', abbreviation: 'A+',
      policyId: 'comptia-aplus', kind: 'certification', issuer: 'CompTIA', issued: day(-94), expires: day(1, 25), number: 'COMP001021447', skills: ['Hardware', 'Networking'], cost: usd(506) },
    { title: 'CompTIA Security+', abbreviation: 'Security+',
      policyId: 'comptia-securityplus', kind: 'certification', issuer: 'CompTIA', issued: day(-70), expires: day(1, 25), number: 'COMP001021447', skills: ['Security operations'], tags: ['Resume'], cost: usd(425) },
    { title: 'SHRM Certified Professional', abbreviation: 'SHRM-CP',
      policyId: 'shrm-cp', kind: 'certification', issuer: 'Society for Human Resource Management', issued: month(-76), expires: day(-1, -24), skills: ['People operations'], cost: usd(335) },
    { title: 'Certified Public Accountant, Texas', abbreviation: 'CPA',
      policyId: 'cpa-tx', kind: 'license', issuer: 'Texas State Board of Public Accountancy', issued: day(-133), expires: day(10, 7), number: '118823', skills: ['Accounting', 'Audit'], tags: ['Resume'], pinned: true },
    { title: 'Microsoft Certified: Azure Administrator Associate', abbreviation: 'AZ-104',
      policyId: 'ms-role-based', kind: 'certification', issuer: 'Microsoft', issued: day(-47), expires: day(0, 18), url: 'https://learn.microsoft.com/credentials', skills: ['Azure', 'Networking'], cost: usd(165) },
    { title: 'Salesforce Certified Administrator', kind: 'certification', issuer: 'Salesforce', platform: 'Trailhead', issued: day(-29), expires: day(7), number: '4410286', skills: ['Salesforce', 'CRM'], cost: usd(200) },
    { title: 'HubSpot Content Marketing',
      policyId: 'hubspot-25', kind: 'certification', issuer: 'HubSpot Academy', issued: day(-22), expires: day(2, 27), skills: ['Content marketing', 'SEO'], tags: ['Marketing stack'], hours: 6 },
    { title: 'Google Ads Search',
      policyId: 'google-ads', kind: 'certification', issuer: 'Google', platform: 'Skillshop', issued: day(-13), expires: day(-1, 6), number: '118420937', skills: ['Paid search'], tags: ['Marketing stack'] },
    { title: 'Google Analytics',
      policyId: 'google-analytics', kind: 'certification', issuer: 'Google', platform: 'Skillshop', issued: day(-4), expires: day(8), number: '128300114', skills: ['Web analytics', 'Measurement'], tags: ['Marketing stack'] },
    { title: 'Meta Social Media Marketing', kind: 'professional-certificate', issuer: 'Meta', platform: 'Coursera', issued: month(-15), number: 'P4XN7QKZ2M', url: 'https://www.coursera.org/verify/professional-cert/P4XN7QKZ2M1A', skills: ['Social media', 'Campaigns'], tags: ['Marketing stack'], hours: 120, cost: usd(294) },
    { title: 'Google Data Analytics', kind: 'professional-certificate', issuer: 'Google', platform: 'Coursera', issued: month(-39), neverExpires: true, url: 'https://www.coursera.org/verify/professional-cert/XS22KQX0NZXG', skills: ['SQL', 'R', 'Tableau', 'Data cleaning'], tags: ['Resume'], hours: 180, cost: usd(234) },
    { title: 'Google Project Management', kind: 'professional-certificate', issuer: 'Google', platform: 'Coursera', lifecycle: 'in-progress', started: month(-3), target: month(3), progress: 55, hours: 180, skills: ['Agile', 'Scheduling'], cost: usd(147) },
    { title: 'IBM Data Science', kind: 'professional-certificate', issuer: 'IBM', platform: 'Coursera', issued: month(-62), skills: ['Python', 'SQL', 'Machine learning'], hours: 220, cost: usd(468) },
    { title: 'Fundamentals of Digital Marketing', kind: 'course-certificate', issuer: 'Google Digital Garage', issued: year(-80), skills: ['Digital marketing'], hours: 40 },
    { title: 'MITx Supply Chain Management', kind: 'micromasters', issuer: 'MITx', platform: 'edX', lifecycle: 'in-progress', started: month(-22), target: month(9), progress: 64, hours: 630, credits: { amount: 30, system: 'other' }, creditsToward: 'MIT SCM blended master’s, on admission', capstone: 'Comprehensive final exam', verifiedTrack: true, skills: ['Supply chain', 'Inventory', 'Forecasting'], tags: ['Degree path'], cost: usd(1500) },
    { title: 'SC0x Supply Chain Analytics', kind: 'course-certificate', issuer: 'MITx', platform: 'edX', issued: day(-21), url: 'https://courses.edx.org/certificates/8c41f08c41f08c41f08c41f08c41f08c', grade: '86%', verifiedTrack: true, skills: ['Forecasting', 'Statistics'], tags: ['Degree path'], hours: 120, cost: usd(300) },
    { title: 'SC1x Supply Chain Fundamentals', kind: 'course-certificate', issuer: 'MITx', platform: 'edX', issued: day(-16), grade: '81%', verifiedTrack: true, skills: ['Inventory', 'Supply chain'], tags: ['Degree path'], hours: 120, cost: usd(300) },
    { title: 'SC2x Supply Chain Design', kind: 'course-certificate', issuer: 'MITx', platform: 'edX', issued: day(-9), grade: '79%', verifiedTrack: true, skills: ['Network design', 'Supply chain'], tags: ['Degree path'], hours: 120, cost: usd(300) },
    { title: 'SC3x Supply Chain Dynamics', kind: 'course-certificate', issuer: 'MITx', platform: 'edX', lifecycle: 'in-progress', started: month(-2), target: month(3), progress: 45, hours: 120, verifiedTrack: false, skills: ['Supply chain'], tags: ['Degree path'] },
    { title: 'MITx Statistics and Data Science', kind: 'micromasters', issuer: 'MITx', platform: 'edX', lifecycle: 'planned', target: month(26), hours: 640, cost: usd(1350), skills: ['Probability', 'Machine learning'] },
    { title: 'HarvardX Data Science', kind: 'professional-certificate', issuer: 'HarvardX', platform: 'edX', lifecycle: 'in-progress', started: month(-20), target: month(2), progress: 68, hours: 162, skills: ['R', 'Statistics'], cost: usd(793) },
    { title: 'Corporate Finance', kind: 'professional-certificate', issuer: 'ColumbiaX', platform: 'edX', issued: month(-68), skills: ['Corporate finance', 'Valuation'], hours: 110, cost: usd(470) },
    { title: 'User Experience (UX) Research and Design', kind: 'xseries', issuer: 'MichiganX', platform: 'edX', issued: month(-84), skills: ['User research', 'Prototyping'], hours: 122, cost: usd(396) },
    { title: 'Business Leadership MicroBachelors', kind: 'microbachelors', issuer: 'Southern New Hampshire University', platform: 'edX', issued: month(-50), credits: { amount: 3, system: 'usCredits' }, skills: ['Leadership'], hours: 140, cost: usd(498) },
    { title: 'Financial Markets', kind: 'course-certificate', issuer: 'Yale University', platform: 'Coursera', issued: month(-97), url: 'https://www.coursera.org/verify/QK7Z1B2M3N4P', skills: ['Finance'], hours: 33, cost: usd(49) },
    { title: 'Deep Learning Specialization', kind: 'specialization', issuer: 'DeepLearning.AI', platform: 'Coursera', issued: month(-44), skills: ['Deep learning', 'Python'], hours: 128, cost: usd(245) },
    { title: 'Supply Chain Excellence MasterTrack', kind: 'mastertrack', issuer: 'Rutgers University', platform: 'Coursera', issued: month(-33), credits: { amount: 12, system: 'usCredits' }, skills: ['Supply chain', 'Procurement'], hours: 210, cost: usd(3900) },
    { title: 'Data Analyst Nanodegree', kind: 'nanodegree', issuer: 'Udacity', platform: 'Udacity', issued: month(-53), skills: ['Python', 'SQL', 'Data visualisation'], hours: 160, cost: usd(1017), quality: ['graded-work', 'hands-on-project'] },
    { title: 'Become a Business Analyst', kind: 'learning-path', issuer: 'LinkedIn Learning', platform: 'LinkedIn Learning', issued: month(-26), skills: ['Business analysis'], hours: 18 },
    { title: 'AWS Certified Cloud Practitioner', kind: 'badge', issuer: 'Amazon Web Services', platform: 'Credly', issued: day(-49), expires: day(-13), url: 'https://www.credly.com/badges/6f1b1d9e-2a3c-4f5d-8e7f-0a1b2c3d4e5f', skills: ['AWS'], cost: usd(100) },
    { title: 'Full-stack Web Development Bootcamp', kind: 'bootcamp', issuer: 'General Assembly', issued: month(-118), skills: ['JavaScript', 'HTML', 'CSS'], hours: 480, cost: usd(13950) },
    { title: 'BSc Industrial Engineering', abbreviation: 'BSc', kind: 'degree', issuer: 'Purdue University', issued: year(-128), neverExpires: true, credits: { amount: 128, system: 'usCredits' }, skills: ['Operations research', 'Statistics'], tags: ['Resume'] },
  ];
}

/** An activity of the sample: what was done, and what it counts for, by abbreviation. */
export type SampleActivity = Readonly<{
  on: PlainDate;
  title: string;
  provider: string;
  hours: number;
  counts: ReadonlyArray<Readonly<{ abbreviation: string; units: number; category: string | null }>>;
}>;

/** What the sample's holder did in the last two years to keep the certifications. */
export function sampleActivities(today: PlainDate): SampleActivity[] {
  const day = (months: number) => parseDay(addMonths(today, months));
  const pmp = (units: number, category: string) => ({ abbreviation: 'PMP', units, category });
  const cissp = (units: number, category: string) => ({ abbreviation: 'CISSP', units, category });
  const security = (units: number) => ({ abbreviation: 'Security+', units, category: null });
  const groupA = 'Group A (domain related)';
  const groupB = 'Group B (general professional)';
  return [
    { on: day(-1), title: 'Scenario planning for operations leaders', provider: 'PMI Austin Chapter', hours: 1.5, counts: [pmp(1.5, 'Business Acumen'), cissp(1.5, groupB)] },
    { on: day(-3), title: 'Zero-trust architecture workshop', provider: 'ISC2', hours: 8, counts: [cissp(8, groupA), security(8), pmp(4, 'Ways of Working')] },
    { on: day(-5), title: 'Mentoring two PMP candidates', provider: 'PMI Austin Chapter', hours: 6, counts: [pmp(6, 'Giving Back')] },
    { on: day(-8), title: 'Negotiation in supply chains', provider: 'Purdue University', hours: 10, counts: [pmp(10, 'Power Skills')] },
    { on: day(-10), title: 'Incident response exercise', provider: 'Austin ISSA', hours: 12, counts: [cissp(12, groupA), security(12)] },
    { on: day(-12), title: 'Agile planning with several teams', provider: 'Scrum Alliance', hours: 7, counts: [pmp(7, 'Ways of Working')] },
    { on: day(-14), title: 'Ethics for Texas accountants', provider: 'Texas Society of CPAs', hours: 4, counts: [{ abbreviation: 'CPA', units: 4, category: 'Board-approved ethics' }] },
    { on: day(-16), title: 'Cloud security conference', provider: 'ISC2', hours: 16, counts: [cissp(16, groupA), security(16)] },
  ];
}

const parseDay = (text: string): PlainDate => text as PlainDate; // a plain date plus months is one

/** Whose sample it is, as it stands in a signature. */
export const sampleDetails: SharingDetails = {
  ...emptySharingDetails,
  name: 'Elena Marchetti',
  role: 'Operations and supply chain',
  location: 'Austin',
};
