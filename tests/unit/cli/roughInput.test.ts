import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AppErrorShape } from '#shared/appError.ts';
import { laurel } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const TREE = '{"title":"Caf\u00e9","root":{"rule":"all","children":[{"match":{"title":"Bean"}}]}}';

function portfolio() {
  const folder = temporaryFolder();
  const run = (...args: string[]) =>
    laurel(folder.path, ...args, '--as-of', '2026-11-23', '--json');
  return {
    run,
    path: folder.path,
    file: (name: string, content: string | Uint8Array) => {
      const file = join(folder.path, name);
      writeFileSync(file, content);
      return file;
    },
    refusal: async (...args: string[]): Promise<AppErrorShape> => {
      const { status, stdout, stderr } = await run(...args);
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      // The shape is what each caller compares.
      return (JSON.parse(stderr) as { error: AppErrorShape }).error;
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

test('a stack file with the byte order mark of Windows is read as one without', async () => {
  using at = portfolio();
  const added = await at.run('stack', 'add', at.file('bom.json', `\uFEFF${TREE}`));
  expect(added.status).toBe(0);
  expect(added.json()).toMatchObject({ title: 'Café' });
});

test('a stack file that is no UTF-8 is refused, not guessed at', async () => {
  using at = portfolio();
  const latin = at.file('latin.json', Buffer.from(TREE, 'latin1'));
  expect(await at.refusal('stack', 'add', latin)).toMatchObject({
    code: 'invalid_input',
    message: `${latin} is no JSON in UTF-8. Check what is in it.`,
  });
  expect((await at.run('stack', 'list')).json()).toMatchObject({ items: [] });
});

test('a stack file that is not there is not found, one of far too many bytes too large', async () => {
  using at = portfolio();
  expect(await at.refusal('stack', 'add', join(at.path, 'none.json'))).toMatchObject({
    code: 'not_found',
    path: 'file',
  });
  const large = at.file('large.json', Buffer.alloc(33 * 1024 * 1024, ' '));
  expect(await at.refusal('stack', 'add', large)).toMatchObject({ code: 'too_large' });
});

test('a calendar file that cannot be written is not remembered as made', async () => {
  using at = portfolio();
  await at.run('demo');
  const before = (await at.run('history')).stdout;
  for (const place of [join(at.path, 'none', 'days.ics'), at.path]) {
    expect(await at.refusal('export', 'ics', '-o', place)).toMatchObject({ code: 'refused' });
  }
  expect((await at.run('history')).stdout).toBe(before);
  expect((await at.run('export', 'ics', '-o', join(at.path, 'days.ics'))).status).toBe(0);
  expect((await at.run('history')).stdout).toContain('Made a calendar file');
});

test('an error in words leaves no escape sequence of a title on the terminal', async () => {
  using at = portfolio();
  const { status, stderr } = await laurel(at.path, 'show', 'a\u001B[31mb');
  expect(status).toBe(1);
  expect(stderr).not.toContain('\u001B');
});

test('a number that is none is refused by its option, in plain words', async () => {
  using at = portfolio();
  expect(await at.refusal('due', '--within', 'soon')).toEqual({
    code: 'invalid_input',
    message: '--within: "soon" is not a time such as 90d or 6m.',
    path: 'within',
  });
  for (const limit of ['x', '0', '-1', '1.5', '']) {
    expect(await at.refusal('list', `--limit=${limit}`)).toEqual({
      code: 'invalid_input',
      message: `--limit: "${limit}" is not a whole number from 1.`,
      path: 'limit',
    });
  }
});
