import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';

const script = fileURLToPath(new URL('../../support/printExports.ts', import.meta.url));
const outputsSchema = z.looseObject({ zone: z.string(), text: z.array(z.string()) });

function outputsIn(zone: string) {
  const printed = execFileSync(process.execPath, [script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  const { zone: seen, ...outputs } = outputsSchema.parse(JSON.parse(printed));
  expect(seen).toBe(zone);
  return outputs;
}

test('every output is the same in every zone of the machine', () => {
  const outputs = outputsIn('UTC');
  expect(outputs.text[0]).toContain('CompTIA A+, CompTIA, Jan 2024 (expires Dec 2026)');
  for (const zone of [
    'Pacific/Auckland',
    'America/Los_Angeles',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
  ]) {
    expect(outputsIn(zone)).toEqual(outputs);
  }
});
