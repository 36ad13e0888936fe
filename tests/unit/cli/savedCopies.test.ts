import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { twoCredentials } from '../../support/twoCredentials.ts';

test('a saved resume is remembered in any format, and listed once one of its lines is untrue', async () => {
  using folder = temporaryFolder();
  const run = await twoCredentials(folder.path);
  const file = (name: string) => join(folder.path, name);
  await run(
    'export',
    'resume',
    '--format',
    'docx',
    '-o',
    file('cv.docx'),
    '--place',
    'Resume, Northwind',
  );
  await run('export', 'resume', '--format', 'html', '--locale', 'de', '-o', file('cv.html'));
  await run('export', 'resume', '--format', 'md', '--only', 'CPA', '-o', file('cpa.md'));
  await run('export', 'linkedin', 'PMP', '-o', file('linkedin.txt'));
  expect((await run('copies', 'stale')).stdout).toBe('Every copy is still true.\n');
  await run('renew', 'PMP', '--on', '2026-11-20', '--expires', '2030-05');
  const { items } = (await run('copies', 'stale', '--json')).json<{
    items: Array<{
      copy: { place: string };
      lies: Array<{ fact: string; shown: string; now: string | null }>;
      corrected: string;
      correctedBy: string;
    }>;
  }>();
  const told = items.map(({ copy, lies }) => [
    copy.place,
    ...lies.map(({ fact, shown, now }) => `${fact}: ${shown} → ${now}`),
  ]);
  expect(told).toEqual([
    ['linkedin.txt', 'expiry: May 2027 → May 2030'],
    ['cv.html', 'expiry: Mai 2027 → Mai 2030'],
    ['Resume, Northwind', 'expiry: May 2027 → May 2030'],
  ]);
  expect(items.map(({ correctedBy }) => correctedBy)).toEqual([
    'replaced',
    'made-again',
    'made-again',
  ]);
  for (const { corrected } of items) expect(corrected).toMatch(/Ma[iy] 2030/);
});
