import type { Rule } from '#engine/rule/rule.ts';
import { audienceConditionSql } from '../crowd/audience-sql.ts';
import type { Queryable } from '../database.ts';

/** Where most of an audience lives, the most first; at most six places, and how many live in others. */
export async function audiencePlaces(
  database: Queryable,
  { unitId, rule, event }: { unitId: string; rule: Rule; event: unknown },
): Promise<{ places: { name: string; n: number }[]; others: number }> {
  const parameters: unknown[] = [JSON.stringify(event ?? null)];
  const condition = audienceConditionSql(rule, { unitId, now: 'now()', sharedEvent: '$1::jsonb', parameters });
  const { rows } = await database.query<{ name: string; n: number; all: number }>(
    `select coalesce(m.name, '–') as name, count(*)::int as n, (sum(count(*)) over ())::int as all
     from citizen c left join municipality m on m.code = c.municipality
     where ${condition} and $1::jsonb is not null group by 1 order by 2 desc, 1 limit 6`,
    parameters,
  );
  const shown = rows.reduce((sum, { n }) => sum + n, 0);
  return { places: rows.map(({ name, n }) => ({ name, n })), others: (rows[0]?.all ?? 0) - shown };
}
