import { type Joinable, transaction } from '../database.ts';

/** Which of a run's members in attention: one, or all with the same reason. */
export type Which = { memberId: string } | { reason: string };

/**
 * `retry` lets members in attention be looked at again with whatever was parked; `skip` drops what was parked and leaves
 * them resting where they stand. Returns how many.
 */
export async function settleAttention(
  database: Joinable,
  runId: string,
  which: Which,
  how: 'retry' | 'skip',
): Promise<number> {
  return transaction(database, async (tx) => {
    const [column, value] = 'memberId' in which ? ['member_id::text', which.memberId] : ['reason', which.reason];
    await tx.query(
      `select from partition where id in (select partition_id from attention where run_id = $1 and ${column} = $2) order by id for update`,
      [runId, value],
    );
    const { rows } = await tx.query<{ member_id: string; partition_id: number }>(
      `delete from attention where run_id = $1 and ${column} = $2 returning member_id, partition_id`,
      [runId, value],
    );
    const ids = rows.map(({ member_id }) => member_id);
    if (ids.length === 0) return 0;
    if (how === 'retry')
      await tx.query(
        `update inbox i set partition_id = m.partition_id from member m where m.id = i.member_id and i.member_id = any($1)`,
        [ids],
      );
    else await tx.query('delete from inbox where member_id = any($1)', [ids]);
    // Due at once, on whatever timer comes first; one that cannot be read puts them back where they were.
    await tx.query(
      `update member m set status = 'active', due_at = case when $2 = 'retry' and m.timers <> '{}' then cauce_now(r.clock_at) end
       from run r where m.id = any($1) and r.id = m.run_id and m.status = 'attention'`,
      [ids, how],
    );
    await tx.query(
      `update partition p set next_due_at = least(next_due_at, cauce_now(r.clock_at)) from run r
       where p.id = any($1) and r.id = p.run_id`,
      [rows.map(({ partition_id }) => partition_id)],
    );
    await tx.query(
      `insert into counter (run_id, name, shard, n) values ($1, 'attention', 0, -$2::bigint)
       on conflict (run_id, name, shard) do update set n = counter.n + excluded.n`,
      [runId, ids.length],
    );
    return ids.length;
  });
}
