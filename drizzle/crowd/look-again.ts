import type { Queryable } from '../database.ts';
import { recipientJoins } from './address-sql.ts';
import type { Claimed } from './claim.ts';
import { exitRules, movedOnSql, runEvent, undecidedSql } from './claim-sql.ts';
import { readingSql } from './reading-sql.ts';

/** Whether what happens after a claim may make its messages unwanted: the journey has stop rules or goals of its own. */
export const mayBecomeUnwanted = ({ plan: { journey } }: Claimed): boolean =>
  journey.stops.length + journey.goals.length > 0;

/**
 * Of these claimed messages, those that are not to leave now: a stop rule or a goal has become true since the claim, or
 * something was heard that may make it so, or the person has moved on. For messages that wait in a process of ours for their
 * turn at the provider.
 */
export async function lookAgain(
  database: Queryable,
  { runId, mode, plan }: Claimed,
  channel: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const parameters: unknown[] = [ids, channel, runId];
  const bound = (value: unknown, type: string) => `$${parameters.push(value)}::${type}`;
  const shared = { sharedEvent: runEvent, now: 'p.now_at', seed: plan.journey.slug, parameters };
  const scope = { citizen: 'c', member: 'm', event: 'm.event', ...shared };
  const exits = exitRules(plan.compiled).map((reading) => readingSql(plan.compiled.readings[reading]!, scope));
  const unwanted = [movedOnSql, ...exits, undecidedSql(plan.compiled, { mode }, bound)].join(' or ');
  const { rows } = await database.query<{ id: string }>(
    `with p as materialized (select cauce_now(clock_at) as now_at from run where id = $3)
     select x.id from p, message x
     join member m on m.id = x.member_id and m.partition_id = x.partition_id
     join citizen c on c.id = x.citizen_id
     ${recipientJoins}
     where x.id = any($1::uuid[]) and x.channel = $2 and (${unwanted})`,
    parameters,
  );
  return new Set(rows.map(({ id }) => id));
}
