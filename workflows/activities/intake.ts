import type { Client } from '@temporalio/client';
import { absorbEvents } from '#drizzle/crowd/absorb-events.ts';
import type { Database } from '#drizzle/database.ts';
import type { Log } from '../log.ts';
import { relay } from './relay.ts';
import { upkeep } from './upkeep.ts';
import { work } from './work.ts';

export type IntakeActivities = ReturnType<typeof intakeActivities>;

/** The activities that notice: events taken in, work seen and woken, and what the calendar asks for. */
export function intakeActivities(
  database: Database,
  busy: Set<string>,
  {
    client,
    log,
    sandboxUrl,
    auditFolder,
  }: { client: Client; log: Log; sandboxUrl: string; auditFolder?: string | undefined },
) {
  return {
    takeInEvents: (): Promise<void> =>
      work(database, busy, async (at) => {
        let absorbed = 1;
        while (absorbed > 0 && !at.signal.aborted) {
          ({ absorbed } = await absorbEvents(at.database));
          at.beat();
        }
      }),

    relay: (): Promise<void> =>
      work(database, undefined, (at) => relay(at.database, { client, log, busy, sandboxUrl, signal: at.signal })),

    upkeep: (): Promise<void> => work(database, undefined, (at) => upkeep(at.database, log, { ...at, auditFolder })),
  };
}
