import { reads } from '#engine/rule/reads.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { audienceConditionSql } from '../crowd/audience-sql.ts';
import type { Queryable } from '../database.ts';

/**
 * Who of an audience was not yet known as such at a moment, and why: people added since, people whose data changed since (by
 * attribute and source where that is known), and the municipalities where most of them live. Numbers, never people.
 */
export type Growth = {
  was: number;
  is: number;
  added: number;
  changed: number;
  attributes: { attribute: string; source: string; n: number }[];
  places: { municipality: string; n: number }[];
};

/** Tells why an audience no longer counts what it did at `since` (epoch ms). */
export async function growthOf(
  database: Queryable,
  { unitId, rule, event, since, was }: { unitId: string; rule: Rule; event: unknown; since: number; was: number },
): Promise<Growth> {
  const parameters: unknown[] = [since, JSON.stringify(event ?? null), reads(rule).attributes];
  const scope = { unitId, now: 'now()', sharedEvent: '$2::jsonb', parameters };
  const { rows } = await database.query<Omit<Growth, 'was'>>(
    `with moment as (select cauce_at($1::bigint) as at),
     inside as materialized (
       select c.id, c.municipality, c.sources, uuid_extract_timestamp(c.id) > moment.at as added, c.updated_at > moment.at as changed
       from citizen c, moment where ${audienceConditionSql(rule, scope)} and $2::jsonb is not null),
     fresh as materialized (select * from inside where added or changed),
     read as (
       select key as attribute, value ->> 'source' as source, count(*)::int as n
       from fresh, moment, jsonb_each(fresh.sources)
       where not fresh.added and key = any($3::text[]) and (value ->> 'at')::timestamptz > moment.at
       group by 1, 2 order by 3 desc limit 5),
     place as (
       select coalesce(m.name, '–') as municipality, count(*)::int as n
       from fresh left join municipality m on m.code = fresh.municipality group by 1 order by 2 desc, 1 limit 5)
     select (select count(*)::int from inside) as is,
            (select count(*)::int from fresh where added) as added,
            (select count(*)::int from fresh where not added) as changed,
            coalesce((select jsonb_agg(read) from read), '[]') as attributes,
            coalesce((select jsonb_agg(place) from place), '[]') as places`,
    parameters,
  );
  return { was, ...rows[0]! };
}
