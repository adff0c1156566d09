import path from 'node:path';
import { root } from '#bin/root.ts';
import { runOnce } from '#bin/run-once.ts';
import { StartFailure } from '#bin/supervisor.ts';
import type { World } from '../world.ts';

/** Runs `npm run cauce -- …` in the world; its last lines, and whether it ended well. */
export async function cauce(world: World, ...args: string[]): Promise<{ done: boolean; said: string }> {
  try {
    const lines = await runOnce({
      name: `cauce-${args[0]}`,
      command: process.execPath,
      args: ['--import', 'tsx', path.join(root, 'bin', 'cauce.ts'), ...args],
      env: world.environment,
      cwd: root,
      logFolder: path.join(world.folder, 'log'),
    });
    return { done: true, said: lines.join('\n') };
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    return { done: false, said: error.lastWords.join('\n') };
  }
}
