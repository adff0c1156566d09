import type { Database } from '../database.ts';
import { sweepRun } from './sweep-run.ts';

/** Sweeps every open run on the real clock whose rules change with the date, once per day in peninsular time. Returns how many runs. */
export async function sweepDue(database: Database): Promise<number> {
  const { rows } = await database.query<{ id: string }>(
    `select run.id from run join revision on revision.id = run.revision_id
     left join setting on setting.key = 'swept/' || run.id
     where run.status = 'open' and run.paused_at is null and run.clock_at is null
       and (revision.compiled ->> 'sweeps')::boolean
       and ((coalesce((setting.value ->> 'at')::timestamptz, run.launched_at, run.created_at) at time zone 'Europe/Madrid')::date
            < (now() at time zone 'Europe/Madrid')::date)
     order by run.lane`,
  );
  for (const { id } of rows) await sweepRun(database, id);
  return rows.length;
}
