import { type Database, transaction } from '../database.ts';

/**
 * Announces how many people came to which outcome since it was told last, one event per run that moved. Asked once a
 * minute, and only of runs of units that listen: counting as it happens would slow down whoever moves the crowd.
 */
export async function announceOutcomes(database: Database): Promise<number> {
  return transaction(database, async (tx) => {
    const { rows } = await tx.query<{ n: number }>(
      `with listening as (
         select distinct unit_id, hears from webhook where status = 'active' and 'outcome.reached' = any(events)),
       moving as (
         select r.id, r.unit_id, r.mode, r.journey_id from run r join listening l on l.unit_id = r.unit_id and l.hears = r.mode
         where r.status in ('enrolling', 'open', 'stopping') or r.finished_at > now() - interval '1 day'),
       counted as (
         select c.run_id, substr(c.name, 9) as name, sum(c.n) as n from counter c
         where c.run_id in (select id from moving) and c.name like 'outcome:%' group by 1, 2),
       changed as (
         select c.run_id, c.name, c.n, c.n - coalesce(t.n, 0) as since from counted c
         left join webhook_told t on t.run_id = c.run_id and t.name = c.name where c.n <> coalesce(t.n, 0)),
       told as (
         insert into webhook_told (run_id, name, n) select run_id, name, n from changed
         on conflict (run_id, name) do update set n = excluded.n),
       announced as (
         select cauce_announce(m.unit_id, 'outcome.reached', m.mode, jsonb_build_object(
           'run', m.id, 'journey', journey.slug, 'mode', m.mode,
           'outcomes', (select jsonb_object_agg(name, n) from counted where run_id = m.id),
           'since', (select jsonb_object_agg(name, since) from changed where run_id = m.id)))
         from moving m join journey on journey.id = m.journey_id where m.id in (select run_id from changed))
       select count(*)::int as n from announced`,
    );
    return rows[0]?.n ?? 0;
  });
}
