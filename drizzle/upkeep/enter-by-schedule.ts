import { parseConfig } from '#engine/node-config.ts';
import { kindOf } from '#engine/nodes/index.ts';
import type { Rule } from '#engine/rule/rule.ts';
import { nextOccurrence, type Recurrence } from '#engine/time/recurrence.ts';
import { audienceSql } from '../crowd/audience-sql.ts';
import { enterCitizens, type StandingRun } from '../crowd/enter-citizens.ts';
import { planOf } from '../crowd/plan.ts';
import { type Database, transaction } from '../database.ts';

/**
 * Lets audiences in by the calendar: for every open standing run on the real clock (or the one drill named), the newest time
 * of each `schedule` that has come since the last look. Times missed in an outage are made up for by the newest alone.
 * `nextAt`: the next time anybody is let in, epoch ms on the run's clock.
 */
export async function enterBySchedule(
  database: Database,
  drillId: string | null = null,
): Promise<{ entered: number; nextAt: number | null }> {
  const { rows } = await database.query<Row>(
    `select run.id, run.journey_id as "journeyId", run.mode, run.lane, run.unit_id as "unitId", run.revision_id as "revisionId",
            cauce_ms(cauce_now(run.clock_at))::float8 as now,
            -- A drill begins at any date: what its calendar held before does not count.
            cauce_ms(case when run.clock_at is null then coalesce(run.launched_at, run.created_at) else run.clock_at end)::float8 as since
     from run join revision on revision.id = run.revision_id
     where run.kind = 'standing' and run.status = 'open' and run.paused_at is null
       and case when $1::uuid is null then run.clock_at is null else run.id = $1 end
       and jsonb_path_exists(revision.document, '$.nodes[*] ? (@.kind == "schedule")')`,
    [drillId],
  );
  let entered = 0;
  const next: number[] = [];
  for (const run of rows) {
    for (const schedule of await schedulesOf(database, run)) {
      next.push(nextOccurrence(schedule.recurrence, run.now));
      entered += await enterOnce(database, run, schedule);
    }
  }
  return { entered, nextAt: next.length === 0 ? null : Math.min(...next) };
}

type Row = StandingRun & { unitId: string; revisionId: string; now: number; since: number };
type Schedule = { node: string; recurrence: Recurrence; audience: Rule; entry: 'once' | 'per-time' };

const lookBackMs = 24 * 3_600_000;

async function schedulesOf(database: Database, { revisionId }: Row): Promise<Schedule[]> {
  const { journey } = await planOf(database, revisionId);
  return journey.nodes.flatMap((node) => {
    const kind = kindOf(node.kind);
    const config = node.kind === 'schedule' && kind ? parseConfig(kind, node) : undefined;
    // The kind's own schema has just read it.
    return config?.ok ? [{ ...(config.config as Omit<Schedule, 'node'>), node: node.id }] : [];
  });
}

async function enterOnce(database: Database, run: Row, schedule: Schedule): Promise<number> {
  const key = `schedule/${run.id}/${schedule.node}`;
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<{ at: number }>(
      `insert into setting (key, value) values ($1, to_jsonb($2::float8))
       on conflict (key) do update set value = setting.value returning (value #>> '{}')::float8 as at`,
      [key, Math.max(Math.min(run.since, run.now), run.now - lookBackMs)],
    );
    const at = newest(schedule.recurrence, rows[0]?.at ?? run.now, run.now);
    if (at === undefined) return 0;
    await tx.query('update setting set value = to_jsonb($2::float8) where key = $1', [key, at]);
    const parameters: unknown[] = [run.id, schedule.entry === 'once' ? '' : `${schedule.node}/${at}`];
    const audience = audienceSql(schedule.audience, {
      unitId: run.unitId,
      now: '(select cauce_now(clock_at) from run where id = $1)',
      parameters,
    });
    const sql = `select id as citizen_id, $2::text as entry_key, null::jsonb as event from (${audience}) as audience
      where $1::uuid is not null`;
    return enterCitizens(tx, run, schedule.node, { sql, parameters });
  });
}

function newest(rule: Recurrence, after: number, now: number): number | undefined {
  let found: number | undefined;
  // The last day is enough: no rule needs more than its newest time.
  for (let at = nextOccurrence(rule, Math.max(after, now - lookBackMs)); at <= now; at = nextOccurrence(rule, at))
    found = at;
  return found;
}
