import { audit } from '../audit/append.ts';
import { type Database, transaction } from '../database.ts';

/** What became of one try: taken, to be tried again after `afterMs`, or given up (`afterMs` undefined). */
export type Tried = { eventId: string; answered: number | null } & (
  | { taken: true }
  | { taken: false; problem: string; afterMs: number | undefined }
);

/**
 * Records tries of one webhook. The first failure since its last success is noted; when that is `disableAfterMs` ago, or when
 * the receiver says that it is gone for good (410), the webhook is switched off. Answers whether it was, just now.
 */
export async function recordDeliveries(
  database: Database,
  { webhookId, unitId }: { webhookId: string; unitId: string },
  tries: readonly Tried[],
  disableAfterMs: number,
): Promise<'failing' | 'gone' | undefined> {
  return transaction(database, async (tx) => {
    await tx.query(
      `update webhook_delivery d set answered = t.answered, problem = t.problem, tried_at = clock_timestamp(),
         status = case when t.taken then 'delivered' when t.after_ms is null then 'given-up' else 'queued' end,
         next_at = clock_timestamp() + make_interval(secs => coalesce(t.after_ms, 0) / 1000.0)
       from jsonb_to_recordset($2) as t(event_id uuid, answered int, taken boolean, problem text, after_ms float8)
       where d.webhook_id = $1 and d.event_id = t.event_id and d.status = 'queued'`,
      [webhookId, JSON.stringify(tries.map(asRow))],
    );
    const anyTaken = tries.some(({ taken }) => taken);
    const gone = tries.some(({ answered }) => answered === 410);
    const { rows } = await tx.query<{ why: 'failing' | 'gone' }>(
      `with noted as (
         update webhook set failing_since = case when $2 then null else coalesce(failing_since, clock_timestamp()) end
         where id = $1 returning failing_since)
       select case when $3 then 'gone' else 'failing' end as why from noted
       where $3 or failing_since < clock_timestamp() - make_interval(secs => $4 / 1000.0)`,
      [webhookId, anyTaken, gone, disableAfterMs],
    );
    const why = rows[0]?.why;
    if (!why) return undefined;
    const { rowCount } = await tx.query(
      `update webhook set status = 'disabled', disabled_why = $2 where id = $1 and status = 'active'`,
      [webhookId, why],
    );
    if (rowCount !== 1) return undefined;
    await audit(tx, {
      who: { kind: 'system', id: 'webhooks' },
      unitId,
      act: 'webhook.disabled',
      about: { kind: 'webhook', id: webhookId },
      detail: { why },
    });
    return why;
  });
}

const asRow = (tried: Tried) => ({
  event_id: tried.eventId,
  answered: tried.answered,
  taken: tried.taken,
  problem: tried.taken ? null : tried.problem,
  after_ms: tried.taken ? null : (tried.afterMs ?? null),
});
