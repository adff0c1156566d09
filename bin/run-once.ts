import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lastLines, rotateLog } from './log-file.ts';
import { StartFailure } from './supervisor.ts';

const leashFile = fileURLToPath(new URL('leash.mjs', import.meta.url));

export type Errand = {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  logFolder: string;
};

/** Runs a command to its end on a leash, its output in `logFolder`; throws `StartFailure` with its last words. */
export async function runOnce({ name, command, args, env, cwd, logFolder }: Errand): Promise<string[]> {
  mkdirSync(logFolder, { recursive: true });
  const file = path.join(logFolder, `${name}.log`);
  rotateLog(file);
  const log = openSync(file, 'a');
  const order = JSON.stringify({ command, args, cwd, stopSignal: 'SIGTERM', stopWithinMs: 2_000 });
  const leash = spawn(process.execPath, [leashFile, order], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const code = await new Promise<number | null>((resolve) => leash.once('exit', resolve));
  if (code !== 0) throw new StartFailure(name, lastLines(file, 20));
  return lastLines(file, 20);
}
