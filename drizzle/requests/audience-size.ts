import type { Rule } from '#engine/rule/rule.ts';
import { audienceConditionSql } from '../crowd/audience-sql.ts';
import type { Queryable } from '../database.ts';

/** How many an audience is now; the same question that enrolment asks, and nothing about channels. */
export async function audienceSize(
  database: Queryable,
  { unitId, rule, event }: { unitId: string; rule: Rule; event: unknown },
): Promise<number> {
  const parameters: unknown[] = [JSON.stringify(event ?? null)];
  const condition = audienceConditionSql(rule, { unitId, now: 'now()', sharedEvent: '$1::jsonb', parameters });
  const { rows } = await database.query<{ n: number }>(
    // named once more, for Postgres refuses a parameter that a rule without event leaves unnamed
    `select count(*)::int as n from citizen c where ${condition} and $1::jsonb is not null`,
    parameters,
  );
  return rows[0]?.n ?? 0;
}
