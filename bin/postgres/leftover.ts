import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, parentOf } from '../process-table.ts';
import { Refusal } from '../refusal.ts';
import { words } from '../words.ts';

/**
 * Clears the way when the last Postgres of this data folder was not stopped: one that still runs (its whole family of
 * keepers was killed) is shut down safely; a pid file whose number now belongs to someone else is removed.
 */
export async function stopForgottenPostgres(data: string): Promise<void> {
  const pidFile = path.join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!commandOf(pid).includes(data)) return rmSync(pidFile, { force: true });
  if (commandOf(parentOf(pid)).includes('leash.mjs')) throw new Refusal(words.dataInUse(data));
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 30_000; waited += 100) {
    await sleep(100);
    if (!commandOf(pid).includes(data)) return;
  }
  throw new Refusal(words.dataInUse(data));
}
