import type { Rule } from '#engine/rule/rule.ts';
import type { Queryable } from '../database.ts';
import { iso } from '../queries/iso.ts';

/** A saved, named rule, and what it last counted. */
export type Audience = {
  id: string;
  unitId: string;
  unit: string;
  slug: string;
  name: string;
  rule: Rule;
  counted: number | null;
  countedAt: string | null;
};

const columns = `audience.id, audience.unit_id as "unitId", unit.name as unit, slug, audience.name, rule, counted,
  ${iso('counted_at')} as "countedAt"`;

/** The audiences of these units, by name. */
export async function audienceList(database: Queryable, units: readonly string[]): Promise<Audience[]> {
  const { rows } = await database.query<Audience>(
    `select ${columns} from audience join unit on unit.id = audience.unit_id
     where audience.unit_id = any($1::uuid[]) order by audience.name`,
    [units],
  );
  return rows;
}

/** One audience, of any unit; who may see it is asked by whoever shows it. */
export async function audienceById(database: Queryable, id: string): Promise<Audience | undefined> {
  const { rows } = await database.query<Audience>(
    `select ${columns} from audience join unit on unit.id = audience.unit_id where audience.id = $1`,
    [id],
  );
  return rows[0];
}
