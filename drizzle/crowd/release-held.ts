import { type Database, transaction } from '../database.ts';
import { count } from './count.ts';
import { enterCitizens, type StandingRun } from './enter-citizens.ts';

/** Lets those in who wait at the door of a standing run because it was full, as far as there is room now; returns how many. */
export async function releaseHeld(database: Database): Promise<number> {
  const { rows } = await database.query<StandingRun & { trigger: string }>(
    `select distinct run.id, run.journey_id as "journeyId", run.mode, run.lane, h.trigger
     from held_entry h join run on run.id = h.run_id
     where run.status = 'open' and run.paused_at is null and coalesce(run.closes_at > clock_timestamp(), true)
     order by run.lane, run.id limit 100`,
  );
  let released = 0;
  for (const { trigger, ...run } of rows)
    released += await transaction(database, async (tx) => {
      const entrants = {
        sql: `select citizen_id, entry_key, event from held_entry where run_id = $1 and trigger = $2`,
        parameters: [run.id, trigger],
      };
      const entered = await enterCitizens(tx, run, trigger, entrants);
      const { rowCount } = await tx.query(
        `delete from held_entry h using member m
         where h.run_id = $1 and m.citizen_id = h.citizen_id and m.journey_id = $2 and m.entry_key = h.entry_key`,
        [run.id, run.journeyId],
      );
      await count(tx, run.id, 0, new Map([['held:ceiling', -(rowCount ?? 0)]]));
      return entered;
    });
  return released;
}
