import type { Database } from '../database.ts';
import { forgetRuns } from './forget-runs.ts';

/** How long traces that no run needs any more are kept, in days; an administration may set others under `retention`. */
export const retentionDays = {
  event: 90,
  reply: 365,
  cap: 3,
  unmatched: 30,
  call: 90,
  webhook: 30,
  answered: 7,
  weights: 90,
  outage: 90,
};

/** Deletes what has outlived its retention, in pages so that nobody waits; returns how many rows went. */
export async function retain(database: Database, signal?: AbortSignal): Promise<number> {
  const { rows } = await database.query<{ value: Partial<typeof retentionDays> }>(
    `select value from setting where key = 'retention'`,
  );
  const days = { ...retentionDays, ...rows[0]?.value };
  let gone = 0;
  for (const [from, kept] of [
    // Ids are ordered by arrival, so a page is read at the left edge of the key.
    [
      `event where absorbed_at is not null
         and id < (lpad(to_hex((extract(epoch from now() - $1 * interval '1 day') * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid order by id`,
      days.event,
    ],
    [`reply where received_at < now() - $1 * interval '1 day'`, days.reply],
    [`answered where at < now() - $1 * interval '1 day'`, days.answered],
    [`outage where until_at < now() - $1 * interval '1 day'`, days.outage],
    [`contact_cap where day < current_date - $1::int`, days.cap],
    [`receipt where received_at < now() - $1 * interval '1 day'`, days.unmatched],
    [
      `call where status in ('done', 'failed', 'withdrawn') and created_at < now() - $1 * interval '1 day'
         and run_id in (select id from run where status in ('finished', 'stopped'))`,
      days.call,
    ],
    [`webhook_event where at < now() - $1 * interval '1 day'`, days.webhook],
    [`account_history where at < now() - $1 * interval '1 day'`, days.weights],
    // What came late to people who had all left: nobody advances their partition any more.
    [`news where $1::int is not null and partition_id in (select id from partition where not open)`, 0],
  ] as const)
    gone += await inPages(database, from, kept, signal);
  return gone + (await forgetRuns(database, signal));
}

async function inPages(database: Database, from: string, days: number, signal?: AbortSignal): Promise<number> {
  const table = from.slice(0, from.indexOf(' '));
  let gone = 0;
  for (;;) {
    signal?.throwIfAborted();
    const { rowCount } = await database.query(
      `delete from ${table} where ctid = any(array(select ctid from ${from} limit 10000))`,
      [days],
    );
    gone += rowCount ?? 0;
    if ((rowCount ?? 0) < 10_000) return gone;
  }
}
