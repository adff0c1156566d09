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
    channel: 'email',
    adapter: 'http-batch',
    settings: overHttp(world),
    rate: perSecond,
    profile: SILENT,
  };
}

/** First e-mail, with so many seconds to answer in, then a call. */
export function slowJourney(limitSeconds: number) {
  const rungs = [
    { id: 'email', channel: 'email', answer: { seconds: limitSeconds } },
    { id: 'voice', channel: 'voice', answer: { hours: 1 } },
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
 * first have waited their limit out, and reads from the ledger who fell to the call, and when.
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
  const mailedAt = new Map<string, number>();
  const calledAt = new Map<string, number>();
  const read = () =>
    judge(world.sandboxFolder, runId, ({ citizen, place, at }) =>
      (place.includes('/email') ? mailedAt : calledAt).set(citizen, at),
    );
  const allLeftMs = (people / perSecond) * 1_000;
  await sleep(Math.max(allLeftMs, limitSeconds * 1_000) + 20_000);
  for (const deadline = Date.now() + allLeftMs * 0.5 + 120_000; Date.now() < deadline; await sleep(5_000)) {
    read();
    if (mailedAt.size >= people && calledAt.size > 0) break;
  }
  const waited = [...calledAt].map(([citizen, at]) => at - (mailedAt.get(citizen) ?? Number.POSITIVE_INFINITY));
  return {
    people,
    accepted: mailedAt.size,
    fell: calledAt.size,
    tooEarly: waited.filter((ms) => ms < limitSeconds * 1_000 - 1_000).length,
    earliestFallMs: waited.length > 0 ? Math.min(...waited) : null,
  };
}
