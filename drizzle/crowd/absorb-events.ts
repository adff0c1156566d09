import { parseConfig } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { enterCitizens, type StandingRun } from './enter-citizens.ts';
import { planOf } from './plan.ts';
import { ruleSql } from './rule-sql.ts';

const pageSize = 5_000;

/**
 * Takes received events in, in one transaction per page: into the inbox of every member who may hear them, and through
 * the triggers of standing runs. An event of a test key is heard by drills only.
 */
export async function absorbEvents(database: Database): Promise<{ absorbed: number }> {
  return transaction(database, async (tx) => {
    await tx.query(
      `create temp table fresh on commit drop as
       select id, unit_id, type, citizen_id, mode, data || jsonb_build_object('type', type, 'id', event_id) as data, time
       from event where absorbed_at is null order by id limit ${pageSize} for update skip locked`,
    );
    const { rowCount } = await tx.query(
      'update event e set absorbed_at = clock_timestamp() from fresh where e.id = fresh.id',
    );
    if (!rowCount) return { absorbed: 0 };
    await hear(tx);
    await enterByEvents(tx);
    return { absorbed: rowCount };
  });
}

/** In real life the person hears, in drills their copies. */
async function hear(tx: Transaction) {
  await tx.query(
    `insert into inbox (partition_id, member_id, type, data, at)
     select m.partition_id, m.id, 'event.' || f.type, f.data, cauce_now(r.clock_at)
     from fresh f
     cross join lateral (
       select f.citizen_id as id where f.mode = 'live'
       union all select k.id from citizen k where k.copy_of = f.citizen_id and f.mode = 'drill') who
     join member m on m.citizen_id = who.id and m.status in ('active', 'attention')
     join run r on r.id = m.run_id and r.unit_id = f.unit_id and r.mode = f.mode and r.status in ('enrolling', 'open')
     join revision v on v.id = r.revision_id and v.compiled -> 'listens' ? f.type
     order by f.id`,
  );
}

async function enterByEvents(tx: Transaction) {
  const { rows } = await tx.query<StandingRun & { revisionId: string }>(
    `select r.id, r.journey_id as "journeyId", r.mode, r.lane, r.revision_id as "revisionId" from run r
     where r.kind = 'standing' and r.status = 'open' and r.unit_id in (select unit_id from fresh)`,
  );
  const types = new Set(
    (await tx.query<{ type: string }>('select distinct type from fresh')).rows.map(({ type }) => type),
  );
  for (const run of rows) {
    const plan = await planOf(tx, run.revisionId);
    for (const node of plan.journey.nodes.filter(({ kind }) => kind === 'event')) {
      const config = parseConfig(kindOf('event')!, node);
      if (!config.ok) continue;
      const trigger = config.config as { event: string; rule?: Rule; entry: string; caseAt?: string };
      if (types.has(trigger.event)) await enterCitizens(tx, run, node.id, entrants(run, trigger));
    }
  }
}

function entrants(run: StandingRun, trigger: { event: string; rule?: Rule; entry: string; caseAt?: string }) {
  const parameters: unknown[] = [trigger.event, run.mode, trigger.entry, (trigger.caseAt ?? '').split('.'), run.id];
  const rule = trigger.rule
    ? ruleSql(trigger.rule, {
        citizen: 'c',
        event: 'f.data',
        now: '(select cauce_now(clock_at) from run where id = $5)',
        parameters,
      })
    : 'true';
  return {
    sql: `select f.citizen_id, f.data as event,
            case $3 when 'per-event' then f.id::text when 'per-case' then coalesce(f.data #>> $4, '') else '' end as entry_key
          from fresh f join citizen c on c.id = f.citizen_id
          where f.type = $1 and f.mode = $2 and f.unit_id = (select unit_id from run where id = $5) and ${rule}`,
    parameters,
  };
}
