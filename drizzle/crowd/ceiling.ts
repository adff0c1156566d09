import type { Transaction } from '../database.ts';
import { count } from './count.ts';
import type { StandingRun } from './enter-citizens.ts';

/** The day by which a ceiling is counted: the administration's own. */
const todaySql = `(clock_timestamp() at time zone 'Europe/Madrid')::date`;

/**
 * Takes out of `entrant` whoever is inside already, everybody when the run's time is over, and whoever the ceiling has no
 * room for: those wait in `held_entry`, in the order of their ids, and enter when there is room (release-held.ts).
 */
export async function keepToCeiling(tx: Transaction, run: StandingRun, trigger: string): Promise<void> {
  const { rows } = await tx.query<{ room: number | null; closed: boolean }>(
    `select coalesce(closes_at <= clock_timestamp(), false) as closed,
            least(ceiling_total - enrolled,
                  ceiling_day - coalesce((select n from entered_day where run_id = run.id and day = ${todaySql}), 0)) as room
     from run where id = $1`,
    [run.id],
  );
  const { room, closed } = rows[0]!;
  if (closed) await tx.query('delete from entrant');
  if (closed || room === null) return;
  await tx.query(
    `delete from entrant e using member m where m.citizen_id = e.citizen_id and m.journey_id = $1 and m.entry_key = e.entry_key`,
    [run.journeyId],
  );
  const { rowCount } = await tx.query(
    `with beyond as (
       delete from entrant where ctid in (
         select ctid from (select ctid, dense_rank() over (order by citizen_id, entry_key) as place from entrant) as ranked
         where place > greatest($1, 0))
       returning citizen_id, entry_key, event)
     insert into held_entry (run_id, citizen_id, entry_key, trigger, event)
     select distinct on (citizen_id, entry_key) $2::uuid, citizen_id, entry_key, $3, event from beyond on conflict do nothing`,
    [room, run.id, trigger],
  );
  await count(tx, run.id, 0, new Map([['held:ceiling', rowCount ?? 0]]));
}

/** Counts who entered towards today's ceiling. */
export async function noteEntered(tx: Transaction, runId: string, n: number): Promise<void> {
  if (n === 0) return;
  await tx.query(
    `insert into entered_day (run_id, day, n) values ($1, ${todaySql}, $2)
     on conflict (run_id, day) do update set n = entered_day.n + excluded.n`,
    [runId, n],
  );
}
