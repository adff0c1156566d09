import type { Goal } from '../goals.ts';
import { judge, type Verdict } from '../judge.ts';
import { finished, until } from '../watch-run.ts';
import type { World } from '../world.ts';

/** What is left of a run once it should be over. */
export type Aftermath = {
  verdict: Verdict;
  /** Citizens of the audience for whom the gateway accepted nothing. */
  lost: number;
  duplicated: number;
  unfinished: number;
  /** Members whose log is not 1, 2, 3 … up to their own count: a transition made twice, or lost. */
  uneven: number;
  attention: number;
};

/** Waits until a run is finished (or `patienceMs` have passed) and looks at everyone: the gateway's ledger, members, logs. */
export async function aftermath(world: World, runId: string, citizens: number, patienceMs: number): Promise<Aftermath> {
  await until(world, runId, finished, patienceMs, 250).catch((error: Error) => world.say(error.message));
  const verdict = judge(world.sandboxFolder, runId);
  // What was written a moment ago is not in the statistics yet: the look below took minutes by a plan for an empty log.
  await world.database.query('analyze member, log');
  const { rows } = await world.database.query<{ over: number; uneven: number; attention: number }>(
    `select count(*) filter (where m.status = 'finished')::int as over,
       count(*) filter (where m.status = 'attention')::int as attention,
       count(*) filter (where l.n is distinct from m.seq or l.least <> 1 or l.most <> m.seq)::int as uneven
     from member m
     left join (select member_id, count(*)::int as n, min(seq) as least, max(seq) as most from log where run_id = $1 group by 1) l
       on l.member_id = m.id
     where m.run_id = $1`,
    [runId],
  );
  const { over, uneven, attention } = rows[0]!;
  const { duplicated } = verdict;
  return { verdict, lost: citizens - verdict.citizens, duplicated, unfinished: citizens - over, uneven, attention };
}

/** What must hold after any fault, over all the runs that lived through it. */
export function aftermathGoals(all: readonly Aftermath[]): Goal[] {
  const worst = (of: (one: Aftermath) => number) => Math.max(0, ...all.map((one) => Math.abs(of(one))));
  return [
    { name: 'lost', value: worst(({ lost }) => lost), at: 'most', bound: 0 },
    { name: 'duplicated', value: worst(({ duplicated }) => duplicated), at: 'most', bound: 0 },
    { name: 'not finished', value: worst(({ unfinished }) => unfinished), at: 'most', bound: 0 },
    {
      name: 'members with a transition made twice or missing',
      value: worst(({ uneven }) => uneven),
      at: 'most',
      bound: 0,
    },
  ];
}
