import type { Queryable } from '../database.ts';

export type RunAtWork = { runId: string; lane: number; standing: boolean };
/** `drill`: a clock stands until this is done. */
export type PartitionAtWork = RunAtWork & { partitionId: number; k: number; head: string; drill: boolean };
export type AccountAtWork = { accountId: number; lane: number; standing: boolean; head: string };
export type EndpointAtWork = { endpointId: number; lane: number; standing: boolean; head: string };

// These are asked twice a second beside a million members: each is a handful of probes into the indexes led by partition or
// account, whatever stands in the tables. The orders are there for that: without one, a single row is looked for from the
// beginning of the table. Of the inbox only its news are read: what it has done with lies dead before what it has not.

/** Runs that need their conductor now: to be judged, to enrol, to stop, or to end because nobody is left and nobody comes. */
export async function runsToWake(database: Queryable): Promise<RunAtWork[]> {
  const { rows } = await database.query<RunAtWork>(
    `select id as "runId", lane, kind = 'standing' as standing from run
     where status = 'stopping' or (status in ('approved', 'enrolling') and paused_at is null)
        or (status = 'waiting' and gate is null and coalesce(launch_at <= now(), true))
        or (status = 'open' and (kind = 'launched' or closes_at <= now())
            and not exists (select from partition where run_id = run.id and open and (run.kind = 'launched' or members > gone)))
     order by lane limit 200`,
  );
  return rows;
}

/** Every run that is not over: its conductor should be there, whether or not there is work now. */
export async function openRuns(database: Queryable): Promise<RunAtWork[]> {
  const { rows } = await database.query<RunAtWork>(
    `select id as "runId", lane, kind = 'standing' as standing from run
     where status in ('approved', 'enrolling', 'open', 'stopping') order by lane, id limit 2000`,
  );
  return rows;
}

/**
 * Partitions with something to decide: news, or a due time passed on the run's clock. While a run still
 * enrols, reaching everybody comes first: what was heard is then decided in turns of eight seconds, in larger pages.
 */
export async function partitionsToWake(database: Queryable): Promise<PartitionAtWork[]> {
  const { rows } = await database.query<PartitionAtWork>(
    `select p.id as "partitionId", p.k, p.run_id as "runId", p.lane, run.kind = 'standing' as standing,
            coalesce(heard.head, due.head) as head, run.clock_at is not null as drill
     from partition p
     join run on run.id = p.run_id
     left join lateral (
       select 'news ' || n.id as head from news n
       where n.partition_id = p.id and (run.status <> 'enrolling' or p.k % 8 = extract(epoch from clock_timestamp())::int % 8)
       order by n.partition_id desc, n.id desc limit 1) heard on true
     cross join lateral (select case when p.next_due_at <= coalesce(run.clock_at, now()) then 'due ' || p.next_due_at end as head) due
     where p.open and run.status in ('enrolling', 'open') and run.paused_at is null
       and (heard.head is not null or due.head is not null)
     order by p.lane, standing desc limit 500`,
  );
  return rows;
}

/**
 * Accounts with a message that may leave now, except those at work: they look for themselves, and what they took lies dead
 * before what they have not. The walk goes from one (lane, run) to the next, never over their rows.
 */
export async function accountsToWake(database: Queryable, atWork: number[] = []): Promise<AccountAtWork[]> {
  const { rows } = await database.query<AccountAtWork>(
    `select a.id as "accountId", min(pending.lane) as lane, bool_or(run.kind = 'standing') as standing,
            min(pending.lane || ' ' || run.id || ' ' || first.not_before) as head
     from account a
     cross join lateral (
       with recursive found as (
         (select lane, run_id from outbox where account_id = a.id order by account_id, lane, run_id limit 1)
         union all
         select following.* from found, lateral (
           select lane, run_id from outbox o where o.account_id = a.id and (o.lane, o.run_id) > (found.lane, found.run_id)
           order by account_id, lane, run_id limit 1) following)
       select a.id as account_id, lane, run_id from found) pending
     join run on run.id = pending.run_id and run.paused_at is null and run.status in ('enrolling', 'open')
     cross join lateral (
       select not_before from outbox o
       where o.account_id = pending.account_id and o.lane = pending.lane and o.run_id = pending.run_id
         and o.not_before <= coalesce(run.clock_at, now())
       order by o.account_id, o.lane, o.run_id, o.not_before limit 1) first
     where a.status = 'active' and a.id <> all($1::int[])
     group by a.id`,
    [atWork],
  );
  return rows;
}

/** Endpoints with a call that may be made now; one whose circuit breaker is open has none. */
export async function endpointsToWake(database: Queryable): Promise<EndpointAtWork[]> {
  const { rows } = await database.query<EndpointAtWork>(
    `select e.id as "endpointId", run.lane, run.kind = 'standing' as standing, first.id::text as head
     from endpoint e
     cross join lateral (
       select c.id, c.run_id from call c join run r on r.id = c.run_id
       where c.endpoint_id = e.id and c.status = 'queued' and coalesce(c.not_before, c.created_at) <= coalesce(r.clock_at, now())
         and r.paused_at is null and r.status in ('enrolling', 'open')
       limit 1) first
     join run on run.id = first.run_id
     where e.open_until is null or e.open_until <= now()`,
  );
  return rows;
}

/** Whether an event waits to be taken in. */
export async function eventsWait(database: Queryable): Promise<boolean> {
  const { rows } = await database.query<{ waits: boolean }>(
    'select exists (select from event where absorbed_at is null) as waits',
  );
  return rows[0]?.waits === true;
}

/** Second tries that receipts themselves cause, a claim's worth: these must not hold the receipts up. */
const fewMessages = 2_000;

/**
 * Whether a receipt waits to be taken in now. While an emergency still reaches out, and nobody but ourselves sets its pace,
 * whoever has heard nothing yet goes before the next try of whoever could not be reached: then only once the oldest has
 * waited for two and a half minutes. It reaches out while it enrols, while its messages are at the provider, and while more
 * than a few of them are still to leave; a drill's clock stands for receipts, so there the last is not asked.
 */
export async function receiptsWait(database: Queryable): Promise<boolean> {
  const { rows } = await database.query<{ waits: boolean }>(
    `select (select due_at from receipt order by due_at limit 1) <= clock_timestamp() - case
       when exists (select from run where status in ('approved', 'enrolling') and lane = 0 and paused_at is null)
         or exists (
           select from claim c join account a on a.id = c.account_id and a.rate is null join run r on r.id = c.run_id and r.lane = 0
           where c.lease_until > clock_timestamp())
         or exists (
           select from run r
           cross join lateral (
             select split_part(name, ':', 2) as channel, sum(n) as queued from counter
             where run_id = r.id and name like 'message:%:queued' group by 1) still
           join account a on a.unit_id = r.unit_id and a.channel = still.channel and a.rate is null and a.status = 'active'
           where r.lane = 0 and r.status = 'open' and r.clock_at is null and r.paused_at is null and still.queued > $1)
       then interval '150 seconds' else interval '0' end as waits`,
    [fewMessages],
  );
  return rows[0]?.waits === true;
}

export type RequestAtWork = { requestId: string; lane: number; head: string };

/** Requests for whose signature somebody is to be called now, or whose time is over. */
export async function requestsToWake(database: Queryable): Promise<RequestAtWork[]> {
  const { rows } = await database.query<RequestAtWork>(
    `select id as "requestId", lane, 'call ' || calls as head from request
     where status = 'waiting' and next_at <= now() order by lane, next_at limit 50`,
  );
  return rows;
}
