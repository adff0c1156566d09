import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lastLines, rotateLog } from './log-file.ts';
import { StartFailure } from './supervisor.ts';

const leashFile = fileURLToPath(new URL('leash.mjs', import.meta.url));
const running = new Map<ChildProcess, Promise<unknown>>();
let ended = false;

export type Errand = {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd: string;
  uid?: number | undefined;
  gid?: number | undefined;
  logFolder: string;
};

/** Runs a command to its end on a leash, its output in `logFolder`; throws `StartFailure` with its last words. */
export async function runOnce({ name, command, args, env, cwd, uid, gid, logFolder }: Errand): Promise<string[]> {
  if (ended) throw new StartFailure(name, []);
  mkdirSync(logFolder, { recursive: true });
  const file = path.join(logFolder, `${name}.log`);
  rotateLog(file);
  const log = openSync(file, 'a');
  const order = JSON.stringify({ command, args, cwd, uid, gid, stopSignal: 'SIGTERM', stopWithinMs: 2_000 });
  const leash = spawn(process.execPath, [leashFile, order], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const exit = new Promise<number | null>((resolve) => leash.once('exit', resolve));
  running.set(leash, exit);
  const code = await exit;
  running.delete(leash);
  if (code !== 0) throw new StartFailure(name, lastLines(file, 20));
  return lastLines(file, 20);
}

/** Ends every errand under way, and lets none begin any more; resolves when nothing of them is left (at most 2 s). */
export async function endErrands(): Promise<void> {
  ended = true;
  for (const leash of running.keys()) if (leash.connected) leash.send('stop', () => undefined);
  await Promise.all(running.values());
}
