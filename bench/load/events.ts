import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { createApiKey } from '#drizzle/queries/api-keys.ts';
import { alertJourney } from '../alert/journey.ts';
import type { Errand } from '../carry-out.ts';
import { percentile } from '../figures.ts';
import { judge } from '../judge.ts';
import { ALL_REACHED, openAccounts, overHttp, publishJourney, settle, tellGateway } from '../settle.ts';
import { launch } from '../watch-run.ts';
import type { World } from '../world.ts';

const type = 'es.ejemplo.aviso';

/** A standing run under a steady stream of CloudEvents, each about another citizen: from the event to its hand-over. */
export const events: Errand = {
  parts: ['temporal', 'sandbox', 'worker', 'web'],
  minutes: (wish) => 15 + wish.number('seconds', 60) / 60,
  work: async (world, wish) => {
    const rate = wish.number('rate', 500);
    const seconds = wish.number('seconds', 60);
    const citizens = rate * seconds;
    const unitId = await settle(world.database, citizens);
    const sms = {
      slug: 'sms',
      channel: 'sms',
      adapter: 'http-batch' as const,
      settings: overHttp(world),
      profile: ALL_REACHED,
    };
    await openAccounts(world, unitId, [sms]);
    const rungs = [{ id: 'sms', channel: 'sms' }];
    await publishJourney(
      world.database,
      unitId,
      alertJourney({ slug: 'avisos', class: 'service', rungs, onEvent: type }),
    );
    const key = await createApiKey(world.database, { unitId, name: 'bench', scopes: ['events'], mode: 'live' });
    await tellGateway(world, 'reset');
    const { runId } = await launch(world, { unitId, slug: 'avisos', mode: 'live' });
    await sleep(2_000);
    const { rows } = await world.database.query<{ id: string }>('select id from citizen where unit_id = $1', [unitId]);
    const sent = await stream(
      world,
      key,
      rows.map(({ id }) => id),
      rate,
    );
    const handedAt = await handedOver(world, runId, citizens);
    const delays = [...sent.at].flatMap(([citizen, at]) => {
      const handed = handedAt.get(citizen);
      return handed === undefined ? [] : [handed - at];
    });
    const lost = citizens - delays.length;
    const told = delays.length > 0 ? delays : [Number.NaN];
    const p99 = lost > 0 ? null : percentile(told, 0.99);
    return {
      runs: [
        {
          events: citizens,
          sentPerSecond: Math.round(citizens / sent.seconds),
          refused: sent.refused,
          p50Ms: percentile(told, 0.5),
          p95Ms: percentile(told, 0.95),
          p99Ms: p99,
          slowestMs: percentile(told, 1),
          lost,
        },
      ],
      goals: [
        { name: 'events refused', value: sent.refused, at: 'most', bound: 0 },
        { name: 'lost', value: lost, at: 'most', bound: 0 },
        { name: 'events sent', value: citizens / sent.seconds, at: 'least', bound: rate * 0.97, unit: '/s' },
        { name: 'p99 from event to hand-over', value: p99, at: 'most', bound: 5_000, unit: 'ms' },
      ],
    };
  },
};

/** Posts one event per citizen at the rate, each at its own moment whatever became of those before; when each was sent. */
async function stream(world: World, key: string, citizens: string[], rate: number) {
  const pool = new Pool(world.webUrl, { connections: 128, headersTimeout: 60_000 });
  const headers = { 'content-type': 'application/cloudevents+json', authorization: `Bearer ${key}` };
  const at = new Map<string, number>();
  const answers: Promise<void>[] = [];
  let refused = 0;
  const began = performance.now();
  const post = async (citizen: string) => {
    at.set(citizen, Date.now());
    const time = new Date().toISOString();
    const body = JSON.stringify({
      specversion: '1.0',
      id: citizen,
      source: 'urn:bench',
      type,
      subject: citizen,
      time,
      data: {},
    });
    const answer = await pool.request({ method: 'POST', path: '/api/events', headers, body });
    await answer.body.dump();
    if (answer.statusCode >= 300) refused++;
  };
  for (let sent = 0; sent < citizens.length; ) {
    const due = Math.min(citizens.length, Math.floor(((performance.now() - began) / 1_000) * rate) + 1);
    for (; sent < due; sent++) answers.push(post(citizens[sent]!).catch(() => void refused++));
    await sleep(1);
  }
  const seconds = (performance.now() - began) / 1_000;
  await Promise.all(answers);
  await pool.close();
  return { at, seconds, refused };
}

/** Waits until everybody was handed over (two minutes at most); when each was, by the gateway's ledger. */
async function handedOver(world: World, runId: string, citizens: number): Promise<Map<string, number>> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const handedAt = new Map<string, number>();
    judge(world.sandboxFolder, runId, ({ citizen, at }) => handedAt.set(citizen, at));
    if (handedAt.size >= citizens || Date.now() > deadline) return handedAt;
    await sleep(1_000);
  }
}
