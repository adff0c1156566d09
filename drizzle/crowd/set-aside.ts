import { type Database, transaction } from '../database.ts';
import { count } from './count.ts';

/**
 * Puts one member into attention with the reason, visible and out of the way: no timer of theirs fires until somebody
 * retries or skips. What they still have in the inbox waits with them.
 */
export async function setAside(
  database: Database,
  partitionId: number,
  memberId: string,
  error: Error & { code?: string },
) {
  await transaction(database, async (tx) => {
    await tx.query('select from partition where id = $1 for update', [partitionId]);
    const { rows } = await tx.query<{ run_id: string }>(
      `update member set status = 'attention', due_at = null where id = $1 and status = 'active' returning run_id`,
      [memberId],
    );
    // What it holds may be the culprit, so it is parked with the member rather than looked at again.
    await tx.query('update inbox set partition_id = 0 where member_id = $1', [memberId]);
    const runId = rows[0]?.run_id;
    if (runId === undefined) return;
    await tx.query(
      `insert into attention (member_id, run_id, partition_id, reason, detail) values ($1, $2, $3, $4, $5)
       on conflict (member_id) do update set reason = excluded.reason, detail = excluded.detail, at = now()`,
      [memberId, runId, partitionId, error.code === undefined ? error.name : `sql-${error.code}`, detailOf(error)],
    );
    await count(tx, runId, partitionId, new Map([['attention', 1]]));
  });
  return { due: 1, moved: 0, held: false, nextDueAt: null, active: 1 };
}

/** Our own sentences, and the names of things: never what an error of the database quotes, which may be somebody's data. */
function detailOf(
  error: Error & { code?: string; table?: string; column?: string; constraint?: string; routine?: string },
) {
  if (error.code === undefined || error.code === 'P0001') return error.message.slice(0, 300);
  const { table, column, constraint, routine } = error;
  return [table, column, constraint, routine].filter(Boolean).join(' ') || null;
}
