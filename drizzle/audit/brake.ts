import type { Actor } from '#engine/office/audit-entry.ts';
import { pauseRun, resumeRun } from '../crowd/brake-run.ts';
import { stopRun } from '../crowd/stop-run.ts';
import type { Database } from '../database.ts';
import { audit } from './append.ts';
import { audited } from './audited.ts';

/** Who brakes which run, and why. */
export type Braking = { runId: string; unitId: string; who: Actor; reason?: string | undefined };

/** Pauses, resumes or stops a run, and notes who did it; false when the run is not in a state for that. */
export function brake(
  database: Database,
  act: keyof typeof named,
  { runId, reason, ...by }: Braking,
): Promise<boolean> {
  const entry = { ...by, act: named[act], about: { kind: 'run', id: runId }, reason } as const;
  if (act === 'resume') return resumeRun(database, runId, (tx) => audit(tx, entry));
  const move = act === 'pause' ? pauseRun : stopRun;
  return audited(
    database,
    (tx) => move(tx, runId),
    (done) => done && entry,
  );
}

const named = { pause: 'run.paused', resume: 'run.resumed', stop: 'run.stopped' } as const;
