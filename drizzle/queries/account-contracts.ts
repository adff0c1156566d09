import type { Queryable } from '../database.ts';
import { iso } from './iso.ts';

/** A channel contract with all that is agreed in it, but its secret. Dates are yyyy-mm-dd, moments ISO 8601, prices euros. */
export type AccountContract = {
  id: number;
  unitId: string;
  unit: string;
  slug: string;
  name: string;
  channel: string;
  adapter: string;
  mode: 'live' | 'sandbox';
  status: 'active' | 'paused' | 'down';
  /** In force by its dates: not yet, now, or no longer. */
  term: 'coming' | 'running' | 'over';
  /** Days until it ends; null when it has no end. */
  daysLeft: number | null;
  sender: string | null;
  rate: number | null;
  weight: number;
  restWeight: number;
  validFrom: string | null;
  validTo: string | null;
  euroPerPart: number;
  /** Of the last hour: handed to the provider, and confirmed by it as delivered or failed; drills are not counted. */
  lately: { handed: number; delivered: number; failed: number };
  /** The last two weeks, the earliest first. */
  history: { at: string; weight: number; status: string }[];
};

/** The channel contracts of these units, by channel and name; with `id` that one alone. */
export async function accountContracts(database: Queryable, units: readonly string[]): Promise<AccountContract[]> {
  const { rows } = await database.query<AccountContract>(
    `select a.id, a.unit_id as "unitId", unit.name as unit, a.slug, a.name, a.channel, a.adapter, a.mode, a.status,
            case when a.valid_from > current_date then 'coming' when a.valid_to < current_date then 'over' else 'running' end as term,
            a.valid_to - current_date as "daysLeft", a.sender, a.rate, a.weight, a.rest_weight as "restWeight",
            a.valid_from::text as "validFrom", a.valid_to::text as "validTo", (a.cents_per_part / 100)::float8 as "euroPerPart",
            jsonb_build_object('handed', coalesce(lately.handed, 0) + kept.handed, 'delivered', coalesce(lately.delivered, 0), 'failed', coalesce(lately.failed, 0)) as lately,
            coalesce((select jsonb_agg(jsonb_build_object('at', ${iso('h.at')}, 'weight', h.weight, 'status', h.status) order by h.at)
                      from account_history h where h.account_id = a.id
                        and h.at >= coalesce((select max(at) from account_history p where p.account_id = a.id and p.at < now() - interval '14 days'),
                                             '-infinity')), '[]') as history
     from account a join unit on unit.id = a.unit_id
     left join (
       select account_id, count(*)::int as handed,
              count(*) filter (where m.status in ('delivered', 'read', 'replied'))::int as delivered,
              count(*) filter (where m.status = 'failed')::int as failed
       from message m join run on run.id = m.run_id
       where m.accepted_at > now() - interval '1 hour' and run.clock_at is null group by 1) lately on lately.account_id = a.id
     cross join lateral (
       select coalesce(sum(cardinality(message_ids)), 0)::int as handed from receipt where account_id = a.id and status = 'accepted') kept
     where a.unit_id = any($1::uuid[])
     order by a.channel, a.name`,
    [units],
  );
  return rows;
}
