import { parseConfig } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { copyCitizensSql, copyIdSql } from './copy-citizens.ts';
import { count } from './count.ts';
import { type Plan, planOf } from './plan.ts';
import { ruleSql } from './rule-sql.ts';

export type Enrolled = { partitionId: number | null; enrolled: number; done: boolean };

/** A partition's size; an emergency's first is small, so that its first message leaves at once. */
const partitionSize = 20_000;
const firstOfEmergency = 2_000;

/**
 * Enrols the next page of a launched run's audience as one new partition. One transaction under the run's lock; the cursor
 * moves with it, so repeating or overlapping enrols nobody twice. `partitionId` is null when the page was empty.
 */
export async function enrolPage(database: Database, runId: string): Promise<Enrolled> {
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<Run>(
      `select id, unit_id, journey_id, revision_id, status, lane, mode, audience, enrol_cursor,
              cauce_ms(cauce_now(clock_at))::float8 as now, (select count(*)::int from partition where run_id = run.id) as partitions
       from run where id = $1 for update`,
      [runId],
    );
    const run = rows[0];
    if (!run || (run.status !== 'approved' && run.status !== 'enrolling'))
      return { partitionId: null, enrolled: 0, done: true };
    const plan = await planOf(tx, run.revision_id);
    const size = run.lane === 0 && run.partitions === 0 ? firstOfEmergency : partitionSize;
    const partitionId = await openPartition(tx, run);
    const page = await enterAudience(tx, plan, run, partitionId, size);
    const done = page.read < size;
    await tx.query(
      `update run set status = $2, enrol_cursor = coalesce($3, enrol_cursor), enrolled = enrolled + $4 where id = $1`,
      [runId, done ? 'open' : 'enrolling', page.last, page.entered],
    );
    if (page.entered === 0) {
      await tx.query('delete from partition where id = $1', [partitionId]);
      return { partitionId: null, enrolled: 0, done };
    }
    await tx.query('update partition set members = $2, filled = true, next_due_at = cauce_at($3) where id = $1', [
      partitionId,
      page.entered,
      run.now,
    ]);
    await count(tx, runId, run.partitions, new Map([['state:enter', page.entered]]));
    return { partitionId, enrolled: page.entered, done };
  });
}

type Run = {
  id: string;
  unit_id: string;
  journey_id: string;
  revision_id: string;
  status: string;
  lane: number;
  mode: string;
  audience: Rule | null;
  enrol_cursor: string | null;
  now: number;
  partitions: number;
};

async function openPartition(tx: Transaction, run: Run): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    'insert into partition (run_id, k, lane) values ($1, $2, $3) returning id',
    [run.id, run.partitions, run.lane],
  );
  return rows[0]!.id;
}

/** The dead never enter. Into a drill go copies, so that it keeps nobody out of the real run and writes nothing about them. */
async function enterAudience(tx: Transaction, plan: Plan, run: Run, partitionId: number, size: number) {
  const trigger = plan.journey.nodes.find(({ kind }) => kind === 'launch');
  const config = trigger ? parseConfig(kindOf('launch')!, trigger) : undefined;
  const once = config?.ok === true && (config.config as { entry: string }).entry === 'once';
  const drill = run.mode === 'drill';
  const entryKey = once ? '' : run.id;
  const timers = { [`enter.${trigger?.id}`]: run.now };
  const parameters: unknown[] = [
    run.id,
    partitionId,
    run.journey_id,
    entryKey,
    JSON.stringify(timers),
    run.now,
    run.enrol_cursor,
    size,
    run.unit_id,
  ];
  const rule = ruleSql(run.audience ?? { all: [] }, {
    citizen: 'c',
    sharedEvent: '(select event from run where id = $1)',
    now: 'cauce_at($6::bigint)',
    parameters,
  });
  const { rows } = await tx.query<{ read: number; entered: number; last: string | null }>(
    `with page as materialized (
       select c.id from citizen c
       where c.unit_id = $9 and not c.deceased and ($7::uuid is null or c.id > $7) and ${rule}
       order by c.id limit $8),
     ${drill ? `copied as (${copyCitizensSql('$1::uuid', 'select id from page')}),` : ''}
     entered as (
       insert into member (run_id, partition_id, journey_id, citizen_id, entry_key, timers, due_at, entered_at)
       select $1, $2, $3, ${drill ? copyIdSql('$1', 'id') : 'id'}, $4, $5, cauce_at($6), cauce_at($6) from page
       on conflict do nothing returning 1)
     select (select count(*)::int from page) as read, (select count(*)::int from entered) as entered,
            (select id from page order by id desc limit 1) as last`,
    parameters,
  );
  return rows[0]!;
}
