import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const project = join(import.meta.dirname, '../..');

/**
 * Bundles programs for plain Node as the built application is bundled, with the migrations beside
 * them: starting from source costs more than most of what is measured or killed.
 * @param programs name of the bundle → its source, from the project's folder
 * @returns the folder; below node_modules, so that better-sqlite3 is found as in the application
 */
export async function bundle(
  name: string,
  programs: Readonly<Record<string, string>>,
): Promise<string> {
  const out = join(project, 'node_modules/.cache', name);
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: {
        input: Object.fromEntries(
          Object.entries(programs).map(([key, source]) => [key, join(project, source)]),
        ),
        output: { entryFileNames: '[name].js' },
      },
    },
    ssr: {
      noExternal: true,
      external: [
        'better-sqlite3',
        '@myriaddreamin/typst-ts-node-compiler',
        'playwright',
        'vite',
        'electron',
      ],
    },
  });
  cpSync(join(project, 'migrations'), join(out, 'migrations'), { recursive: true });
  return out;
}
