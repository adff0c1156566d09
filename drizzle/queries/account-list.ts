import type { Queryable } from '../database.ts';

/** A channel contract as Inicio shows it; `rate` is messages per second, dates are yyyy-mm-dd. */
export type AccountLine = {
  slug: string;
  name: string;
  channel: string;
  mode: 'live' | 'sandbox';
  status: 'active' | 'paused' | 'down';
  sender: string | null;
  rate: number | null;
  weight: number;
  restWeight: number;
  validFrom: string | null;
  validTo: string | null;
  expired: boolean;
};

/** Every channel contract of these units, by channel and name. */
export async function accountList(database: Queryable, units: readonly string[]): Promise<AccountLine[]> {
  const { rows } = await database.query<AccountLine>(
    `select slug, name, channel, mode, status, sender, rate, weight, rest_weight as "restWeight", valid_from::text as "validFrom", valid_to::text as "validTo",
            coalesce(valid_to < current_date, false) as expired
     from account
     where unit_id = any($1::uuid[])
     order by channel, name`,
    [units],
  );
  return rows;
}
