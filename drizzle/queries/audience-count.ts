import type { Rule } from '#engine/rule/rule.ts';
import { addressSql, recipientJoins } from '../crowd/address-sql.ts';
import { audienceConditionSql } from '../crowd/audience-sql.ts';
import type { Queryable } from '../database.ts';

/** How many citizens an audience has, how many can be reached by each kind of address, and how many by none. */
export type AudienceCount = {
  total: number;
  mobile: number;
  landline: number;
  email: number;
  push: number;
  post: number;
  unreachable: number;
};

/**
 * Counts an audience of one unit at `now` (epoch milliseconds), with an event in hand if the rule reads one. An address
 * counts where a message would be sent to it: not blocked, and the representative's for minors and the represented.
 */
export async function audienceCount(
  database: Queryable,
  { unitId, rule, now, event = null }: { unitId: string; rule: Rule; now: number; event?: unknown },
): Promise<AudienceCount> {
  const parameters: unknown[] = [now / 1000, JSON.stringify(event)];
  const scope = { unitId, now: 'to_timestamp($1::float8)', sharedEvent: '$2::jsonb', parameters };
  const condition = audienceConditionSql(rule, scope);
  const { rows } = await database.query<AudienceCount>(
    `select count(*)::int as total, count(mobile)::int as mobile, count(landline)::int as landline,
            count(email)::int as email, count(push)::int as push, count(post)::int as post,
            (count(*) filter (where coalesce(mobile, landline, email, push, post) is null))::int as unreachable
     from (select ${kinds.map(([name, sql]) => `nullif(${sql}, '') as ${name}`).join(', ')}
           from citizen c ${recipientJoins}
           -- named once more, for Postgres refuses a parameter that a rule without days or event leaves unnamed
           where ${condition} and ($1::float8 is not null or $2::jsonb is not null)) as reachable`,
    parameters,
  );
  const [count] = rows;
  if (count === undefined) throw new Error('An aggregate gave no row');
  return count;
}

const kinds = [
  ['mobile', addressSql('sms', 'citizen')],
  [
    'landline',
    `case when ${addressSql('voice', 'citizen')} is not null
      then case when c.minor or c.represented then r.landline else c.landline end end`,
  ],
  ['email', addressSql('email', 'citizen')],
  ['push', addressSql('push', 'citizen')],
  ['post', addressSql('letter', 'citizen')],
] as const;
