import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../root.ts';
import { runOnce } from '../run-once.ts';
import { StartFailure } from '../supervisor.ts';
import { words } from '../words.ts';
import { compressFiles } from './compress-files.ts';
import { sourceHash } from './source-hash.ts';
import { type Say, step } from './steps.ts';

const sources = ['app', 'ui', 'designer', 'locales', 'engine', 'drizzle', 'workflows', 'channels', 'gallery'];
const settings = ['env.ts', 'proxy.ts', 'instrumentation.ts', 'next.config.ts', 'tsconfig.json', 'package-lock.json'];

/** Whether `.next` was built from the sources as they are now. */
export function pagesAreBuilt(): boolean {
  const mark = path.join(root, '.next', 'sources.sha256');
  return (
    existsSync(path.join(root, '.next', 'BUILD_ID')) && existsSync(mark) && readFileSync(mark, 'utf8') === hashNow()
  );
}

/**
 * Builds the pages when something they are made of changed (about a minute); does nothing otherwise. Where the same folder
 * is being built already (by a start of another `CAUCE_DIR`), waits for that build, and for nothing longer than 10 minutes.
 */
export async function buildPages(logFolder: string, env: NodeJS.ProcessEnv, say: Say): Promise<void> {
  if (!pagesAreBuilt()) await step(say, words.build(), () => buildInTurn(logFolder, env));
}

async function buildInTurn(logFolder: string, env: NodeJS.ProcessEnv): Promise<void> {
  for (const deadline = Date.now() + 600_000; !pagesAreBuilt(); await sleep(1_000))
    try {
      return await build(logFolder, env);
    } catch (error) {
      const isTaken = error instanceof StartFailure && /Another next build/.test(error.lastWords.join('\n'));
      if (!isTaken || Date.now() > deadline) throw error;
    }
}

async function build(logFolder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const hash = hashNow();
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  await runOnce({
    name: 'build',
    command: process.execPath,
    args: [next, 'build'],
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    cwd: root,
    logFolder,
  });
  await compressFiles(path.join(root, '.next', 'static'));
  writeFileSync(path.join(root, '.next', 'sources.sha256'), hash);
}

function hashNow(): string {
  return sourceHash(root, [...sources, ...settings]);
}
