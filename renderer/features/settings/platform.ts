export type Platform = 'linux' | 'macos' | 'windows';

/** Which system the words on screen must fit, by the engine's own user agent. */
export function platformOf(userAgent: string): Platform {
  if (userAgent.includes('Windows')) return 'windows';
  return userAgent.includes('Mac OS') ? 'macos' : 'linux';
}
