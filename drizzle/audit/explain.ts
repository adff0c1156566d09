import type { Actor } from '#engine/office/audit-entry.ts';
import type { Queryable } from '../database.ts';
import { audit } from './append.ts';

/** Says afterwards why a run was braked: an act of its own, since nothing that was noted is ever changed. */
export async function explain(
  database: Queryable,
  {
    runId,
    unitId,
    who,
    of,
    reason,
  }: { runId: string; unitId: string; who: Actor; of: 'pause' | 'resume' | 'stop'; reason: string },
): Promise<void> {
  await audit(database, {
    who,
    unitId,
    act: 'run.explained',
    about: { kind: 'run', id: runId },
    detail: { of },
    reason,
  });
}
