import { parseConfig } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { type Database, type Transaction, transaction } from '../database.ts';
import { isDataError } from './advance.ts';
import { answersOf } from './answers.ts';
import { askEntrants, type EntryPage } from './ask-entrants.ts';
import { audienceConditionSql } from './audience-sql.ts';
import { copyCitizensSql, copyIdSql, enterCopies } from './copy-citizens.ts';
import { add, count } from './count.ts';
import { decideSituations } from './decisions.ts';
import { enterMembers } from './move.ts';
import { type Errand, performAsks } from './perform.ts';
import { type Plan, planOf } from './plan.ts';
import { tally } from './tally.ts';

export type Enrolled = { partitionId: number | null; enrolled: number; done: boolean };

/** A partition's size; an emergency's first is small, so that its first message leaves at once. */
const partitionSize = 20_000;
const firstOfEmergency = 2_000;

/**
 * Enrols the next page of a launched run's audience as one new partition. One transaction under the run's lock; the cursor
 * moves with it, so repeating or overlapping enrols nobody twice. People are decided about as they enter; a page with
 * somebody whose data forbid it enters undecided, and `advance` finds them. `partitionId` is null when nobody entered.
 */
export async function enrolPage(database: Database, runId: string): Promise<Enrolled> {
  try {
    return await transaction(database, (tx) => enrol(database, tx, runId, enterDecided));
  } catch (error) {
    if (!isDataError(error)) throw error;
    return transaction(database, (tx) => enrol(database, tx, runId, enterUndecided));
  }
}

type Entered = {
  /** How many of the audience were looked at, and the last of them. */
  read: number;
  last: string | null;
  entered: number;
  gone: number;
  nextDueAt: number | null;
  deltas: Map<string, number>;
};
type Enter = (database: Database, tx: Transaction, plan: Plan, run: Run, page: EntryPage) => Promise<Entered>;

async function enrol(database: Database, tx: Transaction, runId: string, enter: Enter): Promise<Enrolled> {
  await tx.query('set local enable_seqscan = off');
  const { rows } = await tx.query<Run>(
    `select id, unit_id, journey_id, revision_id, status, lane, mode, audience, enrol_cursor, entry_key, paused_at is not null as paused,
            cauce_ms(cauce_now(clock_at))::float8 as now, (select count(*)::int from partition where run_id = run.id) as partitions
     from run where id = $1 for update`,
    [runId],
  );
  const run = rows[0];
  if (!run || run.paused || (run.status !== 'approved' && run.status !== 'enrolling'))
    return { partitionId: null, enrolled: 0, done: true };
  const plan = await planOf(tx, run.revision_id);
  const page = pageOf(run, plan);
  const partitionId = await openPartition(tx, run);
  const { read, last, entered, gone, nextDueAt, deltas } = await enter(
    database,
    tx,
    plan,
    { ...run, partitionId },
    page,
  );
  const done = read < page.size;
  await tx.query(
    `update run set status = $2, enrol_cursor = coalesce($3, enrol_cursor), enrolled = enrolled + $4 where id = $1`,
    [runId, done ? 'open' : 'enrolling', last, entered],
  );
  if (entered === 0) {
    await tx.query('delete from partition where id = $1', [partitionId]);
    return { partitionId: null, enrolled: 0, done };
  }
  await tx.query(
    `update partition set members = $2::int, gone = $3::int, open = $3::int < $2::int, filled = true, next_due_at = cauce_at($4) where id = $1`,
    [partitionId, entered, gone, nextDueAt],
  );
  await count(tx, runId, run.partitions, deltas);
  return { partitionId, enrolled: entered, done };
}

type Run = {
  id: string;
  unit_id: string;
  journey_id: string;
  revision_id: string;
  status: string;
  paused: boolean;
  lane: number;
  mode: 'live' | 'drill';
  audience: Rule | null;
  enrol_cursor: string | null;
  entry_key: string | null;
  now: number;
  partitions: number;
  partitionId: number;
};

/** The dead never enter. Into a drill go copies, so that it keeps nobody out of the real run and writes nothing about them. */
function pageOf(run: Run, plan: Plan): EntryPage {
  const trigger = plan.journey.nodes.find(({ kind }) => kind === 'launch');
  const config = trigger ? parseConfig(kindOf('launch')!, trigger) : undefined;
  const once = config?.ok === true && (config.config as { entry: string }).entry === 'once';
  return {
    runId: run.id,
    unitId: run.unit_id,
    journeyId: run.journey_id,
    audience: run.audience ?? { all: [] },
    trigger: trigger?.id ?? '',
    after: run.enrol_cursor,
    size: run.lane === 0 && run.partitions === 0 ? firstOfEmergency : partitionSize,
    now: run.now,
    keptOutBy: run.entry_key ?? (run.mode === 'drill' || !once ? null : ''),
  };
}

async function openPartition(tx: Transaction, run: Run): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    'insert into partition (run_id, k, lane) values ($1, $2, $3) returning id',
    [run.id, run.partitions, run.lane],
  );
  return rows[0]!.id;
}

async function enterDecided(
  database: Database,
  tx: Transaction,
  plan: Plan,
  run: Run,
  page: EntryPage,
): Promise<Entered> {
  const { read, last, situations } = await askEntrants(tx, plan, page);
  const deltas = new Map<string, number>();
  if (read === 0) return { read, last, entered: 0, gone: 0, nextDueAt: null, deltas };
  if (run.mode === 'drill') await enterCopies(tx, run.id, 'entrant');
  const { id: runId, unit_id: unitId, journey_id: journeyId, partitionId, mode, lane, now } = run;
  const decided = await decideSituations(database, plan, situations);
  const { answers, asks } = answersOf(plan, decided, now);
  const errand: Errand = { runId, partitionId, unitId, mode, lane, now, entering: true };
  const nextDueAt = await enterMembers(tx, plan, answers, { ...errand, journeyId, entryKey: page.keptOutBy ?? runId });
  for (const { name, n } of await performAsks(tx, plan, asks, errand)) add(deltas, name, n);
  add(deltas, 'state:enter', read);
  const gone = tally(deltas, decided, answers);
  return { read, last, entered: read, gone, nextDueAt, deltas };
}

/** Everybody stands at the beginning, due at once. */
async function enterUndecided(_: Database, tx: Transaction, plan: Plan, run: Run, page: EntryPage): Promise<Entered> {
  const drill = run.mode === 'drill';
  const timers = { [`enter.${page.trigger}`]: page.now };
  const parameters: unknown[] = [
    run.id,
    run.partitionId,
    run.journey_id,
    page.keptOutBy ?? run.id,
    timers,
    page.now,
    page.after,
    page.size,
  ];
  const audience = audienceConditionSql(page.audience, {
    unitId: page.unitId,
    sharedEvent: '(select event from run where id = $1)',
    now: 'cauce_at($6::bigint)',
    parameters,
  });
  const { rows } = await tx.query<{ read: number; entered: number; last: string | null }>(
    `with page as materialized (
       select c.id from citizen c where ($7::uuid is null or c.id > $7) and ${audience} order by c.id limit $8),
     ${drill ? `copied as (${copyCitizensSql('$1::uuid', 'select id from page')}),` : ''}
     entered as (
       insert into member (run_id, partition_id, journey_id, citizen_id, entry_key, timers, due_at, entered_at)
       select $1, $2, $3, ${drill ? copyIdSql('$1', 'id') : 'id'}, $4, $5, cauce_at($6), cauce_at($6) from page
       on conflict do nothing returning 1)
     select (select count(*)::int from page) as read, (select count(*)::int from entered) as entered,
            (select id from page order by id desc limit 1) as last`,
    parameters,
  );
  const { read, entered, last } = rows[0]!;
  return { read, last, entered, gone: 0, nextDueAt: page.now, deltas: new Map([['state:enter', entered]]) };
}
