import { type Joinable, transaction } from '../database.ts';
import { count } from './count.ts';

/** Completes an open task with one of its outcomes; its member, if still inside, hears of it at once. False when it is no longer open. */
export async function completeTask(database: Joinable, taskId: string, outcome: string): Promise<boolean> {
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<{ run_id: string; partition_id: number }>(
      `update task t set status = 'done', outcome = $2, done_at = cauce_now(r.clock_at)
       from run r where t.id = $1 and t.status = 'open' and r.id = t.run_id returning t.run_id, t.partition_id`,
      [taskId, outcome],
    );
    const task = rows[0];
    if (!task) return false;
    await tx.query(
      `insert into inbox (partition_id, member_id, type, node, visit, data, at)
       select t.partition_id, t.member_id, 'task.' || t.node || '.' || $2, t.node, t.visit, jsonb_build_object('outcome', $2::text), t.done_at
       from task t join member m on m.id = t.member_id and m.status in ('active', 'attention') where t.id = $1`,
      [taskId, outcome],
    );
    await count(tx, task.run_id, task.partition_id, new Map([['task:open', -1]]));
    return true;
  });
}
