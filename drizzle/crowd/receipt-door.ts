import type { Queryable } from '../database.ts';

/** A time, epoch ms, in which no receipt could come in. */
export type Outage = { from: number; until: number };

/** How often a web process says that it takes receipts, and after how long a silence nobody did. */
export const beatEveryMs = 5_000;
const silenceMs = 20_000;

/** Says that receipts can come in now. After a silence of all web processes, notes it as an outage. */
export async function beatDoor(database: Queryable): Promise<void> {
  await database.query(
    // Two that speak at once note the same silence, whose beginning is its key.
    `with last as (select (value #>> '{}')::timestamptz as at from setting where key = 'receipt-door'),
     noted as (
       insert into outage (from_at, until_at) select at, clock_timestamp() from last
       where clock_timestamp() - at > $1 * interval '1 millisecond' on conflict do nothing)
     insert into setting (key, value) values ('receipt-door', to_jsonb(clock_timestamp()))
     on conflict (key) do update set value = excluded.value`,
    [silenceMs],
  );
}

/** The outages since `since`, the present one included; none where no web process ever said anything. */
export async function doorOutages(database: Queryable, since: number): Promise<Outage[]> {
  const { rows } = await database.query<Outage>(
    `select cauce_ms(from_at)::float8 as "from", cauce_ms(until_at)::float8 as until from outage where until_at > cauce_at($1)
     union all
     select cauce_ms((value #>> '{}')::timestamptz)::float8, cauce_ms(clock_timestamp())::float8 from setting
     where key = 'receipt-door' and clock_timestamp() - (value #>> '{}')::timestamptz > $2 * interval '1 millisecond'`,
    [since, silenceMs],
  );
  return rows;
}
