import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#drizzle/database.ts';
import { type Launch, launchRun } from '#drizzle/queries/launch-run.ts';
import { launchOrAsk } from '#drizzle/requests/launch-or-ask.ts';
import { pokeRun } from '#workflows/client.ts';
import { officeOf } from './office.ts';
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

/**
 * Launches as an official would: what takes a second person is asked for first and then signed with a key; the launch is
 * the moment of the signature. Has the run looked at; answers its id and when it was launched (epoch ms).
 */
export async function launch(world: World, wish: Launch): Promise<{ runId: string; launchedAt: number }> {
  const office = await officeOf(world, wish.unitId);
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString();
  const ceiling = { perDay: 10_000_000, inTotal: 10_000_000, until };
  let launchedAt = Date.now();
  // What rules read as the event is an object wherever an official gives one.
  const event = wish.event as Record<string, unknown> | undefined;
  const asker = { name: 'Autora', by: office.author };
  const launched = await launchOrAsk(world.database, { ...wish, event, ceiling }, asker);
  if (!launched.ok) throw new Error(JSON.stringify(launched.problems));
  if ('requestId' in launched) launchedAt = Date.now();
  const runId = 'requestId' in launched ? await office.approve(launched.requestId) : launched.runId;
  const { rows } = await world.database.query<{ lane: number }>('select lane from run where id = $1', [runId]);
  await pokeRun(world.temporal, { id: runId, lane: rows[0]!.lane });
  return { runId, launchedAt };
}

/** Opens a run that enrols at once, without a gate before it: for benches of single moves. */
export async function launchPastGate(database: Database, wish: Launch): Promise<string> {
  const launched = await launchRun(database, wish);
  if (!launched.ok) throw new Error(JSON.stringify(launched.problems));
  await database.query(`update run set status = 'approved' where id = $1`, [launched.runId]);
  return launched.runId;
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
