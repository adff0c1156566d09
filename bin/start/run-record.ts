import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { commandOf } from '../process-table.ts';

const runRecord = z.object({
  /** The supervisor's process. */
  pid: z.number(),
  address: z.string(),
  databaseUrl: z.string().optional(),
  temporalAddress: z.string().optional(),
  ports: z.record(z.string(), z.number()),
  pids: z.record(z.string(), z.number()),
});

/** What `npm start` leaves in `.cauce/run.json` while it runs, for the command line and the drills; only we may read it. */
export type RunRecord = z.output<typeof runRecord>;

/** The record of the Cauce that runs in that folder now; undefined when none does. */
export function runningCauce(folder: string): RunRecord | undefined {
  const record = readRecord(folder);
  return record && commandOf(record.pid).includes('start.mjs') ? record : undefined;
}

/** Writes the record whole or not at all. */
export function recordRun(folder: string, record: RunRecord): void {
  mkdirSync(folder, { recursive: true });
  const unfinished = `${fileIn(folder)}.${process.pid}`;
  writeFileSync(unfinished, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, fileIn(folder));
}

export function forgetRun(folder: string): void {
  rmSync(fileIn(folder), { force: true });
}

/**
 * Kills what a supervisor left when it and every leash were killed at once. Postgres is spared: it is shut down safely
 * by its own start. Only processes whose command line still belongs to this installation are touched.
 */
export async function sweepLeftovers(folder: string, marks: string[]): Promise<void> {
  const pids = Object.entries(readRecord(folder)?.pids ?? {}).filter(([name]) => name !== 'postgres');
  const ours = pids.filter(([, pid]) => marks.some((mark) => commandOf(pid).includes(mark)));
  for (const [, pid] of ours) process.kill(-pid, 'SIGKILL');
  if (ours.length > 0) await sleep(300);
}

function readRecord(folder: string): RunRecord | undefined {
  if (!existsSync(fileIn(folder))) return undefined;
  try {
    return runRecord.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

function fileIn(folder: string): string {
  return path.join(folder, 'run.json');
}
