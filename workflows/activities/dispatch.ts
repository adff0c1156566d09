import { log } from '@temporalio/activity';
import type { Database } from '#drizzle/database.ts';
import { drain } from './drain.ts';
import { performCalls } from './perform-calls.ts';
import { work } from './work.ts';

export type DispatchActivities = ReturnType<typeof dispatchActivities>;

/** The activities that speak to the world: messages per account, calls per endpoint. `nextAt` in epoch ms of the real clock. */
export function dispatchActivities(database: Database, busy: Set<string>) {
  return {
    drainAccount: (accountId: number): Promise<{ handed: number; nextAt: number | null }> =>
      work(
        database,
        busy,
        async (at) => {
          const { handed, nextAt, down } = await drain(at.database, accountId, at);
          if (down) log.warn('account set down: its provider takes nothing', { account: accountId });
          return { handed, nextAt };
        },
        { finishes: true },
      ),

    performCalls: (endpointId: number): Promise<{ made: number; nextAt: number | null }> =>
      work(database, busy, (at) => performCalls(at.database, endpointId, at), { finishes: true }),
  };
}
