import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { lastLines, rotateLog } from './log-file.ts';

/** A process to keep alive. `ready` is asked every 100 ms until it says yes; times are milliseconds. */
export type Kept = {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  uid?: number;
  gid?: number;
  ready: () => Promise<boolean>;
  readyWithinMs?: number;
  /** How often it may die before it is ready for the first time. */
  startAttempts?: number;
  stopSignal?: 'SIGTERM' | 'SIGINT';
  stopWithinMs?: number;
};

export type Supervisor = {
  /** Resolves once the process is ready; throws `StartFailure` when it dies or stays silent instead. */
  start: (process: Kept) => Promise<void>;
  /** Stops everything, last started first, each with a bounded wait; resolves when nothing is left. */
  stop: () => Promise<void>;
  /** The processes alive now, by name. */
  pids: () => Record<string, number>;
};

type Keeping = { process: Kept; leash?: ChildProcess; pid?: number; since: number; deaths: number; failures: number };
type News = { name: string; pid?: number; event: 'running' | 'died'; restartInMs?: number };

export class StartFailure extends Error {
  readonly process: string;
  readonly lastWords: string[];
  constructor(process: string, lastWords: string[]) {
    super(`${process} did not start`);
    this.process = process;
    this.lastWords = lastWords;
  }
}

const leashFile = fileURLToPath(new URL('leash.mjs', import.meta.url));
const longestBackoffMs = 5_000;
const shortLifeMs = 10_000;

/** Keeps processes alive: restarts what dies (waiting at most 5 s), stops them in reverse order, outlives no one. */
export function supervise(options: { logFolder: string; tell?: (news: News) => void }): Supervisor {
  const tell = options.tell ?? (() => undefined);
  const everyone: Keeping[] = [];
  let stopped: Promise<void> | undefined;
  mkdirSync(options.logFolder, { recursive: true });

  return { start, stop: () => (stopped ??= stopEveryone()), pids };

  async function start(process: Kept): Promise<void> {
    if (stopped) throw new StartFailure(process.name, []);
    const keeping: Keeping = { process, since: 0, deaths: 0, failures: 0 };
    everyone.push(keeping);
    rotateLog(logOf(process));
    launch(keeping);
    const deadline = Date.now() + (process.readyWithinMs ?? 60_000);
    for (;;) {
      if (stopped) throw new StartFailure(process.name, []);
      if (keeping.deaths >= (process.startAttempts ?? 1) || Date.now() > deadline) {
        everyone.splice(everyone.indexOf(keeping), 1);
        await stopOne(keeping);
        throw new StartFailure(process.name, lastLines(logOf(process), 12));
      }
      if (keeping.pid && (await process.ready().catch(() => false)) && keeping.pid) {
        keeping.deaths = 0;
        return;
      }
      await sleep(100);
    }
  }

  function launch(keeping: Keeping): void {
    const { command, args, cwd, env, uid, gid, stopSignal = 'SIGTERM', stopWithinMs = 10_000 } = keeping.process;
    const log = openSync(logOf(keeping.process), 'a');
    const errand = JSON.stringify({ command, args, cwd, uid, gid, stopSignal, stopWithinMs });
    const leash = spawn(process.execPath, [leashFile, errand], {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    keeping.leash = leash;
    keeping.since = Date.now();
    leash.on('message', (message: { pid: number }) => {
      keeping.pid = message.pid;
      tell({ name: keeping.process.name, pid: message.pid, event: 'running' });
    });
    leash.on('error', () => undefined);
    leash.on('exit', () => lost(keeping, leash));
  }

  function lost(keeping: Keeping, leash: ChildProcess): void {
    if (keeping.leash !== leash) return;
    // Only a leash that was itself killed leaves its process behind.
    if (keeping.pid) killGroup(keeping.pid);
    keeping.leash = undefined;
    keeping.pid = undefined;
    keeping.deaths += 1;
    keeping.failures = Date.now() - keeping.since > shortLifeMs ? 0 : keeping.failures + 1;
    if (stopped || !everyone.includes(keeping)) return;
    const restartInMs = Math.min(longestBackoffMs, 200 * 2 ** keeping.failures);
    tell({ name: keeping.process.name, event: 'died', restartInMs });
    setTimeout(() => !stopped && everyone.includes(keeping) && launch(keeping), restartInMs);
  }

  async function stopEveryone(): Promise<void> {
    for (const keeping of everyone.toReversed()) await stopOne(keeping);
  }

  async function stopOne(keeping: Keeping): Promise<void> {
    const { leash, pid } = keeping;
    if (!leash) return;
    const gone = new Promise<void>((resolve) => leash.once('exit', () => resolve()));
    if (leash.connected) leash.send('stop', () => undefined);
    const bound = new AbortController();
    const patience = (keeping.process.stopWithinMs ?? 10_000) + 2_000;
    const late = await Promise.race([
      gone.then(() => false),
      sleep(patience, true, { signal: bound.signal }).catch(() => false),
    ]);
    bound.abort();
    if (!late) return;
    if (pid) killGroup(pid);
    leash.kill('SIGKILL');
    await gone;
  }

  function pids(): Record<string, number> {
    return Object.fromEntries(everyone.flatMap((each) => (each.pid ? [[each.process.name, each.pid]] : [])));
  }

  function logOf(process: Kept): string {
    return path.join(options.logFolder, `${process.name}.log`);
  }
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}
