import type { Queryable } from '../database.ts';

/** An event as it came (CloudEvents' own names); `subject` is a citizen's `ref` or id, `time` epoch ms. */
export type ReceivedEvent = {
  source: string;
  id: string;
  type: string;
  subject?: string | undefined;
  time?: number | undefined;
  data: Record<string, unknown>;
};
/** How many were new and how many were held already; `unknown` are the ids of events about nobody we know, kept all the same. */
export type EventsReceived = { received: number; repeated: number; unknown: string[] };

/**
 * Keeps events for the intake, in one statement: the same source and id of one unit is the same event, whatever else it
 * says. Events of mode `drill` are heard by drills only.
 */
export async function receiveEvents(
  database: Queryable,
  { unitId, mode, events }: { unitId: string; mode: 'live' | 'drill'; events: readonly ReceivedEvent[] },
): Promise<EventsReceived> {
  const { rows } = await database.query<{ received: number; unknown: string[] }>(
    `with given as (
       select ordinality as at, source, id, type, subject, data, coalesce(cauce_at(time), clock_timestamp()) as time
       from rows from (jsonb_to_recordset($3) as (source text, id text, type text, subject text, time bigint, data jsonb))
         with ordinality),
     placed as (
       select given.*, coalesce(by_ref.id, by_id.id) as citizen_id
       from given
       left join citizen by_ref on by_ref.unit_id = $1 and by_ref.ref = given.subject
       left join citizen by_id on by_ref.id is null and by_id.unit_id = $1
         and by_id.id = case when pg_input_is_valid(given.subject, 'uuid') then given.subject::uuid end),
     kept as (
       insert into event (unit_id, source, event_id, type, citizen_id, data, mode, time)
       select $1, source, id, type, citizen_id, coalesce(data, '{}'), $2, time from placed order by at
       on conflict do nothing returning 1)
     select (select count(*)::int from kept) as received,
            coalesce((select array_agg(id order by at) from placed where citizen_id is null), '{}') as unknown`,
    [unitId, mode, JSON.stringify(events)],
  );
  const { received = 0, unknown = [] } = rows[0] ?? {};
  return { received, repeated: events.length - received, unknown };
}
