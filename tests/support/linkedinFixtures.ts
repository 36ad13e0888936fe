import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** Headers as LinkedIn's export writes them (standards.md 3.1). */
export const HEADERS = {
  certifications: 'Name,Url,Authority,Started On,Finished On,License Number',
  education: 'School Name,Start Date,End Date,Notes,Degree Name,Activities',
  courses: 'Name,Number',
  skills: 'Name',
} as const;

/** The day of the fixtures, so that an archive is the same bytes on every run. */
const MADE_ON = new Date(2026, 10, 1);

export const friendlyCertifications = [
  HEADERS.certifications,
  'Project Management Professional (PMP)®,https://www.credly.com/badges/8d9c2f6e-3b1a-4d7e-9f20-1a2b3c4d5e6f,Project Management Institute,May 2018,May 2027,2098417',
  'CISSP,https://www.credly.com/badges/1f0e9d8c-7b6a-4958-8473-625140312f1e,(ISC)²,Feb 2022,Feb 2028,731204',
  '"Machine Learning, Data Science and R&D in C#",https://www.coursera.org/account/accomplishments/verify/XS22KQX0NZXG,Coursera,Nov 2020,,XS22KQX0NZXG',
  '"""Architecting with Google Cloud"" Specialization",https://www.coursera.org/account/accomplishments/specialization/AB12CD34EF56,Google,2019,,AB12CD34EF56',
  ' Supply Chain Management MicroMasters , https://credentials.edx.org/credentials/0123456789abcdef0123456789abcdef/ ,MITx, Jun 2021 ,, 4410 ',
  'Certified ScrumMaster,,Scrum Alliance,Mar 2024,Mar 2026,001532',
].join('\n');

export const friendlyEducation = [
  HEADERS.education,
  'Massachusetts Institute of Technology,2009,2013,Thesis on freight networks,"Bachelor of Science, Operations Research",Rowing club',
  'University of Edinburgh,2025,2028,,Master of Science - MSc,',
  'École Polytechnique,2015,2016,,,',
].join('\n');

export const friendlyCourses = [
  HEADERS.courses,
  'Probability and Statistics,18.600',
  'Linear Algebra,18.06',
  'Technical Writing,',
].join('\n');
export const friendlySkills = [
  HEADERS.skills,
  'Project Management',
  'C++',
  'C#',
  'Supply Chain Management',
].join('\n');

export const connections = [
  'Notes:',
  '"When exporting your connection data, you may notice that some of the email addresses are missing."',
  '',
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
  'Ada,Byron,https://www.linkedin.com/in/ada,,Analytical Engines,Countess,10 Dec 2025',
].join('\n');

/** A zip of the given files, in memory. */
export async function zipOf(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, { mtime: MADE_ON, mode: 0o100644 });
  }
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}

/** What most people get: lists at the top, others that are no concern of ours, all sound. */
export const friendlyArchive = (): Promise<Uint8Array> =>
  zipOf({
    'Certifications.csv': friendlyCertifications,
    'Education.csv': friendlyEducation,
    'Courses.csv': friendlyCourses,
    'Skills.csv': friendlySkills,
    'Connections.csv': connections,
    'messages.csv': 'No conversations found',
    'Languages.csv': 'Name,Proficiency\nGerman,Native or bilingual proficiency\n',
    'Jobs/Saved Jobs.csv': 'Saved Date,Job Url\n',
  });

const ROWS = 5000;
/** The row, as a spreadsheet counts it, that has no link; the header is row 1. */
export const ROW_WITHOUT_LINK = 177;
export const ROW_WITH_SCRIPT = 300;
export const ROW_WITHOUT_ISSUER = 400;
export const ROW_WITH_BAD_DATE = 500;

/** Certifications of 5,000 rows with every trap that real files hold; bad ones stand in known rows. */
export function nastyCertifications(): string {
  const lines: string[] = [HEADERS.certifications];
  for (let row = 2; row <= ROWS + 1; row += 1) lines.push(nastyRow(row));
  return `${lines.join('\r\n')}\r\n`;
}

function nastyRow(row: number): string {
  const link =
    row === ROW_WITHOUT_LINK
      ? ''
      : row === ROW_WITH_SCRIPT
        ? 'javascript:alert(1)'
        : `https://www.coursera.org/account/accomplishments/verify/C${row}`;
  const issuer = row === ROW_WITHOUT_ISSUER ? '' : `Academy ${row % 40}`;
  const title =
    row % 10 === 0
      ? `"Course ""${row}"", advanced"`
      : row % 11 === 0
        ? `  Course ${row} `
        : `Course ${row}`;
  const started =
    row === ROW_WITH_BAD_DATE ? '31 Feb 2024' : ['Nov 2020', '2019', '', 'Sep 2023'][row % 4];
  // Every hundredth is a second certificate of the same name, told apart by its number.
  const named = row % 100 === 1 ? 'Fire Safety' : title;
  return `${named},${link},${issuer},${started},${row % 7 === 0 ? 'Nov 2030' : ''},LIC-${row}`;
}

/** The nasty list as UTF-16 with its mark, as spreadsheets save "Unicode text". */
export function toUtf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\u{FEFF}${text}`, 'utf16le'));
}

/** Lists in a folder, with a member's number in their names, marks, preambles and blank lines. */
export const nastyArchive = (): Promise<Uint8Array> =>
  zipOf({
    'Complete_LinkedInDataExport_11-01-2026/Certifications_123456.csv':
      toUtf16(nastyCertifications()),
    'Complete_LinkedInDataExport_11-01-2026/Education_123456.csv': `\u{FEFF}\r\n\r\n${friendlyEducation.replaceAll('\n', '\r\n\r\n')}\r\n`,
    'Complete_LinkedInDataExport_11-01-2026/Courses (1).csv': `Notes:\n"Courses that you have listed"\n\n${friendlyCourses}`,
    'Complete_LinkedInDataExport_11-01-2026/Skills.csv': 'No skills found',
    'Complete_LinkedInDataExport_11-01-2026/Connections.csv': connections,
    'Complete_LinkedInDataExport_11-01-2026/Rich Media/picture.png': Uint8Array.of(
      0x89,
      0x50,
      0x4e,
      0x47,
    ),
  });
