import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

/** What waits to be done, and since when; ages in seconds, null where nothing waits. Of the whole installation. */
export type Backlog = {
  at: string;
  postgres: {
    version: string;
    bytes: number;
    connections: number;
    mostConnections: number;
    longestSeconds: number | null;
  };
  runs: { open: number; paused: number };
  /** The longest that somebody who is due has waited to be moved on. */
  dueSeconds: number | null;
  /** The longest that a message that may leave has waited, and how many wait. */
  outboxSeconds: number | null;
  outbox: number;
  eventSeconds: number | null;
  callSeconds: number | null;
  webhookSeconds: number | null;
  webhooksOff: number;
  attention: number;
  accountsDown: number;
  /** Receipts that matched none of our messages for ten minutes and more, and since when the oldest. */
  unplaced: { n: number; seconds: number | null };
};

/** Answers within milliseconds beside a million members: probes into partial indexes and sums of counters, never counts of rows. */
export async function backlog(database: Queryable): Promise<Backlog> {
  const { rows } = await database.query<Backlog>(
    `with open_run as (select * from run where status in ('approved', 'enrolling', 'open', 'stopping'))
     select ${iso('clock_timestamp()')} as at,
       jsonb_build_object(
         'version', current_setting('server_version'), 'bytes', pg_database_size(current_database()),
         'connections', (select count(*) from pg_stat_activity where datname = current_database()),
         'mostConnections', current_setting('max_connections')::int,
         'longestSeconds', (select extract(epoch from max(clock_timestamp() - xact_start))::float8 from pg_stat_activity
                            where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend')) as postgres,
       (select jsonb_build_object('open', count(*) filter (where paused_at is null), 'paused', count(*) filter (where paused_at is not null))
        from open_run) as runs,
       (select extract(epoch from max(clock_timestamp() - p.next_due_at))::float8 from partition p join open_run r on r.id = p.run_id
        where p.open and r.clock_at is null and r.paused_at is null and p.next_due_at < clock_timestamp()) as "dueSeconds",
       (select extract(epoch from max(clock_timestamp() - first.not_before))::float8
        from account a cross join open_run r cross join lateral (
          select not_before from outbox o where o.account_id = a.id and o.lane = r.lane and o.run_id = r.id
          order by o.not_before limit 1) first
        where a.unit_id = r.unit_id and a.status = 'active' and r.clock_at is null and r.paused_at is null
          and first.not_before < clock_timestamp()) as "outboxSeconds",
       (select coalesce(sum(n), 0)::float8 from counter c where c.run_id in (select id from open_run) and c.name like 'message:%:queued') as outbox,
       (select extract(epoch from clock_timestamp() - min(received_at))::float8 from event where absorbed_at is null) as "eventSeconds",
       (select extract(epoch from max(clock_timestamp() - coalesce(c.not_before, c.created_at)))::float8 from call c join open_run r on r.id = c.run_id
        where c.status = 'queued' and r.clock_at is null and coalesce(c.not_before, c.created_at) < clock_timestamp()) as "callSeconds",
       (select extract(epoch from max(clock_timestamp() - d.next_at))::float8 from webhook_delivery d join webhook w on w.id = d.webhook_id
        where d.status = 'queued' and w.status = 'active' and d.next_at < clock_timestamp()) as "webhookSeconds",
       (select count(*)::int from webhook where status = 'disabled' and disabled_why <> 'official') as "webhooksOff",
       (select coalesce(sum(n), 0)::float8 from counter c where c.run_id in (select id from open_run) and c.name = 'attention') as attention,
       (select count(*)::int from account where status = 'down') as "accountsDown",
       (select jsonb_build_object('n', count(*), 'seconds', extract(epoch from clock_timestamp() - min(received_at))::float8)
        from receipt where tries > 0 and received_at < clock_timestamp() - interval '10 minutes') as unplaced`,
  );
  return rows[0]!;
}
