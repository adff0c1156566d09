import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { root } from '../root.ts';
import { sourceHash } from './source-hash.ts';

const sources = ['engine', 'drizzle', 'workflows', 'channels', 'locales', 'env.ts', 'relying-party.ts'];
/** A product that runs on may still start the file that it began with. */
const keptMs = 30 * 86_400_000;
/** Below the root, so that packages are found from there. */
const folder = path.join(root, 'node_modules', '.cache', 'cauce');

/**
 * A process of ours as one file: what it is made of is three hundred, and reading them one by one takes longer than all
 * the rest of its start. Made anew, in half a second, whenever a source changed; packages stay where they are. Answers the
 * path of the file.
 */
export async function oneFile(entry: string): Promise<string> {
  const name = path.basename(entry, '.ts');
  const file = path.join(folder, `${name}-${sourceHash(root, [...sources, 'package-lock.json']).slice(0, 16)}.mjs`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const { build } = await import('esbuild');
  const begun = `${file}.${process.pid}`;
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: begun,
    bundle: true,
    platform: 'node',
    target: 'node20.10', // the first that reads JSON as the sources say
    format: 'esm',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'silent',
    plugins: [whereTheyStood(path.join(root, entry))],
  });
  renameSync(begun, file);
  for (const old of readdirSync(folder).map((one) => path.join(folder, one)))
    if (Date.now() - statSync(old).mtimeMs > keptMs) rmSync(old, { force: true });
  return file;
}

/** Sources that look for files beside them find them; the entry is asked whether it is what runs, and now it is the file. */
function whereTheyStood(entry: string): Plugin {
  return {
    name: 'where-they-stood',
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.ts$/ }, ({ path: source }) => {
        if (source === entry) return undefined;
        const text = readFileSync(source, 'utf8');
        if (!text.includes('import.meta.url')) return undefined;
        return {
          loader: 'ts',
          contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(source).href)),
        };
      }),
  };
}
