import { alertJourney, type BenchJourney } from '../alert/journey.ts';
import {
  ALL_REACHED,
  type BenchAccount,
  NINE_OF_TEN,
  openAccounts,
  overHttp,
  publishJourney,
  settle,
  tellGateway,
} from '../settle.ts';
import { launch, until } from '../watch-run.ts';
import type { World } from '../world.ts';

export type Crowd = { unitId: string; citizens: number; accounts: Record<string, number>; slug: string };

/** A crowd with an SMS and an e-mail account over the batch protocol and the alert published; what differs can be given. */
export async function crowdOf(
  world: World,
  citizens: number,
  given: { profiles?: Partial<Record<'sms' | 'email', BenchAccount['profile']>>; journey?: Partial<BenchJourney> } = {},
): Promise<Crowd> {
  world.say(`inventing ${citizens} citizens`);
  const unitId = await settle(world.database, citizens);
  const account = (channel: 'sms' | 'email', profile: BenchAccount['profile']): BenchAccount => ({
    slug: channel,
    channel,
    adapter: 'http-batch',
    settings: overHttp(world),
    profile: given.profiles?.[channel] ?? profile,
  });
  const accounts = await openAccounts(world, unitId, [account('sms', NINE_OF_TEN), account('email', ALL_REACHED)]);
  const rungs = [
    { id: 'sms', channel: 'sms' },
    { id: 'email', channel: 'email' },
  ];
  await publishJourney(world.database, unitId, alertJourney({ slug: 'alerta', rungs, ...given.journey }));
  return { unitId, citizens, accounts, slug: 'alerta' };
}

/** Launches the crowd's journey for everybody on an empty ledger. */
export async function launchForAll(world: World, { unitId, slug }: Crowd): Promise<string> {
  await tellGateway(world, 'reset');
  return (await launch(world, { unitId, slug, mode: 'live', audience: { all: [] } })).runId;
}

/** Waits until at least `share` of a crowd has been handed over, as the run's own counters tell. */
export async function handedOver(world: World, runId: string, atLeast: number, patienceMs = 120_000): Promise<void> {
  await until(world, runId, ({ handed }) => handed >= atLeast, patienceMs, 20);
}
