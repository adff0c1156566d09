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

/** Who hears: events of mode `drill` are heard by drills only. */
export type Hearing = { unitId: string; mode: 'live' | 'drill' };

/** Keeps events for the intake, in one statement: the same source and id of one unit is the same event, whatever else it says. */
export async function receiveEvents(
  database: Queryable,
  { events, ...hearing }: Hearing & { events: readonly ReceivedEvent[] },
): Promise<EventsReceived> {
  const [answer] = await receiveLists(database, hearing, [events]);
  return answer!;
}

/** The same for several lists in one statement, with an answer for each; an event in two of them is new in the first. */
export async function receiveLists(
  database: Queryable,
  { unitId, mode }: Hearing,
  lists: readonly (readonly ReceivedEvent[])[],
): Promise<EventsReceived[]> {
  const { rows } = await database.query<{ list: number; received: number; unknown: string[] }>(
    `with given as (
       select ordinality as at, list, source, id, type, subject, data, coalesce(cauce_at(time), clock_timestamp()) as time
       from rows from (jsonb_to_recordset($3) as (list int, source text, id text, type text, subject text, time bigint, data jsonb))
         with ordinality),
     placed as (
       select given.*, coalesce(by_ref.id, by_id.id) as citizen_id, row_number() over (partition by source, given.id order by at) as nth
       from given
       left join citizen by_ref on by_ref.unit_id = $1 and by_ref.ref = given.subject
       left join citizen by_id on by_ref.id is null and by_id.unit_id = $1
         and by_id.id = case when pg_input_is_valid(given.subject, 'uuid') then given.subject::uuid end),
     kept as (
       insert into event (unit_id, source, event_id, type, citizen_id, data, mode, time)
       select $1, source, id, type, citizen_id, coalesce(data, '{}'), $2, time from placed where nth = 1 order by at
       on conflict do nothing returning source, event_id)
     select list, count(kept.event_id)::int as received,
            coalesce(array_agg(placed.id order by at) filter (where citizen_id is null), '{}') as unknown
     from placed left join kept on nth = 1 and kept.source = placed.source and kept.event_id = placed.id
     group by list`,
    [unitId, mode, JSON.stringify(lists.flatMap((events, list) => events.map((event) => ({ ...event, list }))))],
  );
  const answers = new Map(rows.map(({ list, ...answer }) => [list, answer]));
  return lists.map(({ length }, list) => {
    const { received = 0, unknown = [] } = answers.get(list) ?? {};
    return { received, repeated: length - received, unknown };
  });
}
