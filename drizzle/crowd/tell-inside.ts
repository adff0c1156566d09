import type { Transaction } from '../database.ts';

/** What everybody inside hears of their warning: `event.emergency.news`, with `kind` and what the warning now says. */
export type News = { kind: 'update' | 'all-clear' } & Record<string, unknown>;
/** How many of which run's people heard. */
export type Told = { run: string; journey: string; n: number };

export const newsType = 'emergency.news';

/**
 * Tells everybody who is inside because of a warning what became of it: those it let in, and those of runs that were launched
 * with it. Part of the transaction in which the warning's next word is kept, so that nobody hears it twice.
 */
export async function tellInside(
  tx: Transaction,
  { unitId, mode, warning, news }: { unitId: string; mode: 'live' | 'drill'; warning: string; news: News },
): Promise<Told[]> {
  const { rows } = await tx.query<Told>(
    `with told as (
       insert into inbox (partition_id, member_id, type, data, at)
       select m.partition_id, m.id, 'event.' || $5, $4::jsonb || jsonb_build_object('type', $5), cauce_now(r.clock_at)
       from run r
       join revision v on v.id = r.revision_id and v.compiled -> 'listens' ? $5
       join partition p on p.run_id = r.id and p.open
       join member m on m.partition_id = p.id and m.status in ('active', 'attention')
         and (m.entry_key = 'warning:' || $3 or r.event #>> '{warning,key}' = $3)
       where r.unit_id = $1 and r.mode = $2 and r.status in ('enrolling', 'open')
       returning partition_id)
     select p.run_id as run, j.slug as journey, count(*)::int as n
     from told join partition p on p.id = told.partition_id join run r on r.id = p.run_id join journey j on j.id = r.journey_id
     group by 1, 2 order by 1`,
    [unitId, mode, warning, JSON.stringify(news), newsType],
  );
  return rows;
}
