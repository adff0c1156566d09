import type { Queryable } from '../database.ts';

export type HouseOf = {
  unit: string;
  domains: string[];
  accounts: {
    slug: string;
    name: string;
    channel: string;
    sender: string | null;
    rate: number | null;
    centsPerPart: number;
    /** Where answers come back; in the sandbox any phone can be answered from. */
    replyTo: string | null;
    live: boolean;
  }[];
  connections: {
    slug: string;
    name: string;
    host: string;
    methods: string[];
    sends: string[] | null;
    canTry: boolean;
  }[];
  purposes: { code: string; title: string }[];
  skills: string[];
  events: string[];
  audiences: { id: string; name: string; rule: unknown }[];
};

/** What a unit has that its journeys may lean on: contracts, connections, teams, events it has heard, saved audiences. */
export async function houseOf(database: Queryable, unitId: string): Promise<HouseOf> {
  const { rows } = await database.query<HouseOf>(
    `select unit.name as unit, unit.domains,
       coalesce((select jsonb_agg(jsonb_build_object('slug', slug, 'name', name, 'channel', channel, 'sender', sender,
            'rate', rate, 'centsPerPart', cents_per_part::float8, 'live', mode = 'live',
            'replyTo', coalesce(reply_to, case when mode = 'sandbox' or sender ~ '^[+]?[0-9]{3,15}$' then sender end)) order by channel, slug)
          from account where unit_id = unit.id and status <> 'paused'
            and (valid_from is null or valid_from <= current_date) and (valid_to is null or valid_to >= current_date)), '[]') as accounts,
       coalesce((select jsonb_agg(jsonb_build_object('slug', slug, 'name', coalesce(nullif(name, ''), slug),
            'host', substring(url from '^[a-z]+://([^/:?#]+)'), 'methods', methods, 'sends', sends,
            'canTry', test_url is not null) order by slug)
          from endpoint where unit_id = unit.id and status = 'active'), '[]') as connections,
       coalesce((select jsonb_agg(jsonb_build_object('code', code, 'title', title) order by title)
          from purpose where unit_id = unit.id), '[]') as purposes,
       coalesce((select jsonb_agg(skill order by skill) from (
          select distinct config ->> 'skill' as skill
          from journey, jsonb_path_query(journey.draft, '$.nodes[*] ? (@.kind == "task").config') as config
          where journey.unit_id = unit.id and config ->> 'skill' <> '') as known), '[]') as skills,
       coalesce((select jsonb_agg(type order by type) from (
          select distinct config ->> 'event' as type
          from journey, jsonb_path_query(journey.draft, '$.nodes[*].config') as config
          where journey.unit_id = unit.id and config ->> 'event' <> ''
          union
          (select type from event where unit_id = unit.id group by type order by max(received_at) desc limit 100)) as known), '[]') as events,
       coalesce((select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'rule', rule) order by name)
          from audience where unit_id = unit.id), '[]') as audiences
     from unit where id = $1`,
    [unitId],
  );
  const [house] = rows;
  if (!house) throw new Error(`No unit ${unitId}`);
  return house;
}
