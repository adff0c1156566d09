import type { Queryable } from '../database.ts';

/** What somebody did to a run, and why. */
export type Act = {
  runId: string;
  what: string;
  who: string;
  reason?: string | undefined;
  detail?: Record<string, unknown> | undefined;
};

/** Notes an act, so that it can be told later who did what to a run and why. */
export async function noteAct(database: Queryable, { runId, what, who, reason, detail }: Act): Promise<void> {
  await database.query('insert into act (run_id, what, who, reason, detail) values ($1, $2, $3, $4, $5)', [
    runId,
    what,
    who,
    reason ?? null,
    detail ?? null,
  ]);
}
