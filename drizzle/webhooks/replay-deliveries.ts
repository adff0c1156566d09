import type { Actor } from '#engine/office/audit-entry.ts';
import { audited } from '../audit/audited.ts';
import type { Database } from '../database.ts';
import type { Own } from './webhook-acts.ts';

/** Which deliveries are told again: one event, or all that were given up. */
export type Which = { eventId: string } | 'given-up';

/** Tells events again under the same id, so that a receiver that had them after all can know; answers how many. */
export function replayDeliveries(database: Database, who: Actor, { id, unitId }: Own, which: Which): Promise<number> {
  const one = which === 'given-up' ? null : which.eventId;
  return audited(
    database,
    async (tx) => {
      const { rowCount } = await tx.query(
        `update webhook_delivery d set status = 'queued', attempts = 0, next_at = clock_timestamp()
         from webhook w where w.id = $1 and w.unit_id = $2 and d.webhook_id = w.id and w.status = 'active'
           and case when $3::uuid is null then d.status = 'given-up' else d.event_id = $3 end`,
        [id, unitId, one],
      );
      return rowCount ?? 0;
    },
    (n) => n > 0 && { who, unitId, act: 'webhook.replayed', about: { kind: 'webhook', id }, detail: { deliveries: n } },
  );
}

/** Sends a webhook an event that says nothing but that it is a test; false when it is switched off. */
export async function sendTestEvent(database: Database, { id, unitId }: Own): Promise<boolean> {
  const { rowCount } = await database.query(
    `with chosen as (select id, unit_id, hears from webhook where id = $1 and unit_id = $2 and status = 'active'),
     made as (
       insert into webhook_event (unit_id, type, hears, data)
       select unit_id, 'webhook.test', hears, jsonb_build_object('webhook', id) from chosen returning id)
     insert into webhook_delivery (webhook_id, event_id) select chosen.id, made.id from chosen, made`,
    [id, unitId],
  );
  return rowCount === 1;
}
