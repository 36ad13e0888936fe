import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toExternalLink } from '../../../electron/externalLink.ts';

test.each([
  ['https://www.credly.com/badges/1?x=2#y', 'www.credly.com'],
  ['https://example.org:8443/', 'example.org:8443'],
  ['HTTPS://EXAMPLE.ORG/Path', 'example.org'],
  // A letter of another alphabet shows as what the network would ask for.
  ['https://\u0430pple.com/', 'xn--pple-43d.com'],
  ['mailto:office@example.org?subject=Renewal', 'office@example.org'],
  ['mailto:a%E2%80%AEb@example.org', 'a\uFFFDb@example.org'],
])('%s may be asked about, as %s', (text, target) => {
  expect(toExternalLink(text)?.target).toBe(target);
});

test.each([
  'http://example.org/',
  'https://user@example.org/',
  'https://user:pass@example.org/',
  'https://',
  'mailto:',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'app://laurel/index.html',
  'ssh://example.org',
  'smb://server/share',
  'ms-msdt:/id',
  'vbscript:x',
  'blob:https://example.org/1',
  '//example.org',
  'example.org',
  '',
  `https://example.org/${'x'.repeat(2048)}`,
  // Short as it stands, long as it is sent.
  `https://example.org/${'é'.repeat(700)}`,
])('%j may not', (text) => {
  expect(toExternalLink(text)).toBeNull();
});

test('whatever the text, what passes is https or mailto, without a password, and short', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.tuple(fc.string(), fc.webUrl()).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const link = toExternalLink(text);
      if (link === null) return;
      const url = new URL(link.url);
      expect(['https:', 'mailto:']).toContain(url.protocol);
      expect(url.username + url.password).toBe('');
      expect(link.url.length).toBeLessThanOrEqual(2048);
    }),
    { numRuns: 5000 },
  );
});
