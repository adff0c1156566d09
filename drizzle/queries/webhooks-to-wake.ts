import type { Queryable } from '../database.ts';

/** Active webhooks with a delivery that is due; `head` names it. */
export async function webhooksToWake(database: Queryable): Promise<{ webhookId: string; head: string }[]> {
  const { rows } = await database.query<{ webhookId: string; head: string }>(
    `select w.id as "webhookId", due.event_id || ' ' || due.attempts as head from webhook w
     cross join lateral (
       select event_id, attempts from webhook_delivery d
       where d.webhook_id = w.id and d.status = 'queued' and d.next_at <= clock_timestamp()
       order by next_at limit 1) due
     where w.status = 'active' limit 200`,
  );
  return rows;
}
