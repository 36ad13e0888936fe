import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Credential } from '#shared/domain/credential.ts';
import { laurel } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const CSV = 'Title,Issuer,Issued\nPMP,PMI,2024-05-14\nPottery,Village college,2020-01-02\n';

test('files are attached and taken off by name, and what cannot be is refused', async () => {
  using work = temporaryFolder();
  const folder = join(work.path, 'portfolio');
  const run = (...args: string[]) => laurel(folder, ...args, '--json');
  const paper = join(work.path, 'certificate.pdf');
  writeFileSync(paper, '%PDF-1.7');
  await run('add', '--title', 'CISSP', '--kind', 'certification', '--issuer', 'ISC2');

  const attached = await run('attach', 'CISSP', paper);
  expect(attached.json()).toMatchObject({
    evidence: [{ name: 'certificate.pdf', mime: 'application/pdf', bytes: 8 }],
  });
  expect((await run('show', 'CISSP')).json<Credential>().evidence).toHaveLength(1);

  const missing = await run('attach', 'CISSP', join(work.path, 'nothing.pdf'));
  expect(missing.status).toBe(1);
  expect(JSON.parse(missing.stderr)).toMatchObject({ error: { code: 'not_found', path: 'file' } });
  expect((await run('detach', 'CISSP', 'score.pdf')).status).toBe(1);

  await run('attach', 'CISSP', paper);
  const two = await run('detach', 'CISSP', 'certificate.pdf');
  expect(JSON.parse(two.stderr)).toMatchObject({ error: { code: 'ambiguous' } });
  await run('undo');

  expect((await run('detach', 'CISSP', 'certificate.pdf')).json()).toMatchObject({ removed: true });
  expect((await run('show', 'CISSP')).json<Credential>().evidence).toEqual([]);
});

test('import takes the proposed policies only when it is told to', async () => {
  using work = temporaryFolder();
  const file = join(work.path, 'list.csv');
  writeFileSync(file, CSV);
  const looked = await laurel(join(work.path, 'a'), 'import', file, '--dry-run');
  expect(looked.stdout).toContain('list.csv, row 2, PMP: pmi-pmp');

  const policiesOf = async (folder: string) =>
    (await laurel(folder, 'list', '--json', '--sort', 'title'))
      .json<{ items: Credential[] }>()
      .items.map(({ policyId, expires }) => [policyId, expires]);
  const plain = join(work.path, 'b');
  await laurel(plain, 'import', file);
  expect(await policiesOf(plain)).toEqual([
    [null, null],
    [null, null],
  ]);
  const told = join(work.path, 'c');
  expect((await laurel(told, 'import', file, '--policies')).stdout).toContain('PMP: pmi-pmp');
  expect(await policiesOf(told)).toEqual([
    ['pmi-pmp', '2027-05-14'],
    [null, null],
  ]);
});
