import type { Queryable } from '../database.ts';

/** Adds to a run's counters, in key order so that two writers never wait for each other in a circle. Call it last. */
export async function count(tx: Queryable, runId: string, shard: number, deltas: Map<string, number>): Promise<void> {
  const names = [...deltas.keys()].filter((name) => deltas.get(name) !== 0).sort();
  if (names.length === 0) return;
  await tx.query(
    `insert into counter (run_id, name, shard, n)
     select $1, name, $2, n from unnest($3::text[], $4::bigint[]) as d(name, n) order by name
     on conflict (run_id, name, shard) do update set n = counter.n + excluded.n`,
    [runId, shard % 32, names, names.map((name) => deltas.get(name))],
  );
}

/** Collects deltas for `count`. */
export function add(deltas: Map<string, number>, name: string, n: number): void {
  deltas.set(name, (deltas.get(name) ?? 0) + n);
}
