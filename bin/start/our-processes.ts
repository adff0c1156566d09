import path from 'node:path';
import { root } from '../root.ts';
import type { Kept } from '../supervisor.ts';
import { oneFile } from './one-file.ts';
import type { Plan } from './plan.ts';
import { isLoopback, webCommand } from './web-command.ts';

/** The processes of the product itself, as one node process each. */
export async function sandboxProcess(plan: Plan, env: NodeJS.ProcessEnv): Promise<Kept> {
  const ready = () => healthy(`http://127.0.0.1:${plan.ports.sandbox}/health`);
  return { name: 'sandbox', ...(await ours(plan, 'channels/sandbox/sandbox.ts')), env, cwd: root, ready };
}

export async function workerProcess(plan: Plan, env: NodeJS.ProcessEnv): Promise<Kept> {
  const ready = () => healthy(`http://127.0.0.1:${plan.ports.metrics}/ready`);
  return {
    name: 'worker',
    // Pages of a crowd live for a moment: room for the young lets them die there, where 8 MB had each copied twice (a
    // seventh of this process' time). A bound on the old makes V8 collect at 1.5 times what is alive instead of 4.
    ...(await ours(plan, 'workflows/worker.ts', ['--max-semi-space-size=32', '--max-old-space-size=512'])),
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

/** One file; in development the sources themselves, watched: a saved file restarts the process. */
async function ours(plan: Plan, entry: string, flags: string[] = []): Promise<{ command: string; args: string[] }> {
  const how = plan.dev
    ? ['--watch', '--watch-preserve-output', '--import', 'tsx', path.join(root, entry)]
    : ['--enable-source-maps', await oneFile(entry)];
  return { command: process.execPath, args: [...flags, ...how] };
}

async function healthy(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  await answer.arrayBuffer();
  return answer.ok;
}
