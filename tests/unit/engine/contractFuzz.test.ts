import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '#shared/appError.ts';
import { procedures, type ProcedureName } from '#shared/procedures.ts';
import { openTestEngine, TODAY } from '../../support/engine.ts';

const names = Object.keys(procedures) as ProcedureName[];
/** Whole-portfolio work that is slow by nature gets its own, fewer calls. */
const slow: ReadonlySet<string> = new Set(['portfolio.doctor', 'portfolio.demo']);
const CALLS = 100_000;

const key = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'id',
    'ids',
    'asOf',
    'filter',
    'patch',
    'fields',
    '__proto__',
    'constructor',
    'limit',
    'files',
  ),
);
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withNullPrototype: true,
      withSparseArray: true,
    }),
    fc.constantFrom<unknown>(
      TODAY,
      '2024-13',
      '01a21384-d4fc-709e-ac5a-2297db742d50',
      Number.NaN,
      -0,
      '',
      '\u0000',
      { asOf: TODAY },
      { asOf: TODAY, ids: [] },
    ),
    fc.dictionary(key, tie('any'), { maxKeys: 5 }),
    fc.array(tie('any'), { maxLength: 4 }),
  ),
})).any;

test(`${CALLS} calls with values of any kind get typed errors only, and the record stays whole`, async () => {
  using engine = openTestEngine();
  await engine.call('portfolio.demo', {});
  const { total } = await engine.call('credentials.statusCounts', { asOf: TODAY });
  const inputs = fc.sample(value, {
    numRuns: CALLS / 20,
    seed: Number(process.env['LAUREL_SEED'] ?? 20261123),
  });
  const quick = names.filter((name) => !slow.has(name));
  let answered = 0;
  for (let index = 0; index < CALLS; index += 1) {
    const name =
      index % 1000 === 0 ? names[(index / 1000) % names.length] : quick[index % quick.length];
    const input = inputs[Math.floor(index / quick.length) % inputs.length];
    try {
      await engine.callByName(String(name), input);
      answered += 1;
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'internal') {
        throw new Error(`${String(name)} with ${fc.stringify(input)}`, { cause: error });
      }
    }
  }
  for (const name of [
    '__proto__',
    'constructor',
    'toString',
    'credentials',
    '',
    'portfolio.info ',
  ]) {
    await expect(engine.callByName(name, {})).rejects.toMatchObject({ code: 'invalid_input' });
  }
  expect(answered).toBeGreaterThan(0);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect((await engine.call('credentials.statusCounts', { asOf: TODAY })).total).toBe(total);
  expect(await engine.call('portfolio.doctor', {})).toMatchObject({ healthy: true });
}, 300_000);
