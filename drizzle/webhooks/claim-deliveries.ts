import type { Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';

/** A webhook as whoever delivers to it needs it; its secrets sign, all of them. */
export type Receiver = {
  id: string;
  unitId: string;
  url: string;
  reach: 'live' | 'sandbox';
  citizenRefs: boolean;
  secrets: string[];
};
export type Delivery = { eventId: string; type: string; at: string; data: Record<string, unknown>; attempts: number };

/** Ours for as long as the slowest answer may take, and some more. */
const leaseMs = 60_000;

/** The webhook, while it is active. */
export async function receiverOf(database: Queryable, webhookId: string): Promise<Receiver | undefined> {
  const { rows } = await database.query<Receiver>(
    `select id, unit_id as "unitId", url, reach, citizen_refs as "citizenRefs",
            array_remove(array[secret, case when old_secret_ends_at > now() then old_secret end], null) as secrets
     from webhook where id = $1 and status = 'active'`,
    [webhookId],
  );
  return rows[0];
}

/** Claims deliveries that are due, the oldest due first. A process that dies with them leaves them due again after a minute. */
export async function claimDeliveries(database: Queryable, webhookId: string, limit: number): Promise<Delivery[]> {
  const { rows } = await database.query<Delivery>(
    `with picked as (
       select event_id from webhook_delivery
       where webhook_id = $1 and status = 'queued' and next_at <= clock_timestamp()
       order by next_at, event_id limit $2 for update skip locked)
     update webhook_delivery d set attempts = attempts + 1, next_at = clock_timestamp() + make_interval(secs => $3 / 1000.0)
     from picked, webhook_event e
     where d.webhook_id = $1 and d.event_id = picked.event_id and e.id = picked.event_id
     returning e.id as "eventId", e.type, ${iso('e.at')} as at, e.data, d.attempts`,
    [webhookId, limit, leaseMs],
  );
  return rows;
}

/** When the next delivery of an active webhook is due (epoch ms); null when none waits. */
export async function nextDelivery(database: Queryable, webhookId: string): Promise<number | null> {
  const { rows } = await database.query<{ at: number | null }>(
    `select cauce_ms(min(d.next_at))::float8 as at from webhook_delivery d join webhook w on w.id = d.webhook_id
     where d.webhook_id = $1 and d.status = 'queued' and w.status = 'active'`,
    [webhookId],
  );
  return rows[0]?.at ?? null;
}
