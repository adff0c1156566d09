import type { Database } from '../database.ts';

/** How long traces that no run needs any more are kept, in days; an administration may set others under `retention`. */
export const retentionDays = { event: 90, reply: 365, cap: 3, unmatched: 30, call: 90, webhook: 30, weights: 90 };

/** Deletes what has outlived its retention, in pages so that nobody waits; returns how many rows went. */
export async function retain(database: Database, signal?: AbortSignal): Promise<number> {
  const { rows } = await database.query<{ value: Partial<typeof retentionDays> }>(
    `select value from setting where key = 'retention'`,
  );
  const days = { ...retentionDays, ...rows[0]?.value };
  let gone = 0;
  for (const [from, kept] of [
    [`event where absorbed_at < now() - $1 * interval '1 day'`, days.event],
    [`reply where received_at < now() - $1 * interval '1 day'`, days.reply],
    [`contact_cap where day < current_date - $1::int`, days.cap],
    [
      `inbox where partition_id = 0 and member_id = '00000000-0000-0000-0000-000000000000' and received_at < now() - $1 * interval '1 day'`,
      days.unmatched,
    ],
    [
      `call where status in ('done', 'failed', 'withdrawn') and created_at < now() - $1 * interval '1 day'
         and run_id in (select id from run where status in ('finished', 'stopped'))`,
      days.call,
    ],
    [`webhook_event where at < now() - $1 * interval '1 day'`, days.webhook],
    [`account_history where at < now() - $1 * interval '1 day'`, days.weights],
  ] as const)
    gone += await inPages(database, from, kept, signal);
  return gone;
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
