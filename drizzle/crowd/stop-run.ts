import { type Database, type Queryable, type Transaction, transaction } from '../database.ts';
import { add, count } from './count.ts';
import { layOutPages } from './lay-out-pages.ts';

const pageSize = 20_000;

/** Asks a run to stop: nothing more is decided or claimed; its workflow ends the members page by page. False when it does not run. */
export async function stopRun(database: Queryable, runId: string): Promise<boolean> {
  const { rowCount } = await database.query(
    `update run set status = 'stopping' where id = $1 and status in ('waiting', 'approved', 'enrolling', 'open')`,
    [runId],
  );
  return rowCount === 1;
}

/**
 * Ends one page of a stopping run: members end as `stopped`, their pending messages, tasks and calls are taken back.
 * Only batches already claimed may still leave. `done` when nobody is left and the run is stopped.
 */
export async function stopRunPage(database: Database, runId: string): Promise<{ stopped: number; done: boolean }> {
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<Stopping>(
      `select p.id, p.k, coalesce(r.stop_why, 'stopped') as why from partition p join run r on r.id = p.run_id and r.status = 'stopping'
       where p.run_id = $1 and p.open order by p.id limit 1 for update of p`,
      [runId],
    );
    const partition = rows[0];
    if (!partition) {
      if (await withdrawPage(tx, runId)) return { stopped: 0, done: false };
      await tx.query(
        `update run set status = 'stopped', finished_at = clock_timestamp(), paused_at = null where id = $1 and status = 'stopping'`,
        [runId],
      );
      return { stopped: 0, done: true };
    }
    return { stopped: await stopPage(tx, runId, partition), done: false };
  });
}

type Stopping = { id: number; k: number; why: string };

async function stopPage(tx: Transaction, runId: string, partition: Stopping): Promise<number> {
  await tx.query('set local enable_seqscan = off');
  await tx.query(
    `create temp table stopping on commit drop as
     select id, state, status from member where partition_id = $1 and status = 'active' limit $2`,
    [partition.id, pageSize],
  );
  await tx.query(
    `insert into stopping select m.id, m.state, m.status from attention a join member m on m.id = a.member_id where a.partition_id = $1 and m.status = 'attention'`,
    [partition.id],
  );
  await tx.query(
    `update member m set status = 'stopped', outcome = 'stopped', timers = '{}', due_at = null, seq = seq + 1
     from stopping s where m.id = s.id`,
  );
  await tx.query(
    `insert into log (member_id, seq, run_id, at, note)
     select m.id, m.seq, $1, cauce_now(r.clock_at), $2 from stopping s join member m on m.id = s.id join run r on r.id = $1`,
    [runId, `run.${partition.why}`],
  );
  const deltas = new Map<string, number>();
  const states = await tx.query<{ state: string; n: number }>(
    'select state, count(*)::int as n from stopping group by 1',
  );
  const stopped = states.rows.reduce((sum, { n }) => sum + n, 0);
  for (const { state, n } of states.rows) add(deltas, `state:${state}`, -n);
  add(deltas, 'outcome:stopped', stopped);
  for (const [name, n] of await takeBack(tx, endsTasks(partition.why))) add(deltas, name, n);
  await tx.query('delete from inbox using stopping s where inbox.member_id = s.id');
  await tx.query('delete from attention using stopping s where attention.member_id = s.id');
  await tx.query(`update partition set gone = gone + $2, open = $3 where id = $1`, [
    partition.id,
    stopped,
    stopped >= pageSize,
  ]);
  await count(tx, runId, partition.k, deltas);
  return stopped;
}

const somePages = `
  select ctid as place from outbox where message_ids is not null and run_id = $1
  order by account_id, run_id, not_before, message_id limit 10`;

/** Takes back a page of what is still queued; nothing of a stopping run is claimed any more. False when nothing is left. */
async function withdrawPage(tx: Transaction, runId: string): Promise<boolean> {
  await layOutPages(tx, somePages, [runId]);
  const { rows } = await tx.query<{ channel: string; n: number }>(
    `with page as (
       select o.ctid as place from run r join account a on a.unit_id = r.unit_id
       join outbox o on o.account_id = a.id and o.lane = r.lane and o.run_id = r.id and o.message_ids is null
       where r.id = $1 limit $2 for update of o skip locked),
     out as (delete from outbox using page where outbox.ctid = page.place returning message_id),
     taken as (
       update message x set status = 'withdrawn', reason = 'run-stopped', done_at = (select cauce_now(clock_at) from run where id = $1)
       from out where x.id = out.message_id returning x.channel)
     select channel, count(*)::int as n from taken group by 1`,
    [runId, pageSize],
  );
  const deltas = new Map<string, number>();
  for (const { channel, n } of rows) {
    add(deltas, `message:${channel}:queued`, -n);
    add(deltas, `message:${channel}:withdrawn`, n);
  }
  await count(tx, runId, 0, deltas);
  return rows.length > 0;
}

/** Whoever was promised somebody's help is helped, also after a correction or an all-clear. */
const endsTasks = (why: string) => why === 'stopped' || why === 'refused';

async function takeBack(tx: Transaction, tasksToo: boolean): Promise<[string, number][]> {
  const tasks = await tx.query(
    `update task t set status = 'cancelled', done_at = cauce_now(run.clock_at) from stopping s, run
     where t.member_id = s.id and run.id = t.run_id and t.status = 'open' and $1`,
    [tasksToo],
  );
  await tx.query(
    `update call c set status = 'withdrawn' from stopping s where c.member_id = s.id and c.status = 'queued'`,
  );
  return [['task:open', -(tasks.rowCount ?? 0)]];
}
