import type { Queryable } from '../database.ts';

/** How many tries something has, and in how many minutes they are forgotten. */
export type Allowance = { key: string; tries: number; minutes: number };

/**
 * Counts one try at each of these, in one statement, so that tries at the same moment count each; the minutes to wait where
 * one of them has none left, else 0.
 */
export async function takeAttempt(database: Queryable, allowances: readonly Allowance[]): Promise<number> {
  const { rows } = await database.query<{ wait: number }>(
    `with given as (select * from jsonb_to_recordset($1::jsonb) as given(key text, tries int, minutes int)),
       counted as (
         insert into attempt (key) select key from given order by key
         on conflict (key) do update set
           n = case when attempt.since < now() - (select make_interval(mins => minutes) from given where given.key = attempt.key)
                 then 1 else attempt.n + 1 end,
           since = case when attempt.since < now() - (select make_interval(mins => minutes) from given where given.key = attempt.key)
                 then now() else attempt.since end
         returning key, n, since)
     select coalesce(max(ceil(extract(epoch from counted.since + make_interval(mins => minutes) - now()) / 60))
                       filter (where n > tries), 0)::int as wait
     from counted join given using (key)`,
    [JSON.stringify(allowances)],
  );
  return rows[0]?.wait ?? 0;
}

/** Forgets the tries at these: whoever got in did not guess. */
export async function forgetAttempts(database: Queryable, keys: readonly string[]): Promise<void> {
  await database.query('delete from attempt where key = any($1::text[])', [keys]);
}
