import { type Database, transaction } from '../database.ts';

/** How long what people lived in a journey is kept after its end, where the journey says nothing (months), and in a drill (days). */
const kept = { months: 24, drillDays: 30 };
const pageSize = 5_000;

/**
 * Forgets what people lived, once the time that their journey keeps it has passed since it was over: members with their log,
 * messages, tasks and calls, and a drill's copies. A launched run is over as a whole; of a standing one, a partition is over
 * when everybody in it has left. Runs, counters and acts stay: they name nobody. Page by page; returns how many people went.
 */
export async function forgetRuns(database: Database, signal?: AbortSignal): Promise<number> {
  const { rows } = await database.query<{ id: number; run_id: string }>(partitionsOver, [kept.months, kept.drillDays]);
  let gone = 0;
  for (const { id, run_id } of rows) {
    for (let page = pageSize; page === pageSize; gone += page) {
      signal?.throwIfAborted();
      page = await forgetPage(database, id);
    }
    await transaction(database, async (tx) => {
      await tx.query('update partition set forgotten_at = clock_timestamp() where id = $1', [id]);
      const { rowCount: left } = await tx.query(
        'select from partition where run_id = $1 and forgotten_at is null limit 1',
        [run_id],
      );
      if (left) return;
      await tx.query('delete from held where run_id = $1', [run_id]);
      await tx.query('delete from citizen where unit_id = $1 and copy_of is not null', [run_id]);
    });
  }
  return gone;
}

const partitionsOver = `
  select p.id, p.run_id
  from partition p
  join run r on r.id = p.run_id
  join revision v on v.id = r.revision_id
  cross join lateral (
    select case when r.mode = 'drill' then now() - $2 * interval '1 day'
      else now() - coalesce((v.document ->> 'retentionMonths')::int, $1::int) * interval '1 month' end as before) keep
  where not p.open and p.forgotten_at is null
    and case when r.finished_at is not null then r.finished_at < keep.before
      else r.kind = 'standing' and r.clock_at is null and not exists (
        select from member m join log l on l.member_id = m.id where m.partition_id = p.id and l.at >= keep.before) end
  order by p.id`;

async function forgetPage(database: Database, partitionId: number): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `with those as materialized (select id from member where partition_id = $1 limit ${pageSize}),
     logged as (delete from log using those where log.member_id = those.id),
     ${['message', 'task', 'call'].map((table) => `${table}s as (${forgetCaused(table)})`).join(', ')},
     waiting as (delete from attention using those where attention.member_id = those.id),
     heard as (delete from inbox using those where inbox.partition_id = $1 and inbox.member_id = those.id),
     gone as (delete from member using those where member.id = those.id returning 1)
     select count(*)::int as n from gone`,
    [partitionId],
  );
  return rows[0]!.n;
}

const forgetCaused = (table: string) => `
  delete from ${table} using those
  where ${table}.id between cauce_caused_least(those.id) and cauce_caused_greatest(those.id) and ${table}.member_id = those.id`;
