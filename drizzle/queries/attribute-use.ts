import type { Attribute } from '#engine/rule/attribute.ts';
import type { Queryable } from '../database.ts';

export type AttributeUse = Pick<Attribute, 'name' | 'type' | 'title'> & {
  unit: string;
  source: string | null;
  basis: string | null;
  norm: string | null;
  freshnessDays: number | null;
  /** How many journeys of its unit name it, in a rule or a text. */
  journeys: number;
};

/** The catalogue of these units, with how many journeys read each attribute. */
export async function attributeUse(database: Queryable, units: readonly string[]): Promise<AttributeUse[]> {
  const { rows } = await database.query<AttributeUse>(
    `select attribute.name, type, title, unit.name as unit, source, basis, norm, freshness_days as "freshnessDays",
       (select count(*)::int from journey
        where journey.unit_id = attribute.unit_id
          and journey.draft::text ~ ('citizen[.]' || regexp_replace(attribute.name, '([.\\\\-])', '\\\\\\1', 'g') || '[^A-Za-z0-9_-]')) as journeys
     from attribute join unit on unit.id = attribute.unit_id
     where attribute.unit_id = any($1::uuid[])
     order by unit.name, coalesce(title ->> 'es', attribute.name)`,
    [units],
  );
  return rows;
}
