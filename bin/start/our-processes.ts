import path from 'node:path';
import { root } from '../root.ts';
import type { Kept } from '../supervisor.ts';
import type { Plan } from './plan.ts';
import { isLoopback, webCommand } from './web-command.ts';

/** The processes of the product itself, as one node process each. */
export function sandboxProcess(plan: Plan, env: NodeJS.ProcessEnv): Kept {
  const ready = () => healthy(`http://127.0.0.1:${plan.ports.sandbox}/health`);
  return { name: 'sandbox', ...typescript(plan, 'channels/sandbox/sandbox.ts'), env, cwd: root, ready };
}

export function workerProcess(plan: Plan, env: NodeJS.ProcessEnv): Kept {
  const ready = () => healthy(`http://127.0.0.1:${plan.ports.metrics}/ready`);
  return {
    name: 'worker',
    // Pages of a crowd live for a moment: half the room for the young costs nothing and keeps the worker within 512 MB.
    ...typescript(plan, 'workflows/worker.ts', ['--max-semi-space-size=8']),
    env,
    cwd: root,
    ready,
    stopWithinMs: 20_000,
  };
}

export function webProcess(plan: Plan, env: NodeJS.ProcessEnv): Kept {
  const host = isLoopback(plan.host) ? plan.host : '127.0.0.1';
  return {
    name: 'web',
    ...webCommand({ dev: plan.dev, host: plan.host, port: plan.ports.web }),
    env,
    cwd: root,
    ready: () => healthy(`http://${host}:${plan.ports.web}/health`),
    stopWithinMs: 5_000,
  };
}

/** Watched in development: a saved file restarts the process. */
function typescript(plan: Plan, file: string, flags: string[] = []): { command: string; args: string[] } {
  const watching = plan.dev ? ['--watch', '--watch-preserve-output'] : [];
  return { command: process.execPath, args: [...flags, ...watching, '--import', 'tsx', path.join(root, file)] };
}

async function healthy(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  await answer.arrayBuffer();
  return answer.ok;
}
