import type { Queryable } from '../database.ts';
import { judgeRun } from './judge-run.ts';

// What was judged good stays so while people enter; this process looks once, and every other process for itself.
const good = new Set<string>();

/**
 * Whether people may enter a run, whatever its row says of its status: judged by this very process, since a row can be
 * written by anybody who reaches the database. Asked once per run and process, never per person.
 */
export async function mayEnter(database: Queryable, runId: string): Promise<boolean> {
  if (good.has(runId)) return true;
  const { gate } = await judgeRun(database, runId);
  if (gate !== 'open') return false;
  if (good.size > 10_000) good.clear();
  good.add(runId);
  return true;
}
