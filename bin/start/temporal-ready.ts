import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../refusal.ts';
import { StartFailure, type Supervisor } from '../supervisor.ts';
import { answersAt, prepareTemporal } from '../temporal.ts';
import { words } from '../words.ts';
import type { Plan } from './plan.ts';
import { type Say, step } from './steps.ts';

/** A Temporal that answers: the one of TEMPORAL_ADDRESS or our own. */
export async function temporalReady(plan: Plan, supervisor: Supervisor, say: Say): Promise<string> {
  return step(say, words.temporal(), async () => {
    if (!plan.temporalAddress) return started(plan, supervisor, say);
    if (!(await answersAt(plan.temporalAddress))) throw new Refusal(words.temporalUnreachable(plan.temporalAddress));
    return plan.temporalAddress;
  });
}

async function started(plan: Plan, supervisor: Supervisor, say: Say): Promise<string> {
  const { temporal: port, temporalUi: uiPort } = plan.ports;
  const { kept, address } = await prepareTemporal({ dir: plan.folder, port, uiPort }, say);
  try {
    await supervisor.start(kept);
  } catch (error) {
    if (!(error instanceof StartFailure) || !/malformed|not a database/.test(error.lastWords.join('\n'))) throw error;
    // Postgres is the truth; Temporal's history is rebuilt from it.
    setAside(path.join(plan.folder, 'temporal.db'));
    say(words.temporalRebuilt());
    await supervisor.start(kept);
  }
  return address;
}

function setAside(file: string): void {
  rmSync(`${file}-wal`, { force: true });
  rmSync(`${file}-shm`, { force: true });
  if (existsSync(file)) renameSync(file, `${file}.damaged`);
}
