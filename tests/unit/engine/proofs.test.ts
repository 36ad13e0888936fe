import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestEngine, TODAY } from '../../support/engine.ts';

const bytes = new TextEncoder().encode('%PDF-1.7 proof');
const proof = { name: 'attendance.pdf', mime: 'application/pdf', bytes };

test('a stored proof is read by its id or its SHA-256; taking it off can be undone', async () => {
  using engine = openTestEngine();
  const { id, proofs } = await engine.call('activities.create', {
    on: TODAY,
    title: 'Webinar',
    proofs: [proof],
  });
  const [kept] = proofs;
  if (!kept) throw new Error('The proof was not kept.');
  const read = await engine.call('evidence.read', { id: kept.id });
  expect(read).toEqual({ ...proof, sha256: kept.sha256 });
  expect(await engine.call('evidence.read', { sha256: kept.sha256 })).toEqual(read);

  const left = await engine.call('activities.removeProof', { id, proofId: kept.id });
  expect(left.proofs).toEqual([]);
  await expect(engine.call('evidence.read', { id: kept.id })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(
    engine.call('activities.removeProof', { id, proofId: kept.id }),
  ).rejects.toMatchObject({ code: 'not_found' });
  await engine.call('history.undo', {});
  expect(await engine.call('evidence.read', { id: kept.id })).toEqual(read);
});

test('a file that is gone from the folder, or that nothing names, is said to be so', async () => {
  using engine = openTestEngine();
  const { proofs } = await engine.call('activities.create', {
    on: TODAY,
    title: 'Webinar',
    proofs: [proof],
  });
  const sha256 = proofs[0]?.sha256 ?? '';
  rmSync(join(engine.folder, 'evidence', sha256.slice(0, 2), sha256));
  await expect(engine.call('evidence.read', { sha256 })).rejects.toMatchObject({ code: 'damaged' });
  await expect(engine.call('evidence.read', { sha256: '0'.repeat(64) })).rejects.toMatchObject({
    code: 'not_found',
  });
});
