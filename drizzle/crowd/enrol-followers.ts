import { type Database, type Transaction, transaction } from '../database.ts';
import { causedIdSql } from './caused-id-sql.ts';
import { count } from './count.ts';
import { planOf } from './plan.ts';

/** `waits`: what the first run still has under way is not settled; look again in a moment. */
export type Followed = { partitionId: number | null; enrolled: number; done: boolean; waits: boolean };

/**
 * Enrols the next people of a correction or an all-clear: everyone of one partition of the runs it follows to whom a
 * message was handed, or may have been. Messages under way when the first run was stopped are looked for by a last pass, so
 * that whoever hears the alert hears the end of it. One transaction under the run's lock; repeating it enrols nobody twice.
 */
export async function enrolFollowers(database: Database, runId: string): Promise<Followed> {
  return transaction(database, async (tx) => {
    await tx.query('set local enable_seqscan = off; set local statement_timeout = 50000');
    const { rows } = await tx.query<Run>(
      `select id, journey_id as "journeyId", lane, follows, follow_cursor as cursor, follow_last as last,
              cauce_ms(cauce_now(clock_at))::float8 as now, (select count(*)::int from partition where run_id = run.id) as partitions
       from run where id = $1 and follows is not null and status in ('approved', 'enrolling') for update`,
      [runId],
    );
    const run = rows[0];
    if (!run) return over;
    const source = await nextSource(tx, run);
    if (!source) return endPass(tx, run);
    await tx.query(`update run set status = 'enrolling', follow_cursor = $2 where id = $1`, [runId, source.id]);
    const partitionId = await openPartition(tx, run);
    const entered = await enterHanded(tx, run, partitionId, source);
    if (entered === 0) {
      await tx.query('delete from partition where id = $1', [partitionId]);
      return { partitionId: null, enrolled: 0, done: false, waits: false };
    }
    await tx.query('update run set enrolled = enrolled + $2 where id = $1', [runId, entered]);
    await tx.query('update partition set members = $2, next_due_at = cauce_at($3) where id = $1', [
      partitionId,
      entered,
      run.now,
    ]);
    await count(tx, runId, run.partitions, new Map([['state:enter', entered]]));
    return { partitionId, enrolled: entered, done: false, waits: false };
  });
}

type Run = {
  id: string;
  journeyId: string;
  lane: number;
  follows: string;
  cursor: number;
  last: boolean;
  now: number;
  partitions: number;
};
type Source = { id: number; revisionId: string };

const over: Followed = { partitionId: null, enrolled: 0, done: true, waits: false };

/** The run that is followed, what it updated and what updated it. */
const chainSql = `
  select r.id, r.revision_id, r.status from run r, (select coalesce(updates, id) as root from run where id = $1) c
  where (r.id = c.root or r.updates = c.root) and r.follows is null`;

async function nextSource(tx: Transaction, { follows, cursor }: Run): Promise<Source | undefined> {
  const { rows } = await tx.query<Source>(
    `with chain as (${chainSql})
     select p.id, chain.revision_id as "revisionId" from partition p join chain on chain.id = p.run_id
     where p.id > $2 order by p.id limit 1`,
    [follows, cursor],
  );
  return rows[0];
}

/** A pass that began with everything settled is the last; else another one follows as soon as it is. */
async function endPass(tx: Transaction, run: Run): Promise<Followed> {
  if (run.last) {
    await tx.query(`update run set status = 'open' where id = $1`, [run.id]);
    return over;
  }
  const { rows } = await tx.query<{ settled: boolean }>(
    `with chain as (${chainSql})
     select not exists (select from chain where status not in ('stopped', 'finished', 'refused'))
        and not exists (select from claim join chain on chain.id = claim.run_id) as settled`,
    [run.follows],
  );
  const settled = rows[0]?.settled === true;
  if (settled) await tx.query(`update run set follow_cursor = 0, follow_last = true where id = $1`, [run.id]);
  await tx.query(`update run set status = 'enrolling' where id = $1`, [run.id]);
  return { partitionId: null, enrolled: 0, done: false, waits: !settled };
}

async function openPartition(tx: Transaction, run: Run): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    'insert into partition (run_id, k, lane, filled) values ($1, $2, $3, true) returning id',
    [run.id, run.partitions, run.lane],
  );
  return rows[0]!.id;
}

/** A message's id follows from its cause, so that all that were caused in a partition are found by their keys. */
async function enterHanded(tx: Transaction, run: Run, partitionId: number, source: Source): Promise<number> {
  const { compiled } = await planOf(tx, source.revisionId);
  const sends = Object.keys(compiled.sends).map((key) => {
    const dot = key.indexOf('.');
    return { node: key.slice(0, dot), rung: key.slice(dot + 1) };
  });
  const { rowCount } = await tx.query(
    `with handed as materialized (
       select distinct m.citizen_id
       from member m
       cross join jsonb_to_recordset($1) as s(node text, rung text)
       cross join lateral generate_series(1, coalesce((m.visits ->> s.node)::int, 0)) as v(visit)
       join message x on x.id = ${causedIdSql('m.id', 's.node', 'v.visit', 's.rung')}
       where m.partition_id = $2 and (
         x.accepted_at is not null or x.status = 'uncertain' or x.id in (select message_id from kept_acceptance)))
     insert into member (run_id, partition_id, journey_id, citizen_id, entry_key, timers, due_at, entered_at)
     select $3::uuid, $4, $5, c.id, $3::uuid::text, jsonb_build_object('enter.handed', $6::bigint), cauce_at($6), cauce_at($6)
     from handed join citizen c on c.id = handed.citizen_id and not c.deceased
     order by c.id
     on conflict do nothing`,
    [JSON.stringify(sends), source.id, run.id, partitionId, run.journeyId, run.now],
  );
  return rowCount ?? 0;
}
