import type { Queryable } from '../database.ts';

/** An open drill: its clock (epoch ms), its scale, and what it has outstanding; the times are on its own clock. */
export type OpenDrill = {
  runId: string;
  clock: number;
  scale: number;
  /** Real milliseconds since the clock was last moved. */
  elapsedMs: number;
  working: boolean;
  dueAt: number | null;
  messageAt: number | null;
  callAt: number | null;
  sweeps: boolean;
  sweptAt: number | null;
  standing: boolean;
};

/**
 * Every drill whose clock may move, with its outstanding work; paused drills are not among them. What waits for a paused
 * account holds no clock: it leaves when an official says so, and until then the days of everybody else go on.
 */
export async function openDrills(database: Queryable): Promise<OpenDrill[]> {
  const { rows } = await database.query<OpenDrill>(
    `select run.id as "runId", run.kind = 'standing' as standing, cauce_ms(run.clock_at)::float8 as clock,
            run.clock_scale as scale,
            greatest(0, extract(epoch from clock_timestamp() - coalesce(run.clock_ticked_at, clock_timestamp())) * 1000)::float8 as "elapsedMs",
            run.status <> 'open'
              or exists (select from partition p join inbox i on i.partition_id = p.id where p.run_id = run.id)
              or exists (select from receipt where tries = 0)
              or exists (select from claim m where m.run_id = run.id and not m.uncertain)
              or exists (select from call c where c.status = 'claimed' and c.run_id = run.id)
              or (run.kind = 'standing' and exists (select from event where absorbed_at is null)) as working,
            cauce_ms(due.at)::float8 as "dueAt", cauce_ms(message.at)::float8 as "messageAt", cauce_ms(call.at)::float8 as "callAt",
            (revision.compiled ->> 'sweeps')::boolean is true as sweeps,
            cauce_ms((select (value ->> 'at')::timestamptz from setting where key = 'swept/' || run.id))::float8 as "sweptAt"
     from run
     join revision on revision.id = run.revision_id
     cross join lateral (
       select min(p.next_due_at) as at from partition p where p.run_id = run.id and p.open) due
     cross join lateral (
       select min(first.not_before) as at from account a
       cross join lateral (
         select not_before from outbox o
         where o.account_id = a.id and o.lane = run.lane and o.run_id = run.id
         order by o.not_before limit 1) first
       where a.status <> 'paused') message
     cross join lateral (
       select min(coalesce(c.not_before, c.created_at)) as at from endpoint e
       join call c on c.endpoint_id = e.id and c.status = 'queued' and c.run_id = run.id) call
     where run.mode = 'drill' and run.clock_at is not null and run.paused_at is null
       and run.status in ('approved', 'enrolling', 'open', 'stopping')`,
  );
  return rows;
}
