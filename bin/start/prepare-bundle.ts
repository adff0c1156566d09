import path from 'node:path';
import { isBundled } from '#workflows/bundle.ts';
import { root } from '../root.ts';
import { runOnce } from '../run-once.ts';
import { words } from '../words.ts';
import type { Plan } from './plan.ts';
import { type Say, step } from './steps.ts';

/** Has the workflows bundled while the servers start, unless they are; in its own process, for webpack is heavy. */
export async function prepareBundle(plan: Plan, env: NodeJS.ProcessEnv, say: Say): Promise<void> {
  if (isBundled(plan.folder)) return;
  const script = path.join(root, 'bin', 'bundle.ts');
  const args = ['--import', 'tsx', script];
  await step(say, words.bundle(), () =>
    runOnce({ name: 'bundle', command: process.execPath, args, env, cwd: root, logFolder: plan.logFolder }),
  );
}
