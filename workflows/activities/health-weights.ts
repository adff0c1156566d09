import { type AccountHealth, moveWeights } from '#drizzle/crowd/move-weights.ts';
import type { Database } from '#drizzle/database.ts';
import type { Log } from '../log.ts';
import { type WeightChange, weighAccounts } from '../weigh-accounts.ts';

/** Moves weight between the accounts of each channel with their health; every change is logged with its reason. */
export async function healthWeights(database: Database, log: Log): Promise<number> {
  const changes = await moveWeights<WeightChange>(database, (accounts) => byChannel(accounts).flatMap(weighAccounts));
  for (const { id, weight, reason } of changes) log.info({ account: id, weight, reason }, 'account weight moved');
  return changes.length;
}

function byChannel(accounts: AccountHealth[]): AccountHealth[][] {
  const channels = new Map<string, AccountHealth[]>();
  for (const account of accounts) {
    const key = `${account.unitId} ${account.channel}`;
    channels.set(key, [...(channels.get(key) ?? []), account]);
  }
  return [...channels.values()];
}
