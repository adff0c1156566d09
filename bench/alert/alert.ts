import type { Errand, Wish } from '../carry-out.ts';
import { median, spread } from '../figures.ts';
import type { Goal } from '../goals.ts';
import { runScript } from '../run-script.ts';
import { openAccounts, overHttp, publishJourney, SILENT, settle, tellGateway } from '../settle.ts';
import type { World } from '../world.ts';
import type { BaselineErrand, BaselineFound } from './baseline.ts';
import type { FloorErrand } from './floor.ts';
import { alertJourney } from './journey.ts';
import { type Audience, type Lived, live } from './live.ts';
import { contracts, type Provider, providerOf } from './providers.ts';

const million = 1_000_000;

/** The whole way of an alert for a crowd, held against what the gateway could take at most and against a workflow per citizen. */
export const alert: Errand = {
  parts: ['temporal', 'sandbox', 'worker', 'web'],
  minutes: (wish) => 15 + (wish.number('citizens', 20_000) / million) * 20 * (wish.number('runs', 3) + 1),
  work: async (world, wish) => {
    const citizens = wish.number('citizens', 20_000);
    const provider = providerOf(wish.word('provider', 'batch'));
    world.say(`inventing ${citizens} citizens`);
    const unitId = await settle(world.database, citizens);
    const { accounts, rungs } = contracts(world, provider);
    const ids = await openAccounts(world, unitId, accounts);
    const revisionId = await publishJourney(world.database, unitId, alertJourney({ slug: 'alerta', rungs }));
    const first = rungs[0]?.id ?? '';
    const floorPerSecond = await floor(world, { unitId, revisionId, citizens, provider, accountId: ids[first] ?? 0 });
    // The first members ever make the tables and plans warm; a tenth is also what a large run is compared with.
    const tenth = await live(
      world,
      unitId,
      { slug: 'alerta', first, audience: tenthOfAll() },
      patienceFor(citizens / 10),
    );
    world.say(`a tenth: ${JSON.stringify(tenth)}`);
    const runs: Lived[] = [];
    for (let n = 1; n <= wish.number('runs', 3); n++) {
      runs.push(await live(world, unitId, { slug: 'alerta', first, audience: everyone }, patienceFor(citizens)));
      world.say(`run ${n}: ${JSON.stringify(runs.at(-1))}`);
    }
    const baseline = await baselineOf(world, unitId, wish);
    world.say(`baseline: ${JSON.stringify(baseline)}`);
    const compared = runs.map((run) => ({
      ...run,
      floorPerSecond,
      baselinePerSecond: baseline.perSecond,
      ratioToFloor: run.perSecond === null ? null : Number((run.perSecond / floorPerSecond).toFixed(3)),
      ratioToBaseline: run.perSecond === null ? null : Math.round(run.perSecond / baseline.perSecond),
    }));
    return {
      runs: compared,
      goals: goalsOf(compared, tenth, provider),
      notes: [
        `Provider ${provider}; baseline: best of ${JSON.stringify(baseline.tried)} lives per second by concurrency, ${baseline.lives} lives each; a tenth of the crowd, handed over alone before: ${tenth.allHandedMs} ms.`,
      ],
    };
  },
};

type Compared = Lived & { floorPerSecond: number; ratioToFloor: number | null; ratioToBaseline: number | null };

const everyone: Audience = { rule: { all: [] }, sql: 'true' };

/** The crowd lives in 200 places, equally many in each; their codes run through the provinces, four to each. */
function tenthOfAll(): Audience {
  const codes = Array.from({ length: 20 }, (_, place) => `${two(1 + (place >> 2))}${three(1 + (place % 4))}`);
  return {
    rule: { fact: 'citizen.municipality', is: 'in-municipality', value: codes },
    sql: `c.municipality in (${codes.map((code) => `'${code}'`).join(', ')})`,
  };
}

const two = (n: number) => String(n).padStart(2, '0');
const three = (n: number) => String(n).padStart(3, '0');
const patienceFor = (citizens: number) => 120_000 + (citizens / million) * 900_000;

type FloorWish = { unitId: string; revisionId: string; citizens: number; provider: Provider; accountId: number };

/** Messages per second when nothing is remembered; the same account settings under a name whose recipients stay silent. */
async function floor(world: World, { unitId, revisionId, citizens, provider, accountId }: FloorWish): Promise<number> {
  await tellGateway(world, 'reset');
  await tellGateway(world, 'accounts/floor', { profile: SILENT, via: provider === 'smtp' ? 'smtp' : 'http' });
  const { rows } = await world.database.query('select channel, adapter, settings from account where id = $1', [
    accountId,
  ]);
  const { channel, adapter, settings } = rows[0];
  const { databaseUrl, sandboxSecret: secret } = world;
  const errand: FloorErrand = {
    databaseUrl,
    unitId,
    revisionId,
    citizens,
    channel,
    adapter,
    settings,
    accountId: 'floor',
    secret,
  };
  const { handed, ms } = await runScript<{ handed: number; ms: number }>(
    world,
    'alert/floor.ts',
    errand,
    patienceFor(citizens),
  );
  if (handed !== citizens) throw new Error(`the floor handed over ${handed} of ${citizens}`);
  world.say(`floor: ${handed} in ${ms} ms`);
  return Math.round((handed / ms) * 1_000);
}

async function baselineOf(world: World, unitId: string, wish: Wish): Promise<BaselineFound> {
  await tellGateway(world, 'reset');
  const quick = { delivered: 0.9, failed: 0.1, delayMs: { min: 0, max: 50 } };
  const name = 'baseline';
  const account = {
    slug: name,
    channel: 'push',
    adapter: 'http-batch' as const,
    settings: overHttp(world),
    profile: quick,
  };
  const ids = await openAccounts(world, unitId, [account]);
  const errand: BaselineErrand = {
    temporalAddress: world.temporalAddress,
    sandboxUrl: world.sandboxUrl,
    accountId: String(ids[name]),
    secret: world.sandboxSecret,
    lives: wish.number('lives', 200),
    concurrencies: [20, 60, 150],
  };
  return runScript<BaselineFound>(world, 'alert/baseline.ts', errand, 600_000);
}

function goalsOf(runs: Compared[], tenth: Lived, provider: Provider): Goal[] {
  const middle = (of: (run: Compared) => number | null) => {
    const values = runs.map(of).filter((value) => value !== null);
    return values.length === runs.length && values.length > 0 ? median(values) : null;
  };
  const worst = (of: (run: Compared) => number) => Math.max(...runs.map(of));
  const citizens = runs[0]?.citizens ?? 0;
  const handed = middle(({ allHandedMs }) => allHandedMs);
  const goals: Goal[] = [
    { name: 'lost', value: worst(({ lost }) => Math.abs(lost)), at: 'most', bound: 0 },
    { name: 'duplicated', value: worst(({ duplicated }) => duplicated), at: 'most', bound: 0 },
    { name: 'not finished', value: worst(({ unfinished }) => unfinished), at: 'most', bound: 0 },
    { name: 'texts without their own check code', value: worst(({ wrongTexts }) => wrongTexts), at: 'most', bound: 0 },
    { name: 'first hand-over', value: middle((run) => run.firstHandoverMs), at: 'most', bound: 5_000, unit: 'ms' },
    {
      name: 'peak memory of the workers',
      value: middle((run) => run.workerPeakMb),
      at: 'most',
      bound: 512,
      unit: 'MB',
    },
  ];
  if (provider === 'single')
    goals.push({
      name: 'one message per request',
      value: middle((run) => run.perSecond),
      at: 'least',
      bound: 5_000,
      unit: '/s',
    });
  if (provider === 'smtp')
    goals.push({ name: 'by SMTP', value: middle((run) => run.perSecond), at: 'least', bound: 2_000, unit: '/s' });
  if (runs.length > 1) {
    const all = runs.map(({ allHandedMs }) => allHandedMs ?? Number.NaN);
    goals.push({ name: 'slowest over fastest run', value: spread(all), at: 'most', bound: 1.3 });
  }
  if (provider !== 'batch') return goals;
  goals.push(
    { name: 'share of the floor’s rate', value: middle((run) => run.ratioToFloor), at: 'least', bound: 0.2 },
    { name: 'times the baseline', value: middle((run) => run.ratioToBaseline), at: 'least', bound: 500 },
  );
  if (citizens < million) return goals;
  const perCitizen =
    handed === null || tenth.allHandedMs === null ? null : handed / citizens / (tenth.allHandedMs / tenth.citizens);
  goals.push(
    { name: 'a million handed over', value: handed, at: 'most', bound: 90_000, unit: 'ms' },
    {
      name: 'all done with the fallback wave',
      value: middle((run) => run.allDoneMs),
      at: 'most',
      bound: 240_000,
      unit: 'ms',
    },
    { name: 'time per citizen over that of a tenth', value: perCitizen, at: 'most', bound: 1.3 },
  );
  return goals;
}
