import { setTimeout as sleep } from 'node:timers/promises';
import { alertJourney } from '../alert/journey.ts';
import { judge } from '../judge.ts';
import { type BenchAccount, overHttp, SILENT } from '../settle.ts';
import { launch } from '../watch-run.ts';
import type { World } from '../world.ts';

const perSecond = 30;

/** An account of thirty messages per second whose recipients never confirm. */
export function slowAccount(world: World): BenchAccount {
  return {
    slug: 'slow',
    channel: 'push',
    adapter: 'http-batch',
    settings: overHttp(world),
    rate: perSecond,
    profile: SILENT,
  };
}

/** First push, with so many seconds to answer in, then a letter. */
export function slowJourney(limitSeconds: number) {
  const rungs = [
    { id: 'push', channel: 'push', answer: { seconds: limitSeconds } },
    { id: 'letter', channel: 'letter', answer: { hours: 1 } },
  ];
  return alertJourney({ slug: 'lento', class: 'service', rungs, expiresAfter: { hours: 6 } });
}

export type Fallen = {
  people: number;
  accepted: number;
  fell: number;
  tooEarly: number;
  earliestFallMs: number | null;
};

/**
 * Launches the slow journey for a tenth more people than can leave within the limit, waits until all have left and the
 * first have waited their limit out, and reads from the ledger who fell to the letter, and when.
 */
export async function patient(world: World, unitId: string, limitSeconds: number): Promise<Fallen> {
  const wanted = Math.round(perSecond * limitSeconds * 1.1);
  const { rows } = await world.database.query<{ codes: string[]; people: number }>(
    `select array_agg(municipality) as codes, max(people)::int as people from (
       select municipality, sum(count(*)) over (order by municipality) as people from citizen where unit_id = $1 group by 1) m
     where people <= $2`,
    [unitId, wanted],
  );
  const { codes, people } = rows[0]!;
  const audience = { fact: 'citizen.municipality', is: 'in-municipality' as const, value: codes ?? [] };
  const { runId } = await launch(world, { unitId, slug: 'lento', mode: 'live', audience });
  const pushAt = new Map<string, number>();
  const letterAt = new Map<string, number>();
  const read = () =>
    judge(world.sandboxFolder, runId, ({ citizen, place, at }) =>
      (place.includes('/push') ? pushAt : letterAt).set(citizen, at),
    );
  const allLeftMs = (people / perSecond) * 1_000;
  await sleep(Math.max(allLeftMs, limitSeconds * 1_000) + 20_000);
  for (const deadline = Date.now() + allLeftMs * 0.5 + 120_000; Date.now() < deadline; await sleep(5_000)) {
    read();
    if (pushAt.size >= people && letterAt.size > 0) break;
  }
  const waited = [...letterAt].map(([citizen, at]) => at - (pushAt.get(citizen) ?? Number.POSITIVE_INFINITY));
  return {
    people,
    accepted: pushAt.size,
    fell: letterAt.size,
    tooEarly: waited.filter((ms) => ms < limitSeconds * 1_000 - 1_000).length,
    earliestFallMs: waited.length > 0 ? Math.min(...waited) : null,
  };
}
