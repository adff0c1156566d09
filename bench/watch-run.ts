import { setTimeout as sleep } from 'node:timers/promises';
import { type Launch, launchRun } from '#drizzle/queries/launch-run.ts';
import { pokeRun } from '#workflows/client.ts';
import type { World } from './world.ts';

/**
 * How far a run is: `atEnter` are those nobody has decided about yet, `handed` the messages a provider took, `told` those
 * of which a receipt came, `gone` the members who finished.
 */
export type Standing = {
  status: string;
  enrolled: number;
  atEnter: number;
  handed: number;
  told: number;
  gone: number;
  finishedAt: number | null;
};

/** Opens a run as `POST /api/runs` does, and has it looked at; when it was launched (epoch ms) and its id. */
export async function launch(world: World, wish: Launch): Promise<{ runId: string; launchedAt: number }> {
  const launchedAt = Date.now();
  const launched = await launchRun(world.database, wish);
  if (!launched.ok) throw new Error(JSON.stringify(launched.problems));
  const { rows } = await world.database.query<{ lane: number }>('select lane from run where id = $1', [launched.runId]);
  await pokeRun(world.temporal, { id: launched.runId, lane: rows[0]!.lane });
  return { runId: launched.runId, launchedAt };
}

/** One look at the counters; they are kept in the transactions that change what they count. */
export async function standingOf(world: World, runId: string): Promise<Standing> {
  const { rows } = await world.database.query<Standing>(
    `select status, enrolled, (extract(epoch from finished_at) * 1000)::float8 as "finishedAt", c.*
     from run, (
       select coalesce(sum(n) filter (where name = 'state:enter'), 0)::int as "atEnter",
         coalesce(sum(n) filter (where name ~ '^message:[a-z]+:(accepted|delivered|read|replied|failed)$'), 0)::int as handed,
         coalesce(sum(n) filter (where name ~ '^message:[a-z]+:(delivered|read|replied|failed)$'), 0)::int as told,
         coalesce(sum(n) filter (where name like 'outcome:%'), 0)::int as gone
       from counter where run_id = $1) c
     where run.id = $1`,
    [runId],
  );
  return rows[0]!;
}

/** Looks again and again until `enough`; throws, saying where the run stood, when that takes longer than `patienceMs`. */
export async function until(
  world: World,
  runId: string,
  enough: (standing: Standing) => boolean,
  patienceMs: number,
  everyMs = 100,
): Promise<Standing> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const standing = await standingOf(world, runId).catch(() => undefined);
    if (standing && enough(standing)) return standing;
    if (Date.now() > deadline)
      throw new Error(`run ${runId} did not get there in ${patienceMs / 1000} s: ${JSON.stringify(standing)}`);
    await sleep(everyMs);
  }
}

export const finished = ({ status }: Standing): boolean => status === 'finished';
