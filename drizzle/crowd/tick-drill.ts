import type { Queryable } from '../database.ts';

/** Moves a drill's clock from where it was seen to where it stands now (epoch ms); a clock that moved meanwhile is left alone. */
export async function tickDrill(database: Queryable, runId: string, seen: number, clock: number): Promise<void> {
  await database.query(
    `update run set clock_at = cauce_at($3), clock_ticked_at = clock_timestamp()
     where id = $1 and cauce_ms(clock_at) = $2 and paused_at is null`,
    [runId, seen, clock],
  );
}
