import { fileURLToPath } from 'node:url';

/** Path of one of Laurel's own pictures, which lie beside the built main process. */
export function iconFile(name: string): string {
  return fileURLToPath(new URL(`./icons/${name}`, import.meta.url));
}
