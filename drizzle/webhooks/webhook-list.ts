import type { Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';

/** A webhook as its pages show it. Secrets are shown by their last four characters only. */
export type WebhookLine = {
  id: string;
  unitId: string;
  unit: string;
  name: string;
  url: string;
  hears: 'live' | 'drill';
  events: string[];
  citizenRefs: boolean;
  status: 'active' | 'disabled';
  disabledWhy: 'failing' | 'gone' | 'official' | null;
  failingSince: string | null;
  secretEnd: string;
  oldSecretEndsAt: string | null;
  waiting: number;
  givenUp: number;
  lastTakenAt: string | null;
};
/** One delivery, with what the receiver answered to its last try. */
export type DeliveryLine = {
  eventId: string;
  type: string;
  at: string;
  status: 'queued' | 'delivered' | 'given-up';
  attempts: number;
  answered: number | null;
  problem: string | null;
  triedAt: string | null;
  nextAt: string | null;
};

/** The webhooks of these units; with `id` that one alone. */
export async function webhookList(
  database: Queryable,
  units: readonly string[],
  id: string | null = null,
): Promise<WebhookLine[]> {
  const { rows } = await database.query<WebhookLine>(
    `select w.id, w.unit_id as "unitId", unit.name as unit, w.name, w.url, w.hears, w.events, w.citizen_refs as "citizenRefs",
            w.status, w.disabled_why as "disabledWhy", ${iso('w.failing_since')} as "failingSince",
            right(rtrim(w.secret, '='), 4) as "secretEnd",
            case when w.old_secret_ends_at > now() then ${iso('w.old_secret_ends_at')} end as "oldSecretEndsAt",
            counted.waiting, counted."givenUp", ${iso('counted.taken')} as "lastTakenAt"
     from webhook w join unit on unit.id = w.unit_id
     cross join lateral (
       select count(*) filter (where status = 'queued')::int as waiting,
              count(*) filter (where status = 'given-up')::int as "givenUp",
              max(tried_at) filter (where status = 'delivered') as taken
       from webhook_delivery d where d.webhook_id = w.id) counted
     where w.unit_id = any($1::uuid[]) and ($2::uuid is null or w.id = $2) order by w.name, w.id`,
    [units, id],
  );
  return rows;
}

/** The newest deliveries of a webhook, at most 200; with `status` those alone. */
export async function deliveryList(
  database: Queryable,
  webhookId: string,
  status: DeliveryLine['status'] | null,
): Promise<DeliveryLine[]> {
  const { rows } = await database.query<DeliveryLine>(
    `select e.id as "eventId", e.type, ${iso('e.at')} as at, d.status, d.attempts, d.answered, d.problem,
            ${iso('d.tried_at')} as "triedAt", case when d.status = 'queued' then ${iso('d.next_at')} end as "nextAt"
     from webhook_delivery d join webhook_event e on e.id = d.event_id
     where d.webhook_id = $1 and ($2::text is null or d.status = $2) order by e.id desc limit 200`,
    [webhookId, status],
  );
  return rows;
}
