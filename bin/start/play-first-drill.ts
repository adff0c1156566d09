import path from 'node:path';
import { root } from '../root.ts';
import { runOnce } from '../run-once.ts';
import { StartFailure } from '../supervisor.ts';
import { words } from '../words.ts';
import type { Plan } from './plan.ts';
import { type Say, step } from './steps.ts';

const launch = ['launch', 'incendio-forestal', '--drill', '--in', '10m'];

/** Launches the evacuation as a drill, so that a newcomer sees a living run; a failure is told but stops nothing. */
export async function playFirstDrill(plan: Plan, env: NodeJS.ProcessEnv, say: Say): Promise<void> {
  const args = ['--import', 'tsx', path.join(root, 'bin', 'cauce.ts'), ...launch];
  try {
    await step(say, words.firstDrill(), () =>
      runOnce({ name: 'first-drill', command: process.execPath, args, env, cwd: root, logFolder: plan.logFolder }),
    );
  } catch (error) {
    if (!(error instanceof StartFailure)) throw error;
    say(words.drillFailed(error.lastWords.join(' ')));
  }
}
