import { advance } from '#drizzle/crowd/advance.ts';
import { enrolPage } from '#drizzle/crowd/enrol.ts';
import { alertJourney } from '../alert/journey.ts';
import type { Errand } from '../carry-out.ts';
import { median } from '../figures.ts';
import { publishJourney, settle } from '../settle.ts';
import { launchPastGate } from '../watch-run.ts';
import type { World } from '../world.ts';

const bits = 13;
const situations = 5_000;
const partition = 20_000;
const rungs = [{ id: 'sms', channel: 'sms' }];

/**
 * A partition of 20,000 in 5,000 different situations, none of them decided before, beside one in a single situation:
 * `advance` alone, called directly, with the same messages to queue. In turns, so that both meet the same machine.
 */
export const situationsBench: Errand = {
  parts: [],
  minutes: () => 15,
  work: async (world, wish) => {
    const people = wish.number('citizens', partition);
    const unitId = await settle(world.database, people);
    await world.database.query(
      `insert into account (unit_id, slug, name, channel, adapter, mode) values ($1, 'sms', 'sms', 'sms', 'http-batch', 'sandbox')`,
      [unitId],
    );
    await giveMarks(world, unitId);
    const plain: number[] = [];
    const manifold: number[] = [];
    let found = 0;
    await advanceOnce(world, unitId, plainJourney(0));
    await advanceOnce(world, unitId, manifoldJourney(0));
    for (let n = 1; n <= wish.number('runs', 5); n++) {
      plain.push((await advanceOnce(world, unitId, plainJourney(n))).ms);
      const many = await advanceOnce(world, unitId, manifoldJourney(n));
      manifold.push(many.ms);
      found = many.situations;
    }
    const ratio = median(manifold) / median(plain);
    return {
      runs: plain.map((ms, n) => ({ people, situations: found, plainMs: ms, manifoldMs: manifold[n] ?? null })),
      goals: [
        { name: 'different situations', value: found, at: 'least', bound: Math.min(situations, people) },
        { name: 'manifold over plain', value: ratio, at: 'most', bound: 2 },
      ],
    };
  },
};

const plainJourney = (n: number) => alertJourney({ slug: `llano-${n}`, rungs });

/** The same alert behind thirteen questions one after another, new ones for each n: nothing was ever decided for them. */
function manifoldJourney(n: number) {
  const journey = alertJourney({ slug: `variado-${n}`, rungs });
  const branches = Array.from({ length: bits }, (_, bit) => ({
    id: `b${n}x${bit}`,
    kind: 'branch',
    config: { paths: [{ id: 'yes', rule: { fact: `citizen.marca${bit}`, is: 'equals', value: true } }] },
  }));
  const after = (place: number) => branches[place + 1]?.id ?? 'n2';
  return {
    ...journey,
    nodes: [...journey.nodes, ...branches],
    edges: [
      { from: 'n1', port: 'start', to: after(-1) },
      ...branches.flatMap(({ id }, place) => [
        { from: id, port: 'yes', to: after(place) },
        { from: id, port: 'otherwise', to: after(place) },
      ]),
      ...journey.edges.slice(1),
    ],
  };
}

/** Thirteen marks per citizen that spell a number from 0 to 4,999: so many different people there are. */
async function giveMarks(world: World, unitId: string): Promise<void> {
  const names = Array.from({ length: bits }, (_, bit) => `marca${bit}`);
  await world.database.query(
    `insert into attribute (unit_id, name, type) select $1, name, 'boolean' from unnest($2::text[]) as name`,
    [unitId, names],
  );
  await world.database.query(
    `update citizen c set attributes = (
       select jsonb_object_agg('marca' || bit, (k.n % $2::int >> bit) & 1 = 1) from generate_series(0, $3::int - 1) bit)
     from (select id, (row_number() over (order by id))::int - 1 as n from citizen where unit_id = $1) k where k.id = c.id`,
    [unitId, situations, bits],
  );
  await world.database.query('vacuum analyze citizen');
}

async function advanceOnce(world: World, unitId: string, json: { slug: string }) {
  const revisionId = await publishJourney(world.database, unitId, json);
  const runId = await launchPastGate(world.database, { unitId, slug: json.slug, mode: 'live', audience: { all: [] } });
  // An emergency's first page is small; here everybody belongs into one.
  await world.database.query('update run set lane = 1 where id = $1', [runId]);
  const { partitionId } = await enrolPage(world.database, runId);
  if (partitionId === null) throw new Error('nobody enrolled');
  await world.database.query('analyze member');
  await world.database.query('checkpoint');
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const { moved } = await advance(world.database, partitionId);
  const [ms, { user, system }] = [Math.round(performance.now() - began), process.cpuUsage(cpu)];
  const found = await decisionsOf(world, revisionId);
  world.say(
    `${json.slug}: ${moved} moved in ${ms} ms, ${Math.round((user + system) / 1_000)} ms of them ours and not Postgres’s; ${found} decisions`,
  );
  return { ms, situations: found };
}

/** How many different decisions XState was asked for: the rules it read, and their values, told them apart. */
async function decisionsOf(world: World, revisionId: string): Promise<number> {
  const { rows } = await world.database.query<{ n: number }>(
    'select count(*)::int as n from decision d join revision v on v.hash = d.machine where v.id = $1',
    [revisionId],
  );
  return rows[0]!.n;
}
