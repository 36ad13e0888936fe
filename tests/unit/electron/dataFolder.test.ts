import { expect, test } from 'vitest';
import {
  applicationFolder,
  defaultDataFolder,
  profileFolder,
  sampleFolder,
} from '../../../electron/dataFolder.ts';

test.each([
  ['linux', {}, '/home/ada', '/home/ada/.config/Laurel/portfolio'],
  ['linux', { XDG_CONFIG_HOME: '/srv/config' }, '/home/ada', '/srv/config/Laurel/portfolio'],
  ['darwin', {}, '/Users/ada', '/Users/ada/Library/Application Support/Laurel/portfolio'],
  [
    'win32',
    { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' },
    'C:\\Users\\ada',
    'C:\\Users\\ada\\AppData\\Roaming\\Laurel\\portfolio',
  ],
  ['win32', {}, 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Roaming\\Laurel\\portfolio'],
  ['linux', { LAUREL_DATA: '/mnt/stick' }, '/home/ada', '/mnt/stick'],
] as const)('on %s with %j the portfolio lies in %s: %s', (platform, env, home, expected) => {
  expect(defaultDataFolder(env, platform, home)).toBe(expected);
});

test('the sample lies beside the portfolio', () => {
  expect(sampleFolder('/home/ada/.config/Laurel/portfolio')).toBe(
    '/home/ada/.config/Laurel/portfolio-sample',
  );
  expect(sampleFolder('/mnt/stick/')).toBe('/mnt/stick-sample');
});

test('each data folder has a window of its own, none of them inside it', () => {
  const ada = { env: {}, platform: 'linux', home: '/home/ada' } as const;
  const own = applicationFolder(ada);
  const folders = [`${own}/portfolio`, '/mnt/stick', '/mnt/stick2'];
  const profiles = folders.map((folder) => profileFolder(folder, ada));

  expect(new Set(profiles).size).toBe(3);
  expect(profiles[0]).toBe(`${own}/window`);
  for (const profile of profiles) expect(profile.startsWith(`${own}/`)).toBe(true);
  expect(profileFolder('/mnt/stick', ada)).toBe(profiles[1]);
});
