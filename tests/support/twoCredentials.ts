import { laurel } from './cli.ts';

/** The command on a portfolio of a PMP and a CPA, on one day unless the arguments give another. */
export async function twoCredentials(path: string) {
  const run = (...args: string[]) =>
    laurel(path, ...args, ...(args.includes('--as-of') ? [] : ['--as-of', '2026-11-23']));
  await run(
    'add',
    '--title',
    'Project Management Professional',
    '--abbr',
    'PMP',
    '--kind',
    'certification',
    '--issuer',
    'PMI',
    '--issued',
    '2018-05',
    '--expires',
    '2027-05',
    '--skills',
    'Risk,C#',
    '--url',
    'https://example.org/1',
  );
  await run(
    'add',
    '--title',
    'Certified Public Accountant',
    '--abbr',
    'CPA',
    '--kind',
    'license',
    '--issuer',
    'Texas Board',
    '--issued',
    '2026-03',
    '--hours',
    '120',
    '--cost',
    '405.00:USD',
  );
  return run;
}
