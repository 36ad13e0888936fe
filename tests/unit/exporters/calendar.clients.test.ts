import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nextCalendarState } from '../../../electron/engine/exporters/calendar.ts';
import { anEvent, countingUids, fileOf, fresh } from '../../support/aCalendar.ts';
import { day } from '../../support/aPolicy.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

const utf8 = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'Pacific/Auckland' };

test.skipIf(!isInstalled('calcurse'))('calcurse imports the file', () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'laurel.ics');
  writeFileSync(
    file,
    fresh(anEvent(), anEvent({ id: 'b', on: day('2028-02-29'), summary: '🎓 B, é; end' })),
  );

  const data = join(folder.path, 'calcurse');
  const printed = execFileSync('calcurse', ['-D', data, '-C', data, '-i', file], {
    env: utf8,
    encoding: 'utf8',
  });

  expect(printed).toContain('0 skipped');
  const appointments = readFileSync(join(data, 'apts'), 'utf8');
  expect(appointments).toContain('01/31/2027 [1]');
  expect(appointments).toContain('PMP expires');
  expect(appointments).toContain('02/29/2028 [1]');
  expect(appointments).toContain('🎓 B, é; end');
});

test.skipIf(!isInstalled('khal'))('khal imports the file, and the next one updates it', () => {
  using folder = temporaryFolder();
  const store = join(folder.path, 'store');
  mkdirSync(store);
  const config = join(folder.path, 'config');
  writeFileSync(
    config,
    `[calendars]\n[[laurel]]\npath = ${store}\n[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = ${join(folder.path, 'khal.db')}\n`,
  );
  const khal = (...args: readonly string[]) =>
    execFileSync('khal', ['-c', config, ...args], { env: utf8, encoding: 'utf8' });
  const titlesOn = (on: string) =>
    khal('list', '--notstarted', '-df', '', '-f', '{title}', on, '1d').trim();
  const file = join(folder.path, 'laurel.ics');
  const importing = (text: string) => {
    writeFileSync(file, text);
    khal('import', '--batch', '-a', 'laurel', file);
  };
  const newUid = countingUids();
  const before = nextCalendarState([], [anEvent()], newUid);

  importing(fileOf(before, [anEvent()]));
  expect(titlesOn('2027-01-31')).toBe('PMP expires');

  const moved = anEvent({ on: day('2030-01-31'), summary: '🎓 PMP expires' });
  const after = nextCalendarState(before, [moved], newUid);
  importing(fileOf(after, [moved]));
  expect(readdirSync(store)).toHaveLength(1);
  expect(titlesOn('2027-01-31')).toBe('');
  expect(titlesOn('2030-01-31')).toBe('🎓 PMP expires');

  importing(fileOf(nextCalendarState(after, [], newUid), []));
  const [only = ''] = readdirSync(store);
  expect(readFileSync(join(store, only), 'utf8')).toContain('STATUS:CANCELLED');
});
