import { setTimeout as sleep } from 'node:timers/promises';
import { alertJourney } from '../alert/journey.ts';
import type { Errand } from '../carry-out.ts';
import type { Goal } from '../goals.ts';
import {
  ALL_REACHED,
  type BenchAccount,
  openAccounts,
  overHttp,
  publishJourney,
  settle,
  tellGateway,
} from '../settle.ts';
import { finished, launch, standingOf, until } from '../watch-run.ts';
import type { World } from '../world.ts';
import { patient, slowAccount, slowJourney } from './slow-account.ts';

const firstWithinMs = 5_000;

/**
 * An emergency launched while a bulk crowd is being decided and while its messages drain, on the bulk's own account and on
 * another; and, beside all that, an account at 30 messages per second with a limit of ten minutes (`--seconds`).
 */
export const lanes: Errand = {
  parts: ['temporal', 'sandbox', 'worker', 'web'],
  minutes: (wish) => 30 + (wish.number('seconds', 600) / 60) * 2,
  work: async (world, wish) => {
    const citizens = wish.number('citizens', 500_000);
    const limitSeconds = wish.number('seconds', 600);
    world.say(`inventing ${citizens} citizens`);
    const unitId = await settle(world.database, citizens);
    const account = (slug: string, channel: string): BenchAccount => ({
      slug,
      channel,
      adapter: 'http-batch',
      settings: overHttp(world),
      profile: ALL_REACHED,
    });
    const shared = account('shared', 'sms');
    const ids = await openAccounts(world, unitId, [shared, account('apart', 'voice'), slowAccount(world)]);
    const journeys = [
      alertJourney({ slug: 'masivo', class: 'informative', rungs: [{ id: 'sms', channel: 'sms' }] }),
      alertJourney({ slug: 'mismo', rungs: [{ id: 'sms', channel: 'sms' }] }),
      alertJourney({ slug: 'aparte', rungs: [{ id: 'voice', channel: 'voice' }] }),
      slowJourney(limitSeconds),
    ];
    for (const journey of journeys) await publishJourney(world.database, unitId, journey);
    await tellGateway(world, 'reset');
    const slow = patient(world, unitId, limitSeconds);
    const found: Record<string, number | null> = {};
    const bulk = () => launch(world, { unitId, slug: 'masivo', mode: 'live', audience: { all: [] } });
    const emergency = (slug: string) => firstHandover(world, unitId, slug);

    const deciding = (await bulk()).runId;
    for (const slug of ['mismo', 'aparte']) {
      await until(world, deciding, (standing) => decided(standing) > citizens / 100, 600_000, 20);
      found[`deciding, ${slug}`] = decided(await standingOf(world, deciding)) < citizens ? await emergency(slug) : null;
    }
    await until(world, deciding, finished, 1_200_000, 500);

    // The provider takes nothing until everybody is decided, so that the whole crowd's messages wait.
    await tellGateway(world, `accounts/${ids['shared']}`, { down: '429' });
    const draining = (await bulk()).runId;
    await until(
      world,
      draining,
      ({ enrolled, atEnter, status }) => status === 'open' && enrolled > 0 && atEnter === 0,
      600_000,
    );
    await tellGateway(world, `accounts/${ids['shared']}`, { down: false });
    for (const slug of ['mismo', 'aparte']) {
      await until(world, draining, ({ handed }) => handed > 0, 120_000, 20);
      const { handed } = await standingOf(world, draining);
      found[`draining, ${slug}`] = handed < citizens ? await emergency(slug) : null;
    }
    await until(world, draining, finished, 1_200_000, 500);

    const fallen = await slow;
    const first = Object.entries(found).map(
      ([name, value]): Goal => ({
        name: `first hand-over, ${name}`,
        value,
        at: 'most',
        bound: firstWithinMs,
        unit: 'ms',
      }),
    );
    return {
      runs: [{ citizens, ...found, ...fallen }],
      goals: [
        ...first,
        {
          name: 'fell to the next rung before their message was accepted',
          value: fallen.tooEarly,
          at: 'most',
          bound: 0,
        },
        { name: 'fell to the next rung after their limit', value: fallen.fell, at: 'least', bound: 1 },
        { name: 'handed over by the slow account', value: fallen.accepted, at: 'least', bound: fallen.people },
      ],
    };
  },
};

/** How many are past their first decision. Those decided may have caught up with those enrolled long before the crowd is whole. */
const decided = ({ enrolled, atEnter }: { enrolled: number; atEnter: number }) => enrolled - atEnter;

/** Launches an emergency for a few people; ms until the first was handed over, by the ledger. */
async function firstHandover(world: World, unitId: string, slug: string): Promise<number | null> {
  const { rows } = await world.database.query<{ code: string }>(
    `select municipality as code from citizen where unit_id = $1 group by 1 order by 1 limit $2`,
    [unitId, 1],
  );
  const audience = {
    fact: 'citizen.municipality',
    is: 'in-municipality' as const,
    value: rows.map(({ code }) => code),
  };
  const { runId, launchedAt } = await launch(world, { unitId, slug, mode: 'live', audience });
  const summary = `${world.sandboxUrl}/control/ledger/summary?run=${runId}`;
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; await sleep(50)) {
    const answer = await fetch(summary);
    const { firstAt, messages } = (await answer.json()) as { firstAt: number | null; messages: number };
    if (firstAt !== null && messages >= 1) {
      world.say(`${slug}: first hand-over after ${firstAt - launchedAt} ms`);
      return firstAt - launchedAt;
    }
  }
  return null;
}
