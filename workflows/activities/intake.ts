import type { Client } from '@temporalio/client';
import { absorbEvents } from '#drizzle/crowd/absorb-events.ts';
import { absorbReceipts } from '#drizzle/crowd/absorb-receipts.ts';
import type { Database } from '#drizzle/database.ts';
import { receiptsWait } from '#drizzle/queries/work-to-wake.ts';
import type { Log } from '../log.ts';
import { relay } from './relay.ts';
import { upkeep } from './upkeep.ts';
import { work } from './work.ts';

export type IntakeActivities = ReturnType<typeof intakeActivities>;

/** The activities that notice: events and receipts taken in, work seen and woken, and what the calendar asks for. */
export function intakeActivities(
  database: Database,
  busy: Set<string>,
  { client, log, sandboxUrl }: { client: Client; log: Log; sandboxUrl: string },
) {
  return {
    takeInEvents: (): Promise<void> =>
      work(database, busy, async (at) => {
        for (let absorbed = 1; absorbed > 0 && !at.signal.aborted; at.beat()) {
          absorbed = (await absorbEvents(at.database)).absorbed;
          if (await receiptsWait(at.database)) absorbed += (await absorbReceipts(at.database)).absorbed;
        }
      }),

    relay: (): Promise<void> =>
      work(database, undefined, (at) => relay(at.database, { client, log, busy, sandboxUrl, signal: at.signal })),

    upkeep: (): Promise<void> => work(database, undefined, (at) => upkeep(at.database, log, at)),
  };
}
