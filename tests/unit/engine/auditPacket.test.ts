import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parse } from 'parse5';
import { fromBufferPromise } from 'yauzl';
import { expect, test } from 'vitest';
import { partialDateSchema } from '#shared/domain/partialDate.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { aCredential, openTestEngine, TODAY } from '../../support/engine.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

test('an audit packet opens offline, sha256sum accepts it, and it says what is missing', async () => {
  using engine = openTestEngine();
  using folder = temporaryFolder();
  const day = (text: string) => plainDateSchema.parse(text);
  const { id } = await engine.call('credentials.create', {
    fields: aCredential({
      policyId: 'pmi-pmp',
      issued: partialDateSchema.parse('2024-05-14'),
      number: '2098417',
    }),
    asOf: TODAY,
  });
  const log = (title: string, proofs: string[]) =>
    engine.call('activities.create', {
      on: day('2026-03-04'),
      title,
      allocations: [{ credentialId: id, units: 2, category: 'Power Skills' }],
      proofs: proofs.map((name) => ({
        name,
        mime: 'application/pdf',
        bytes: new TextEncoder().encode(`%PDF ${name}`),
      })),
    });
  await log('<script>alert(1)</script> & "R/D": É 🎓', ['../../etc/passwd', 'Certificate.PDF']);
  await log('=cmd|calc', []);

  const packet = await engine.call('ledger.auditPacket', { id, asOf: TODAY });
  const names: string[] = [];
  const zip = await fromBufferPromise(Buffer.from(packet.bytes));
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName);
    const file = join(folder.path, entry.fileName);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await buffer(await zip.openReadStreamPromise(entry)));
  }
  expect(names.toSorted()).toEqual(
    [
      'SHA256SUMS',
      'index.html',
      'log.csv',
      'proofs/2026-03-04 script alert 1 script R D É.pdf',
      'proofs/2026-03-04 script alert 1 script R D É',
    ].toSorted(),
  );
  expect(
    execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: folder.path, encoding: 'utf8' }).match(
      /: OK/g,
    ),
  ).toHaveLength(4);
  const html = readFileSync(join(folder.path, 'index.html'), 'utf8');
  expect(html).not.toContain('<script');
  expect(
    JSON.stringify(parse(html), (key, value: unknown) =>
      key === 'parentNode' ? undefined : value,
    ),
  ).toContain('alert(1)');
  expect(readFileSync(join(folder.path, 'log.csv'), 'utf8')).toContain("'=cmd|calc");
  expect(packet.missing).toEqual([
    '4 of 60 PDU count so far.',
    '“=cmd|calc” of 2026-03-04 has no proof.',
  ]);
});
