import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Rule } from '#engine/rule/rule.ts';
import { judge } from '../judge.ts';
import { peakMb, treeOf } from '../process-tree.ts';
import { tellGateway } from '../settle.ts';
import { temporalStore, transitionsSoFar, wakesSoFar } from '../temporal-figures.ts';
import { finished, launch, standingOf } from '../watch-run.ts';
import type { World } from '../world.ts';

export type Lived = {
  citizens: number;
  enrolMs: number;
  decideMs: number;
  handoverMs: number;
  firstHandoverMs: number | null;
  allHandedMs: number | null;
  allDoneMs: number;
  perSecond: number | null;
  temporalStore: string;
  temporalTransitions: number;
  wakeCycles: number;
  walBytes: number;
  workerPeakMb: number | null;
  lost: number;
  duplicated: number;
  unfinished: number;
  wrongTexts: number;
  load: number;
};

/** Who is to be reached: the rule for the run, and the same question in SQL of its own. */
export type Audience = { rule: Rule; sql: string };

/**
 * Launches the alert for an audience, waits until everybody has finished, and has the gateway's ledger judge. All times
 * in ms from the launch; those of the phases overlap, because people of one page are told while the next is enrolled.
 */
export async function live(
  world: World,
  unitId: string,
  { slug, first, audience }: { slug: string; first: string; audience: Audience },
  patienceMs: number,
): Promise<Lived> {
  await tellGateway(world, 'reset');
  await world.database.query('checkpoint');
  const counted = await world.database.query<{ n: number }>(
    `select count(*)::int as n from citizen c where c.unit_id = $1 and not c.deceased and ${audience.sql}`,
    [unitId],
  );
  const citizens = counted.rows[0]!.n;
  const before = {
    wal: await walSoFar(world),
    transitions: await transitionsSoFar(world),
    wakes: await wakesSoFar(world),
  };
  const { runId, launchedAt } = await launch(world, { unitId, slug, mode: 'live', audience: audience.rule });
  const phases = await watch(world, runId, launchedAt, patienceMs);
  const verdict = judge(world.sandboxFolder, runId);
  const rung = verdict.rungs[`n2/1/${first}`];
  const allHandedMs = rung && rung.citizens >= citizens ? rung.lastAt - launchedAt : null;
  return {
    citizens,
    enrolMs: phases.enrolMs,
    decideMs: phases.decideMs,
    handoverMs: rung ? rung.lastAt - rung.firstAt : 0,
    firstHandoverMs: verdict.firstAt === null ? null : verdict.firstAt - launchedAt,
    allHandedMs,
    allDoneMs: phases.allDoneMs,
    perSecond: allHandedMs === null ? null : Math.round((citizens / allHandedMs) * 1_000),
    temporalStore,
    temporalTransitions: (await transitionsSoFar(world)) - before.transitions,
    wakeCycles: (await wakesSoFar(world)) - before.wakes,
    walBytes: (await walSoFar(world)) - before.wal,
    workerPeakMb: peakMb(treeOf(world.supervisor.pids()['worker'] ?? 0)),
    lost: citizens - verdict.citizens,
    duplicated: verdict.duplicated,
    unfinished: citizens - phases.gone,
    wrongTexts: verdict.wrongTexts,
    load: phases.load,
  };
}

async function watch(world: World, runId: string, launchedAt: number, patienceMs: number) {
  const deadline = launchedAt + patienceMs;
  let enrolMs: number | undefined;
  let decideMs: number | undefined;
  for (;;) {
    const at = Date.now() - launchedAt;
    const standing = await standingOf(world, runId);
    const enrolled = !['waiting', 'approved', 'enrolling'].includes(standing.status);
    if (enrolled) enrolMs ??= at;
    if (enrolled && standing.atEnter === 0) decideMs ??= at;
    if (finished(standing) || Date.now() > deadline) {
      const allDoneMs = (standing.finishedAt ?? Date.now()) - launchedAt;
      if (!finished(standing)) world.say(`not finished in ${patienceMs / 1000} s: ${JSON.stringify(standing)}`);
      const load = Number(loadavg()[0]?.toFixed(1));
      return {
        enrolMs: enrolMs ?? at,
        decideMs: decideMs ?? at,
        allDoneMs: Math.round(allDoneMs),
        gone: standing.gone,
        load,
      };
    }
    await sleep(250);
  }
}

async function walSoFar(world: World): Promise<number> {
  const { rows } = await world.database.query(`select (pg_current_wal_insert_lsn() - '0/0')::float8 as bytes`);
  return rows[0].bytes as number;
}
