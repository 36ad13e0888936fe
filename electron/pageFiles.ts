import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';

export const PAGE_ORIGIN = 'app://laurel';
/** Stands in the built page where a response puts its own nonce. */
export const NONCE_PLACEHOLDER = '__LAUREL_NONCE__';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

export type PageFile = Readonly<{ file: string; type: string }>;

/**
 * Every file of the built page by its address, read once at the start: nothing outside this map is
 * ever served. Files of a type that a page does not need are left out.
 */
export function mapPageFiles(folder: string, prefix = ''): Map<string, PageFile> {
  const map = new Map<string, PageFile>();
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = `${prefix}/${entry.name}`;
    if (entry.isDirectory()) {
      for (const [below, file] of mapPageFiles(folder, path)) map.set(below, file);
    } else {
      const type = TYPES[extname(entry.name).toLowerCase()];
      if (type !== undefined) map.set(path, { file: join(folder, path), type });
    }
  }
  return map;
}

/** The content security policy of reliability.md; styles need the response's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** Headers of every response, beside its type. */
export function pageHeaders(type: string, nonce: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/**
 * Whether the page's session may ask for an address at all.
 * @param devOrigin the origin of a development server, in a checkout only
 */
export function isOwnRequest(address: string, devOrigin: string | null = null): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const origin = `${url.protocol}//${url.host}`;
  if (origin === PAGE_ORIGIN || url.href.startsWith(`blob:${PAGE_ORIGIN}/`)) return true;
  // Pictures made in the page; the policy allows them nowhere but in <img>.
  if (url.protocol === 'data:') return true;
  if (devOrigin === null) return false;
  return (
    url.protocol === 'devtools:' ||
    origin === devOrigin ||
    origin === devOrigin.replace(/^http/, 'ws')
  );
}
