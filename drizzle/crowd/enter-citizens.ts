import type { Transaction } from '../database.ts';
import { mayEnter } from '../requests/may-enter.ts';
import { keepToCeiling, noteEntered } from './ceiling.ts';
import { count } from './count.ts';

/** A standing run that people may enter now. */
export type StandingRun = { id: string; journeyId: string; mode: 'live' | 'drill'; lane: number };

const partitionSize = 20_000;

/**
 * Lets citizens into a standing run through one of its triggers. `entrants` is SQL giving (citizen_id, entry_key, event)
 * with its parameters; who already entered under that key stays as they are. Beyond what was approved (so many a day, so
 * many in all) people wait at the door; into a run that nobody approved, or whose time is over, nobody enters at all.
 * Returns how many entered.
 */
export async function enterCitizens(
  tx: Transaction,
  run: StandingRun,
  trigger: string,
  entrants: { sql: string; parameters: unknown[] },
): Promise<number> {
  await tx.query(`select from run where id = $1 for update`, [run.id]);
  if (run.mode === 'live' && !(await mayEnter(tx, run.id))) return 0;
  await tx.query('drop table if exists entrant');
  await tx.query(`create temp table entrant on commit drop as ${entrants.sql}`, entrants.parameters);
  if (run.mode === 'live') await keepToCeiling(tx, run, trigger);
  const { rows } = await tx.query<{ n: number }>('select count(*)::int as n from entrant');
  let entered = 0;
  for (let from = 0; from < (rows[0]?.n ?? 0); from += partitionSize)
    entered += await enterPage(tx, run, trigger, from);
  await tx.query('update run set enrolled = enrolled + $2 where id = $1', [run.id, entered]);
  if (run.mode === 'live') await noteEntered(tx, run.id, entered);
  return entered;
}

async function enterPage(tx: Transaction, run: StandingRun, trigger: string, from: number): Promise<number> {
  const { id, k } = await partitionWithRoom(tx, run);
  const { rows } = await tx.query<{ n: number }>(
    `with page as (
       select distinct on (citizen_id, entry_key) * from (select * from entrant order by citizen_id, entry_key offset $6 limit $7) as cut),
     entered as (
       insert into member (run_id, partition_id, journey_id, citizen_id, entry_key, timers, due_at, entered_at, event)
       select $1, $2, $3, e.citizen_id, case when $4 = 'drill' then $1::text || '/' else '' end || e.entry_key,
              jsonb_build_object('enter.' || $5::text, cauce_ms(cauce_now(run.clock_at))), cauce_now(run.clock_at), cauce_now(run.clock_at), e.event
       from page e join run on run.id = $1 join citizen c on c.id = e.citizen_id and not c.deceased
       on conflict do nothing returning 1)
     select count(*)::int as n from entered`,
    [run.id, id, run.journeyId, run.mode, trigger, from, partitionSize],
  );
  const n = rows[0]?.n ?? 0;
  await tx.query(
    `update partition p set members = members + $2, filled = members + $2 >= $3, next_due_at = least(next_due_at, cauce_now(r.clock_at))
     from run r where p.id = $1 and r.id = p.run_id`,
    [id, n, partitionSize],
  );
  await count(tx, run.id, k, new Map([['state:enter', n]]));
  return n;
}

async function partitionWithRoom(tx: Transaction, run: StandingRun): Promise<{ id: number; k: number }> {
  const { rows } = await tx.query<{ id: number; k: number }>(
    `with room as (select id, k from partition where run_id = $1 and open and not filled order by id limit 1),
     made as (
       insert into partition (run_id, k, lane) select $1, coalesce((select max(k) + 1 from partition where run_id = $1), 0), $2
       where not exists (select from room) returning id, k)
     select id, k from room union all select id, k from made`,
    [run.id, run.lane],
  );
  return rows[0]!;
}
